"""Whether a cart waits, told from its counters alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery, Sum

from comptoir.kernel import clock
from comptoir.shop.cart.models import CartKey, CartLine
from comptoir.shop.cart.rules import WELCOME_AFTER, fingerprint, is_forgotten
from comptoir.shop.cart.types import CartSecret, Welcome


def find_welcome(secret: CartSecret, *, at: datetime) -> Welcome | None:
    """What greets somebody who comes back over four hours later to a cart with articles in it: keep, view or empty.

    None when there is nothing to say, an unknown secret included. `actions.keep_cart`, like any act, ends it.
    """
    found = _waiting(secret, at)
    return found if found is not None and at - found.touched_at > WELCOME_AFTER else None


def count_pieces(secret: CartSecret) -> int:
    """Pieces to buy in the cart of this secret; 0 when there is none."""
    found = _waiting(secret, clock.now())
    return found.count if found is not None else 0


def _waiting(secret: CartSecret, at: datetime) -> Welcome | None:
    row = (
        CartKey.objects.filter(secret_hash=fingerprint(secret))
        .values_list("cart__touched_at", _tally(Sum("quantity")), _tally(Count("id")))
        .first()
    )
    if row is None or not row[2] or is_forgotten(row[0], at):
        return None
    return Welcome(count=row[1], lines=row[2], touched_at=row[0])


def _tally(what: Any) -> Subquery:
    lines = CartLine.objects.filter(Q(saved=False, removed_at=None), cart_id=OuterRef("cart_id"))
    return Subquery(lines.order_by().values("cart_id").annotate(tally=what).values("tally"))
