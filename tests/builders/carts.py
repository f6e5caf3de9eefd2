"""Carts for tests: an open one, articles with price and stock to put in it, and the cards a page needs."""

from __future__ import annotations

from comptoir.kernel import outbox
from comptoir.shop.cart import actions
from comptoir.shop.cart.types import CartSecret
from comptoir.shop.catalogue.types import VariantId
from tests.builders.articles import a_channel, a_variant
from tests.builders.prices import price
from tests.builders.stock import on_the_shelf


def a_cart(channel: str = "web") -> CartSecret:
    a_channel(channel)
    return actions.open_cart(channel, "fr").secret


def for_sale(code: str = "bol", *, cents: int = 1990, pieces: int = 10) -> VariantId:
    """A published article of one variant, priced in EUR cents, with pieces in the warehouse."""
    variant = a_variant(code)
    price(variant, cents)
    on_the_shelf({variant: pieces})
    return variant


def told() -> None:
    """Let every room hear what happened, as the relay would."""
    outbox.relay_all()
