"""The port of search: what an engine answers, whatever it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from comptoir.shop.search.types import Ask, FacetGroup, PriceRange, Suggestion


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of product ids, in order, with what was counted. `corrected` and `relaxed` as in `types.Found`."""

    products: tuple[UUID, ...]
    total: int
    facets: tuple[FacetGroup, ...] = ()
    price_range: PriceRange | None = None
    corrected: str = ""
    relaxed: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """What may follow what is being typed: lines ready to be offered, and products by id."""

    lines: tuple[Suggestion, ...] = ()
    products: tuple[UUID, ...] = ()


class EngineDown(Exception):
    """This engine cannot answer now; another one does."""


class Engine(Protocol):
    """An engine raises `EngineDown` when it cannot answer now; everything else it raises is a bug."""

    def answer(self, ask: Ask) -> Answer:
        """The page asked for; `ask` is within the bounds of `rules.bounds`."""
        ...

    def complete(self, channel: str, language: str, typed: str, limit: int) -> Completion:
        """At most `limit` products and `limit` lines for what is being typed."""
        ...
