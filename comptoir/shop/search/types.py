"""What crosses the search door: a question, and a page of cards with facets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from comptoir.shop.shelf.types import Card


class Sort(StrEnum):
    RELEVANCE = "relevance"
    PRICE_UP = "price"
    PRICE_DOWN = "-price"
    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Ask:
    """What a visitor asks of a list: words, a category, filters; page from 1; `size` at most 48.

    `filters` maps a facet code to the chosen values: "brand" (codes), "stock" ("in"), "place" (place codes),
    "attr.<code>" (choice codes or words), "category" (codes). `price_min` / `price_max` in minor units.
    """

    channel: str
    language: str
    words: str = ""
    category: str = ""  # category code; "" is the whole shop
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    price_min: int | None = None
    price_max: int | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    size: int = 24


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One filter with its values; each count is what would remain if that value were chosen with the other filters."""

    code: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class PriceRange:
    """Lowest and highest price (minor units) among what the other filters leave."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer. `corrected` is the spelling searched instead, when the words as typed find nothing.

    `relaxed` is true when not all the words could be satisfied and the nearest articles are shown.
    """

    cards: tuple[Card, ...]
    total: int
    page: int
    pages: int
    facets: tuple[FacetGroup, ...]
    price_range: PriceRange | None
    corrected: str = ""
    relaxed: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line offered as one types: `kind` is "product", "category", "brand" or "words"; `slug` leads there."""

    kind: str
    label: str
    slug: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One search as logged by the server; `consent` is "unknown", "none" or "statistics". No person, no address."""

    id: UUID
    channel: str
    language: str
    words: str
    filters: Mapping[str, tuple[str, ...]]
    results: int
    consent: str
    took_ms: int
    corrected: str = ""
    relaxed: bool = False


@dataclass(frozen=True, slots=True)
class WordsTold:
    """Words as searched, how many times, how many articles they found on average, and when last."""

    words: str
    times: int
    results: int
    last: datetime


@dataclass(frozen=True, slots=True)
class SynonymRule:
    """`words` find what says any of `means`; both ways round unless `both_ways` is false. Up to four words a side."""

    language: str
    words: str
    means: tuple[str, ...]
    both_ways: bool = True


@dataclass(frozen=True, slots=True)
class IndexState:
    """How one index is: `engine` answers now, "index", or "plain" while the index is unreadable for the reason `why`.

    `waiting` articles of the channel changed and are not written yet, the first since `late_s`; `age_s` since the index
    was last written.
    """

    channel: str
    language: str
    engine: str
    waiting: int
    late_s: float = 0.0
    generation: int = 0
    articles: int = 0
    age_s: float = 0.0
    why: str = ""
