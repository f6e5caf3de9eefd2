"""What the inventory announces."""

from __future__ import annotations

from uuid import UUID

from comptoir.kernel.events import Event


class StockChanged(Event, frozen=True):
    """Free pieces as shown (up to 99) changed somewhere for `variants`, at most 500.

    `crossed` are those among them that went between "in", "low" and "out" at a place: what a list or a filter shows.
    """

    variants: tuple[UUID, ...]
    crossed: tuple[UUID, ...]


class PlacesChanged(Event, frozen=True):
    """A place was made or changed."""

    places: tuple[str, ...]


class StockBooksWrong(Event, frozen=True):
    """The nightly replay found stock of `variants` (at most 100) that its movements do not explain: a person looks."""

    variants: tuple[UUID, ...]
