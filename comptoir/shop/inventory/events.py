"""What the inventory announces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from comptoir.kernel.events import Event, unite


class StockChanged(Event, frozen=True):
    """Free pieces as shown (up to 99) changed somewhere for `variants`, at most 500.

    `crossed` are those among them that went between "in", "low" and "out" at a place: what a list or a filter shows.
    """

    variants: tuple[UUID, ...]
    crossed: tuple[UUID, ...]

    @classmethod
    def merge(cls, events: Sequence[Self]) -> tuple[Self, ...]:
        """The variants of all of them, each once; crossed if it crossed in any."""
        crossed = {variant for one in events for variant in one.crossed}
        return tuple(
            cls(variants=variants, crossed=tuple(variant for variant in variants if variant in crossed))
            for variants in unite(one.variants for one in events)
        )


class PlacesChanged(Event, frozen=True):
    """A place was made or changed."""

    places: tuple[str, ...]


class StockBooksWrong(Event, frozen=True):
    """The nightly replay found stock of `variants` (at most 100) that its movements do not explain: a person looks."""

    variants: tuple[UUID, ...]
