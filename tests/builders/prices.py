"""Prices for tests."""

from __future__ import annotations

from datetime import datetime

from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import VariantId
from comptoir.shop.pricing import actions
from comptoir.shop.pricing.types import PriceDraft

ACTOR = "system:test"


def price(
    variant: VariantId, minor: int, *, at: datetime | None = None, channel: str = "web", mode: str = "gross"
) -> int:
    """State a price in EUR cents, now or from `at` on."""
    return actions.set_prices([PriceDraft(variant, channel, Money(minor, "EUR"), mode, valid_from=at)], actor=ACTOR)
