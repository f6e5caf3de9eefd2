"""Background work of search."""

from __future__ import annotations

from datetime import timedelta

from comptoir.kernel import clock
from comptoir.kernel.jobs import TaskContext, progress_of, task
from comptoir.shop.search import actions, queries
from comptoir.shop.search.errors import IndexBeingBuilt

GATHER_S = 0.4


@task(dedupe=True, timeout_s=600.0)
def update_index(channel: str) -> None:
    """Write the articles of a channel that wait."""
    for language in actions.apply_changes(channel):
        repair_index.enqueue(channel, language)


@task(dedupe=True)
def check_indexes() -> int:
    """Look over every index without waiting for a visitor, and have the unsound ones rebuilt; how many there are."""
    unsound = queries.list_unsound()
    for channel, language in unsound:
        repair_index.enqueue(channel, language)
    return len(unsound)


@task(dedupe=True, max_attempts=3, timeout_s=7200.0, takes_context=True)
def repair_index(context: TaskContext, channel: str, language: str) -> int:
    """Build an index anew, unless it is sound by now or another process is at it."""
    try:
        return actions.rebuild_index(channel, language, progress=progress_of(context), unless_sound=True)
    except IndexBeingBuilt:
        return 0


@task(dedupe=True)
def refresh_labels(language: str) -> None:
    """Let the indexes of a language know its synonyms and names."""
    actions.refresh_labels(language)


@task(dedupe=True)
def forget_old_searches() -> int:
    """Keep the log of searches thirteen months."""
    return actions.forget_searches()


def update_soon(channel: str) -> None:
    """Have the waiting articles written in a moment, those that follow together with them."""
    update_index.using(run_after=clock.now() + timedelta(seconds=GATHER_S)).enqueue(channel)
