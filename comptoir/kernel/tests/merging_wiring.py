"""A house for the tests of merging: drops that fill a bucket together, and one reaction that hears two kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from comptoir.kernel import journal
from comptoir.kernel.events import Event, unite
from comptoir.kernel.models import JournalEntry


class DropsFell(Event, frozen=True):
    drops: tuple[UUID, ...]

    @classmethod
    def merge(cls, events: Sequence[Self]) -> tuple[Self, ...]:
        return tuple(cls(drops=drops) for drops in unite(one.drops for one in events))


class BucketEmptied(Event, frozen=True):
    """Does not merge."""


poison: set[UUID] = set()


def fill(event: DropsFell) -> None:
    _note("fill", len(event.drops))
    if poison & set(event.drops):
        raise ValueError("poison")


def watch(event: DropsFell | BucketEmptied) -> None:
    _note("watch", len(event.drops) if isinstance(event, DropsFell) else 0)


def _note(who: str, count: int) -> None:
    journal.record(journal.Entry("system:test", who, str(count)))


def noted(who: str) -> list[int]:
    told = JournalEntry.objects.filter(verb=who).order_by("id").values_list("about", flat=True)
    return [int(count) for count in told]


REACTIONS = {DropsFell: (fill, watch), BucketEmptied: (watch,)}
