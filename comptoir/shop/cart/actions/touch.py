"""How every act on a cart begins: one statement that finds it by secret, locks it, and gives it a new version.

Plain SQL, because UPDATE ... RETURNING makes one round trip of what the ORM needs three for; the rest of the room
uses the ORM.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn
from uuid import UUID

from comptoir.kernel import clock, sql
from comptoir.shop.cart.errors import CartChanged, CartNotFound
from comptoir.shop.cart.models import CartKey
from comptoir.shop.cart.rules import fingerprint, forgotten_before
from comptoir.shop.cart.types import CartSecret

_NOBODY = UUID(int=0)
_TOUCH = """
UPDATE cart_cart SET touched_at = %s, version = version + %s
WHERE id = (SELECT cart_id FROM cart_cartkey WHERE secret_hash = %s) AND touched_at >= %s{guard}
RETURNING id, channel, version,
  (SELECT COUNT(*) FROM cart_cartline WHERE cart_id = cart_cart.id AND (saved OR variant_id <> %s)),
  (SELECT COALESCE(SUM(quantity), 0) FROM cart_cartline
   WHERE cart_id = cart_cart.id AND NOT saved AND removed_at IS NULL AND variant_id <> %s)
"""


@dataclass(frozen=True, slots=True)
class Touched:
    """A cart being changed, counted as the act began, the line to buy of the variant `apart` not counted: `rows` of
    any kind, removed ones too, and `pieces` to buy."""

    id: UUID
    channel: str
    version: int
    rows: int
    pieces: int


def touch(
    secret: CartSecret, version: int | None = None, *, apart: UUID = _NOBODY, changes_lines: bool = True
) -> Touched:
    """The cart of this secret, locked until the transaction ends. Refuses CartNotFound, CartChanged."""
    now = clock.now()
    guard, stated = ("", ()) if version is None else (" AND version = %s", (version,))
    bump = 1 if changes_lines else 0
    rows = sql.fetch(
        _TOUCH.format(guard=guard), [now, bump, fingerprint(secret), forgotten_before(now), *stated, apart, apart]
    )
    if not rows:
        _refuse(secret, version)
    cart, channel, new_version, lines, pieces = rows[0]
    return Touched(sql.read_uuid(cart), channel, new_version, lines, int(pieces))


def _refuse(secret: CartSecret, version: int | None) -> NoReturn:
    key = CartKey.objects.select_related("cart").filter(secret_hash=fingerprint(secret)).first()
    if key is None or version is None or key.cart.touched_at < forgotten_before(clock.now()):
        raise CartNotFound
    raise CartChanged(version=key.cart.version)
