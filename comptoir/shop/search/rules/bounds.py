"""What may be asked at most."""

from __future__ import annotations

from dataclasses import replace

from comptoir.shop.search.errors import PageTooFar
from comptoir.shop.search.rules.folding import clip
from comptoir.shop.search.types import Ask

SIZE_MOST = 48
REACH = 2_400
"""Articles of one answer that can be paged to; beyond, one filters or sorts."""
FILTERS_MOST = 20
VALUES_MOST = 50
VALUE_LETTERS = 120


def bound(ask: Ask) -> Ask:
    """The same question within bounds. A page below 1 is the first. Refuses PageTooFar."""
    size = min(max(1, ask.size), SIZE_MOST)
    page = max(1, ask.page)
    if page * size > REACH + size - 1:
        raise PageTooFar(page=page, last=REACH // size)
    return replace(ask, words=clip(ask.words), size=size, page=page, filters=_filters(ask))


def _filters(ask: Ask) -> dict[str, tuple[str, ...]]:
    """Filters in an order of their own, so that the same choice is the same question."""
    kept = sorted((group, values) for group, values in ask.filters.items() if values and len(group) <= VALUE_LETTERS)
    return {
        group: tuple(sorted({value[:VALUE_LETTERS] for value in values[:VALUES_MOST]}))
        for group, values in kept[:FILTERS_MOST]
    }


def pages(total: int, size: int) -> int:
    """How many pages can be turned to; at least one."""
    return max(1, -(-min(total, REACH) // size))
