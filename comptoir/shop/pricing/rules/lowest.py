"""PRI-1: the prior price is the lowest consumer price in force in the 30 days before a reduction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from comptoir.shop.pricing.types import LowestPrice, Quote

_PARIS = ZoneInfo("Europe/Paris")


def days_before(at: datetime, days: int) -> datetime:
    """The same wall-clock time in Paris, `days` calendar days earlier."""
    return (at.astimezone(_PARIS) - timedelta(days=days)).astimezone(UTC)


def lowest_price(history: Sequence[Quote], *, at: datetime, days: int = 30) -> LowestPrice | None:
    """The lowest gross price in force at any moment from `days` days before `at` up to, not including, `at`.

    "In force in", not "recorded in": a price set two years ago and never changed since counts (L112-1-1 I; PRI-1). An
    article younger than the window answers the lowest since it has a price (PRI-7). None: no price before `at`.
    `history` is every quote that was in force, oldest first, each holding until the next.
    """
    start = days_before(at, days)
    inside = [
        quote for quote in history if quote.since < at and (quote.holds_until is None or quote.holds_until > start)
    ]
    if not inside:
        return None
    lowest = min(inside, key=lambda quote: quote.gross.minor)
    known = at - max(start, inside[0].since)
    return LowestPrice(lowest.gross, lowest.since, min(days, -(-known // timedelta(days=1))))
