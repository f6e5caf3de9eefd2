"""Acts on one line: quantity, removal and undo, saving for later and back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock
from comptoir.shop.cart.actions.touch import Touched, touch
from comptoir.shop.cart.errors import LineNotFound
from comptoir.shop.cart.models import CartLine
from comptoir.shop.cart.rules import check_quantity, joined
from comptoir.shop.cart.types import CartSecret, ChangedLine


@transaction.atomic
def set_quantity(secret: CartSecret, line: UUID, quantity: int, *, version: int | None = None) -> ChangedLine:
    """Set a line to 0 to 999 pieces; 0 removes it, and it can be put back.

    With `version`, refuses CartChanged when another tab came first. Refuses CartNotFound, LineNotFound,
    QuantityOutOfRange.
    """
    check_quantity(quantity, least=0)
    if quantity == 0:
        return remove_line(secret, line, version=version)
    cart = touch(secret, version)
    row = _find(cart, line)
    if row.removed_at is not None:
        raise LineNotFound(line=str(line))
    return _write(cart, row, quantity=quantity, seen_available=None)


@transaction.atomic
def remove_line(secret: CartSecret, line: UUID, *, version: int | None = None) -> ChangedLine:
    """Take a line out; `restore_line` puts it back within a day. Removing twice is removing once.

    Refuses CartNotFound, LineNotFound, CartChanged.
    """
    cart = touch(secret, version)
    row = _find(cart, line)
    return _write(cart, row, removed_at=row.removed_at or clock.now())


@transaction.atomic
def restore_line(secret: CartSecret, line: UUID) -> ChangedLine:
    """Undo a removal: the line is back as it was. Refuses CartNotFound, LineNotFound (a day later, or emptied)."""
    cart = touch(secret)
    return _write(cart, _find(cart, line), removed_at=None)


@transaction.atomic
def save_for_later(secret: CartSecret, line: UUID, *, version: int | None = None) -> ChangedLine:
    """Set a line apart: kept, in no total. Joins the line saved before for the same article, if any.

    Refuses CartNotFound, LineNotFound, CartChanged.
    """
    return _shift(secret, line, saved=True, version=version)


@transaction.atomic
def move_to_cart(secret: CartSecret, line: UUID, *, version: int | None = None) -> ChangedLine:
    """Bring a saved line back among those to buy; joins the line of the same article, if any, up to 999 pieces.

    Refuses CartNotFound, LineNotFound, CartChanged.
    """
    return _shift(secret, line, saved=False, version=version)


def _shift(secret: CartSecret, line: UUID, *, saved: bool, version: int | None) -> ChangedLine:
    cart = touch(secret, version)
    row = _find(cart, line)
    if row.saved is saved:
        return _write(cart, row, removed_at=None)
    twin = CartLine.objects.filter(cart_id=cart.id, variant_id=row.variant_id, saved=saved).first()
    if twin is None:
        return _write(cart, row, saved=saved, removed_at=None, seen_available=None)
    quantity = row.quantity if twin.removed_at is not None else joined(row.quantity, twin.quantity)
    CartLine.objects.filter(id=row.id).delete()
    return _write(cart, twin, quantity=quantity, removed_at=None, seen_available=None)


def _find(cart: Touched, line: UUID) -> CartLine:
    row = CartLine.objects.filter(id=line, cart_id=cart.id).first()
    if row is None:
        raise LineNotFound(line=str(line))
    return row


def _write(cart: Touched, row: CartLine, **changed: object) -> ChangedLine:
    before = _pieces(row)
    for field, value in changed.items():
        setattr(row, field, value)
    CartLine.objects.filter(id=row.id).update(**changed)
    return ChangedLine(row.id, row.quantity, cart.pieces - before + _pieces(row), cart.version)


def _pieces(row: CartLine) -> int:
    return 0 if row.saved or row.removed_at is not None else row.quantity
