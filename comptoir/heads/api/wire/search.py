"""Answers of the search, as a program reads them."""

from __future__ import annotations

import msgspec

from comptoir.heads.api.wire.articles import Article
from comptoir.shop.search.types import FacetGroup, PriceRange, Suggestion


class SearchPage(msgspec.Struct, frozen=True):
    """A page of what was found, with the filters that remain and how many articles each would leave.

    `corrected` is the spelling that was searched instead; `relaxed`: not all the words could be had, these are near.
    """

    articles: tuple[Article, ...]
    total: int
    page: int
    pages: int
    facets: tuple[FacetGroup, ...]
    price_range: PriceRange | None
    corrected: str
    relaxed: bool


class Suggestions(msgspec.Struct, frozen=True):
    """What the shopper may be typing."""

    suggestions: tuple[Suggestion, ...]
