"""The cart as a program reads and writes it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from comptoir.kernel.money import Money
from comptoir.shop.cart.types import CartLine, CartView

QUANTITY_MOST = 999
Quantity = Annotated[int, msgspec.Meta(ge=1, le=QUANTITY_MOST, description="Whole pieces.")]


class NewCart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cart to open, in the language its shopper reads."""

    language: str = ""


class NewLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pieces of a variant to add; a line of the same variant grows."""

    variant: UUID
    quantity: Quantity = 1


class NewQuantity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many pieces a line should have."""

    quantity: Quantity


class Amount(msgspec.Struct, frozen=True):
    """Whole minor units (cents) of `currency`, taxes included."""

    minor: int
    currency: str


class LineChange(msgspec.Struct, frozen=True):
    """What changed since the shopper last saw the line: "price_up", "price_down", "less_stock", "sold_out",
    "withdrawn"; minor units for prices, pieces for stock."""

    code: str
    was: int
    now: int


class Line(msgspec.Struct, frozen=True):
    """A line of the cart. `available`: pieces that can be had now. `unit` and `total` are null once withdrawn."""

    id: UUID
    variant: UUID
    article: UUID
    name: str
    choice: str
    slug: str
    picture: str
    sku: str
    quantity: int
    unit: Amount | None
    total: Amount | None
    available: int
    changes: tuple[LineChange, ...]


class Cart(msgspec.Struct, frozen=True):
    """A cart: `lines` to buy, `saved` for later, ids of `removed` lines that can be put back; `count` pieces to buy."""

    id: UUID
    channel: str
    lines: tuple[Line, ...]
    saved: tuple[Line, ...]
    removed: tuple[UUID, ...]
    count: int
    subtotal: Amount
    touched_at: datetime
    version: int


class CartOpened(msgspec.Struct, frozen=True):
    """A new cart. The secret proves whose it is: keep it from everybody else, it is told only now."""

    secret: str
    cart: Cart


class CartWelcome(msgspec.Struct, frozen=True):
    """Whether a cart waits for somebody who comes back: its pieces, its lines, when it was last touched."""

    waiting: bool
    count: int
    lines: int
    touched_at: datetime | None


def cart_of(view: CartView) -> Cart:
    """The room's view of a cart as the API says it."""
    return Cart(
        id=view.id,
        channel=view.channel,
        lines=tuple(_line_of(line) for line in view.lines),
        saved=tuple(_line_of(line) for line in view.saved),
        removed=view.removed,
        count=view.count,
        subtotal=Amount(view.subtotal.minor, view.subtotal.currency),
        touched_at=view.touched_at,
        version=view.version,
    )


def _line_of(line: CartLine) -> Line:
    return Line(
        id=line.id,
        variant=line.variant,
        article=line.product,
        name=line.name,
        choice=line.choice,
        slug=line.slug,
        picture=line.picture,
        sku=line.sku,
        quantity=line.quantity,
        unit=_amount_of(line.unit),
        total=_amount_of(line.total),
        available=line.available,
        changes=tuple(LineChange(each.code, each.was, each.now) for each in line.notices),
    )


def _amount_of(money: Money | None) -> Amount | None:
    return Amount(money.minor, money.currency) if money else None
