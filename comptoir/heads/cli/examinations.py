"""What the doctor looks at in a running shop: events told late, work that failed, stock books, law to verify again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comptoir.kernel import clock, jobs, law
from comptoir.kernel.outbox import find_lag
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.search import queries as search

Line = tuple[str, str, str]  # level ("ok", "advice", "wrong"), what, what to do
LATE_S = 300


def outbox_lines() -> Iterator[Line]:
    """Whether what happened has been told to those who must hear it."""
    lag = find_lag()
    if lag.stuck:
        yield "wrong", f"{lag.stuck} events could not be told after several tries.", "See `comptoir events stuck`."
    if lag.oldest_s > LATE_S:
        minutes = int(lag.oldest_s // 60)
        yield "wrong", f"{lag.waiting} events wait, the oldest for {minutes} min.", "Run `comptoir worker` or `serve`."
    if not lag.stuck and lag.oldest_s <= LATE_S:
        yield "ok", f"Events are told in time ({lag.waiting} waiting).", ""


def job_lines() -> Iterator[Line]:
    """Whether background work ends well."""
    failed = jobs.count_jobs().get("FAILED", 0)
    if failed:
        yield "advice", f"{failed} background jobs failed for good lately.", "Their errors are in the log."
    else:
        yield "ok", "No background job has failed.", ""


def search_lines() -> Iterator[Line]:
    """Whether search answers from its indexes, and whether these follow the shelf."""
    states = search.list_index_states()
    down = [one for one in states if one.engine != "index"]
    for one in down[:20]:
        told = f"Search {one.channel} {one.language} looks at names only: its index cannot be read ({one.why})."
        yield "advice", told, "`comptoir serve` or `comptoir worker` rebuilds it; at once: `comptoir reindex`."
    waiting = sum({one.channel: one.waiting for one in states}.values())
    late_s = max((one.late_s for one in states), default=0.0)
    if late_s > LATE_S:
        told = f"{waiting} changed articles wait to be searched, the first for {int(late_s // 60)} min."
        yield "wrong", told, "Run `comptoir worker` or `serve`."
    elif not down:
        articles = sum(one.articles for one in states)
        yield "ok", f"Search answers from {len(states)} indexes ({articles} articles, {waiting} waiting).", ""


def stock_lines() -> Iterator[Line]:
    """Whether each stock number is the sum of its movements, and each promise has its goods."""
    wrong = inventory.audit_stock(limit=100)
    for one in wrong[:5]:
        told = f"Variant {one.variant}: stock says {one.stored}, movements say {one.told}."
        yield "wrong", told, "Count this article again: the count becomes its movement."
    if not wrong:
        yield "ok", "Every stock number is the sum of its movements.", ""
    short = inventory.list_shortages(limit=100)
    if short:
        yield (
            "advice",
            f"{len(short)} stock items promised more than a count found.",
            "Receive goods or call the buyers.",
        )


def law_lines() -> Iterator[Line]:
    """Which legal parameters somebody must read again."""
    concerns = law.list_concerns(clock.now())
    for one in concerns[:20]:
        told = f"{one.parameter.key} ({one.parameter.rule}) is {one.why}."
        yield "advice", told, one.parameter.doubt or "Verify it at its source and note the day in kernel/law."
    if not concerns:
        yield "ok", "No legal parameter is due for verification.", ""


EXAMINATIONS: tuple[Callable[[], Iterator[Line]], ...] = (outbox_lines, job_lines, search_lines, stock_lines, law_lines)
