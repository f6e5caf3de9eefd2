"""Every row lock of the cart, taken in key order."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from comptoir.shop.cart.models import Cart


def lock_cart(cart: UUID) -> Cart | None:
    """This cart, locked, if it still exists. Guests' carts are locked after the customer's they join."""
    return Cart.objects.select_for_update(no_key=True).filter(id=cart).first()


def lock_cart_of(customer: UUID, channel: str) -> Cart | None:
    """The cart of a customer on a channel, locked, if there is one."""
    return Cart.objects.select_for_update(no_key=True).filter(customer_id=customer, channel=channel).first()


def lock_forgotten(before: datetime, *, limit: int) -> list[UUID]:
    """Ids of carts last touched before a moment, locked; those that somebody is touching right now are left alone."""
    rows = Cart.objects.select_for_update(skip_locked=True).filter(touched_at__lt=before)
    return [row.id for row in rows.order_by("id")[:limit]]
