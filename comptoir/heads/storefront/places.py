"""Where goods stand, as known to every page: read again when the shelf moves, and every ten seconds."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from django.conf import settings

from comptoir.kernel import clock
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.inventory.types import Place
from comptoir.shop.shelf import queries as shelf

KNOWN_S = 10.0


class Known(NamedTuple):
    """The places as last read; `mark` moves with anything said of them."""

    generation: int
    read_at: float
    places: tuple[Place, ...]
    mark: int


_known: dict[str, Known] = {}


def list_places() -> tuple[Place, ...]:
    """Every shop and warehouse."""
    return _read(shelf.generation(settings.CHANNEL)).places


def list_shops() -> tuple[Place, ...]:
    """Those that a visitor can walk into."""
    return tuple(place for place in list_places() if place.kind == "shop")


def mark_of_places(generation: int) -> int:
    """A number that moves when a place is added, renamed or moved."""
    return _read(generation).mark


def _read(generation: int) -> Known:
    known, now = _known.get("places"), clock.monotonic()
    if known is None or known.generation != generation or now - known.read_at > KNOWN_S:
        places = tuple(inventory.list_places())
        known = Known(generation, now, places, zlib.crc32(repr(places).encode()))
        _known["places"] = known
    return known
