"""What is true of a cart's lines now: read again at each look, in a number of statements that never grows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from comptoir.kernel import sql
from comptoir.kernel.languages import Text
from comptoir.kernel.money import Money
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.rules import Now, Seen, fingerprint, is_forgotten
from comptoir.shop.cart.types import CartId, CartSecret
from comptoir.shop.catalogue.queries import list_sellables
from comptoir.shop.catalogue.types import ProductId, Sellable, VariantId
from comptoir.shop.inventory.queries import count_online
from comptoir.shop.pricing.queries import list_quotes

_OPEN = """
SELECT c.id, c.channel, c.currency, c.version, c.touched_at,
  l.id, l.variant_id, l.product_id, l.name, l.quantity, l.saved, l.removed_at,
  l.seen_price, l.seen_available, l.seen_sold
FROM cart_cartkey k JOIN cart_cart c ON c.id = k.cart_id LEFT JOIN cart_cartline l ON l.cart_id = c.id
WHERE k.secret_hash = %s ORDER BY l.id
"""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line as kept: what the shopper put in, and was last told."""

    id: UUID
    variant: VariantId
    product: ProductId
    name: Text
    quantity: int
    saved: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class CartFacts:
    """A cart with its lines in the order they came (removed ones apart), and what each can be had for now."""

    id: CartId
    channel: str
    currency: str
    version: int
    touched_at: datetime
    lines: tuple[KeptLine, ...]
    removed: tuple[UUID, ...]
    sellables: Mapping[VariantId, Sellable]
    prices: Mapping[VariantId, Money]
    free: Mapping[UUID, int]

    def unit(self, line: KeptLine) -> Money | None:
        """Price of one piece; None when it is not sold."""
        sellable = self.sellables.get(line.variant)
        return self.prices.get(line.variant) if sellable is not None and sellable.sold else None

    def now(self, line: KeptLine) -> Now:
        """What is true of the line, for the rules."""
        unit = self.unit(line)
        return Now(unit.minor if unit is not None else None, self.free.get(line.variant, 0))


def read_facts(secret: CartSecret, *, at: datetime) -> CartFacts:
    """The cart of this secret with everything re-read: lines, articles, prices, stock; four statements, one when empty.

    Refuses CartNotFound.
    """
    rows = sql.fetch(_OPEN, [fingerprint(secret)])
    if not rows or is_forgotten(sql.read_moment(rows[0][4]), at):
        raise CartNotFound
    cart, channel, currency, version, touched_at = rows[0][:5]
    kept = [row[5:] for row in rows if row[5] is not None]
    lines = tuple(_line(row) for row in kept if row[6] is None)
    variants = [line.variant for line in lines]
    sellables = list_sellables(variants, channel) if variants else {}
    quotes = list_quotes(variants, channel, at=at, sellables=sellables) if variants else {}
    return CartFacts(
        id=CartId(sql.read_uuid(cart)),
        channel=channel,
        currency=currency,
        version=version,
        touched_at=sql.read_moment(touched_at),
        lines=lines,
        removed=_removed(kept),
        sellables=sellables,
        prices={
            variant: known[0].gross
            for variant, known in quotes.items()
            if known[0].since <= at and known[0].gross.currency == currency
        },
        free=count_online(variants) if variants else {},
    )


def _removed(kept: list[tuple[Any, ...]]) -> tuple[UUID, ...]:
    removed = [(sql.read_moment(row[6]), sql.read_uuid(row[0])) for row in kept if row[6] is not None]
    return tuple(line for _, line in sorted(removed, reverse=True))


def _line(row: tuple[Any, ...]) -> KeptLine:
    line, variant, product, name, quantity, saved, _, price, available, sold = row
    return KeptLine(
        id=sql.read_uuid(line),
        variant=VariantId(sql.read_uuid(variant)),
        product=ProductId(sql.read_uuid(product)),
        name=sql.read_json(name),
        quantity=quantity,
        saved=bool(saved),
        seen=Seen(price, available, bool(sold)),
    )
