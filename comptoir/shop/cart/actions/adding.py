"""Putting an article in the cart: the most frequent write of a shop, so the shortest."""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction

from comptoir.kernel import clock, sql
from comptoir.kernel.ids import new_id
from comptoir.shop.cart.actions.touch import Touched, touch
from comptoir.shop.cart.errors import CartFull, NotForSale
from comptoir.shop.cart.models import CartLine
from comptoir.shop.cart.rules import check_quantity
from comptoir.shop.cart.types import MOST_LINES, MOST_PIECES, CartSecret, ChangedLine
from comptoir.shop.catalogue.queries import list_sellables
from comptoir.shop.catalogue.types import Sellable, VariantId
from comptoir.shop.pricing.queries import list_quotes

# Plain SQL for the reason given in `touch`: insert or add up, and tell the result, in one round trip.
_UPSERT = """
INSERT INTO cart_cartline
  (id, cart_id, variant_id, product_id, name, quantity, saved, removed_at, seen_price, seen_available, seen_sold)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (cart_id, variant_id, saved) DO UPDATE SET
  quantity = CASE
    WHEN cart_cartline.removed_at IS NOT NULL THEN excluded.quantity
    WHEN cart_cartline.quantity + excluded.quantity > %s THEN %s
    ELSE cart_cartline.quantity + excluded.quantity END,
  seen_price = CASE
    WHEN cart_cartline.removed_at IS NOT NULL THEN excluded.seen_price ELSE cart_cartline.seen_price END,
  removed_at = NULL, seen_available = NULL, name = excluded.name
RETURNING id, quantity
"""


@transaction.atomic
def add_line(secret: CartSecret, variant: VariantId, quantity: int = 1) -> ChangedLine:
    """Add 1 to 999 pieces of a variant; adding again sums, up to 999 a line. Six statements, transaction included.

    More pieces than are available are kept, and told when the cart is next looked at. Refuses CartNotFound,
    QuantityOutOfRange, NotForSale (unknown, withdrawn, no price), CartFull (200 lines).
    """
    check_quantity(quantity)
    cart = touch(secret, apart=variant)
    sellable = list_sellables([variant], cart.channel).get(variant)
    if sellable is None or not sellable.sold:
        raise NotForSale(variant=str(variant))
    now = clock.now()
    quotes = list_quotes([variant], cart.channel, at=now, sellables={variant: sellable}).get(variant, ())
    if not quotes or quotes[0].since > now:
        raise NotForSale(variant=str(variant))
    _make_room(cart)
    line, kept = _put(cart, sellable, quantity, quotes[0].gross.minor)
    return ChangedLine(line, kept, cart.pieces + kept, cart.version)


def _put(cart: Touched, sellable: Sellable, quantity: int, price: int) -> tuple[UUID, int]:
    fresh = CartLine(
        id=new_id(),
        cart_id=cart.id,
        variant_id=sellable.variant,
        product_id=sellable.product,
        name=dict(sellable.name),
        quantity=quantity,
        seen_price=price,
    )
    columns = CartLine._meta.concrete_fields
    values = [column.get_db_prep_save(getattr(fresh, column.attname), connection) for column in columns]
    ((line, kept),) = sql.fetch(_UPSERT, [*values, MOST_PIECES, MOST_PIECES])
    return sql.read_uuid(line), kept


def _make_room(cart: Touched) -> None:
    if cart.rows < MOST_LINES:
        return
    removed, _ = CartLine.objects.filter(cart_id=cart.id, removed_at__isnull=False).delete()
    if cart.rows - removed >= MOST_LINES:
        raise CartFull(most=MOST_LINES)
