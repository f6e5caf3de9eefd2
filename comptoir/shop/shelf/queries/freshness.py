"""How fresh a channel's shelf is: numbers that move whenever something shown moves, cheap to read on every request."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import msgspec
from django.db import connection

from comptoir.kernel import clock
from comptoir.shop.shelf.queries.statements import fetch

FRESH_S = 0.25
TURNS_KEPT = 250  # fits the 8 bits below the stored number

_decode_turns = msgspec.json.Decoder(tuple[int, ...]).decode


class Freshness(NamedTuple):
    """`number` moves with anything shown, `menu` with categories and their counts; `turns`: next price changes."""

    read_at: float
    number: int
    menu: int
    turns: tuple[int, ...]


_seen: dict[str, Freshness] = {}


def generation(channel: str) -> int:
    """A number that differs whenever anything shown on the channel differs, dated prices included, to the second.

    Read again at most every quarter of a second in a process; always read inside a transaction.
    """
    seen = read_freshness(channel)
    return (seen.number << 8) + bisect_right(seen.turns, int(clock.now().timestamp()))


def read_freshness(channel: str) -> Freshness:
    """The channel's numbers, at most `FRESH_S` old; a transaction sees its own changes, so it always asks."""
    inside = connection.in_atomic_block
    at = clock.monotonic()
    seen = _seen.get(channel)
    if seen is not None and not inside and at - seen.read_at < FRESH_S:
        return seen
    rows = fetch("SELECT number, menu, turns FROM shelf_generation WHERE channel = %s", [channel])
    seen = Freshness(at, rows[0][0], rows[0][1], _decode_turns(rows[0][2])) if rows else Freshness(at, 0, 0, ())
    if rows and not inside:
        _seen[channel] = seen
    return seen
