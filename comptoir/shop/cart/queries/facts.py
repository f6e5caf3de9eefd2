"""What is true of a cart's lines now: read again at each look, in a number of statements that never grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from comptoir.kernel.money import Money
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from comptoir.shop.cart.rules import Now, fingerprint, is_forgotten
from comptoir.shop.cart.types import CartSecret
from comptoir.shop.catalogue.queries import list_sellables
from comptoir.shop.catalogue.types import Sellable, VariantId
from comptoir.shop.inventory.queries import count_online
from comptoir.shop.pricing.queries import list_quotes


@dataclass(frozen=True, slots=True)
class CartFacts:
    """A cart with its lines in the order they came (removed ones apart), and what each can be had for now."""

    cart: Cart
    lines: tuple[CartLine, ...]
    removed: tuple[UUID, ...]
    sellables: Mapping[VariantId, Sellable]
    prices: Mapping[VariantId, Money]
    free: Mapping[UUID, int]

    def unit(self, line: CartLine) -> Money | None:
        """Price of one piece; None when it is not sold."""
        sellable = self.sellables.get(VariantId(line.variant_id))
        return self.prices.get(sellable.variant) if sellable is not None and sellable.sold else None

    def now(self, line: CartLine) -> Now:
        """What is true of the line, for the rules."""
        unit = self.unit(line)
        return Now(unit.minor if unit is not None else None, self.free.get(line.variant_id, 0))


def read_facts(secret: CartSecret, *, at: datetime) -> CartFacts:
    """The cart of this secret with everything re-read: lines, articles, prices, stock; four statements, two when empty.

    Refuses CartNotFound.
    """
    key = fingerprint(secret)
    opened = CartKey.objects.filter(secret_hash=key).values("cart_id")
    rows = list(CartLine.objects.select_related("cart").filter(cart_id__in=opened).order_by("id"))
    cart = rows[0].cart if rows else Cart.objects.filter(id__in=opened).first()
    if cart is None or is_forgotten(cart.touched_at, at):
        raise CartNotFound
    lines = tuple(row for row in rows if row.removed_at is None)
    variants = [VariantId(line.variant_id) for line in lines]
    sellables = list_sellables(variants, cart.channel) if variants else {}
    quotes = list_quotes(variants, cart.channel, at=at, sellables=sellables) if variants else {}
    return CartFacts(
        cart=cart,
        lines=lines,
        removed=tuple(row.id for row in rows if row.removed_at is not None),
        sellables=sellables,
        prices={variant: known[0].gross for variant, known in quotes.items() if known[0].since <= at},
        free=count_online(variants) if variants else {},
    )
