"""Whether a cart waits, told from its counters alone."""

from __future__ import annotations

from datetime import datetime

from comptoir.kernel import clock, sql
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.rules import WELCOME_AFTER, fingerprint, is_forgotten
from comptoir.shop.cart.types import CartId, CartSecret, Welcome

_OPENED = """
SELECT c.id, c.touched_at FROM cart_cartkey k JOIN cart_cart c ON c.id = k.cart_id WHERE k.secret_hash = %s
"""
_WAITING = """
SELECT c.touched_at, SUM(l.quantity), COUNT(l.id)
FROM cart_cartkey k JOIN cart_cart c ON c.id = k.cart_id
JOIN cart_cartline l ON l.cart_id = c.id AND NOT l.saved AND l.removed_at IS NULL
WHERE k.secret_hash = %s GROUP BY c.touched_at
"""


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


def find_cart_id(secret: CartSecret) -> CartId:
    """The id of the cart that this secret opens; one statement. Refuses CartNotFound."""
    rows = sql.fetch(_OPENED, [fingerprint(secret)])
    if not rows or is_forgotten(sql.read_moment(rows[0][1]), clock.now()):
        raise CartNotFound
    return CartId(sql.read_uuid(rows[0][0]))


def _waiting(secret: CartSecret, at: datetime) -> Welcome | None:
    rows = sql.fetch(_WAITING, [fingerprint(secret)])
    if not rows or not rows[0][2]:
        return None
    found = Welcome(count=int(rows[0][1]), lines=rows[0][2], touched_at=sql.read_moment(rows[0][0]))
    return None if is_forgotten(found.touched_at, at) else found
