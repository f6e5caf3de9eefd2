"""Stock as shown: pieces by place up to a ceiling, and one word for lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from comptoir.shop.inventory.types import Place, PlaceId, StockLevel
from comptoir.shop.shelf.types import STOCK_SHOWN, SheetVariant

LOW = 3
"""Pieces at or under which a shopper is told that few are left."""


def stock_of(levels: Sequence[StockLevel], places: Mapping[PlaceId, Place]) -> tuple[dict[str, int], int]:
    """Free pieces by place code, and those that web buyers can have, each up to `STOCK_SHOWN`."""
    known = [(places[level.place], max(0, level.free)) for level in levels if level.place in places]
    by_place = {place.code: min(free, STOCK_SHOWN) for place, free in known}
    online = sum(free for place, free in known if place.sells_online)
    return by_place, min(online, STOCK_SHOWN)


def word_for(pieces: Iterable[int]) -> str:
    """ "in", "low" or "out" for an article whose variants have these many pieces for web buyers."""
    most = max(pieces, default=0)
    return "out" if most == 0 else "low" if most <= LOW else "in"


def shops_with(variants: Iterable[SheetVariant], places: Mapping[PlaceId, Place]) -> tuple[str, ...]:
    """Codes of the shops that have at least one piece of one variant, sorted."""
    shops = {place.code for place in places.values() if place.kind == "shop"}
    return tuple(sorted({code for v in variants for code, free in v.stock.items() if free > 0 and code in shops}))
