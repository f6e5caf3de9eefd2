"""Pure rules of the cart: secrets, quantities, what changed since it was last seen, totals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from comptoir.kernel.money import Money
from comptoir.shop.cart.errors import QuantityOutOfRange
from comptoir.shop.cart.types import KEPT_DAYS, MOST_PIECES, CartLine, LineNotice

SHOWN_AT_MOST = 99
UNDO_FOR = timedelta(days=1)
WELCOME_AFTER = timedelta(hours=4)
MOST_KEYS = 20


def fingerprint(secret: str) -> str:
    """What is stored of a secret: its SHA-256. Guessing is hopeless at 256 bits, so no salt nor slowness is needed."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def check_quantity(quantity: int, *, least: int = 1) -> int:
    """`quantity` itself when it is a whole number from `least` to 999; refused otherwise."""
    if type(quantity) is not int or not least <= quantity <= MOST_PIECES:
        raise QuantityOutOfRange(quantity=str(quantity)[:40], least=least, most=MOST_PIECES)
    return quantity


def joined(one: int, other: int) -> int:
    """Pieces of two lines of the same cart made one: their sum, up to what a line holds."""
    return min(one + other, MOST_PIECES)


def merged(guest: int, customer: int) -> int:
    """Pieces when a guest's cart joins the customer's: the larger number.

    Mostly the two lines are one intention, met twice (the same shopper on two devices, or logging in again); a sum
    would then put something in the cart that nobody asked for.
    """
    return max(guest, customer)


def is_forgotten(touched_at: datetime, at: datetime) -> bool:
    """Whether a cart's 90 days are over."""
    return touched_at < forgotten_before(at)


def forgotten_before(at: datetime) -> datetime:
    """Carts last touched before this moment are no longer kept."""
    return at - timedelta(days=KEPT_DAYS)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the shopper was last told of a line: price in minor units, pieces available (None: not yet), on sale."""

    price: int
    available: int | None
    sold: bool


@dataclass(frozen=True, slots=True)
class Now:
    """What is true of a line: `price` None when it is not sold (any more)."""

    price: int | None
    available: int


def notices(quantity: int, seen: Seen, now: Now) -> tuple[LineNotice, ...]:
    """What to tell of a line, each change once: nothing is told again until `seen` differs from `now` again."""
    if now.price is None:
        return (LineNotice("withdrawn", quantity, 0),) if seen.sold else ()
    told = []
    if now.price != seen.price:
        told.append(LineNotice("price_up" if now.price > seen.price else "price_down", seen.price, now.price))
    if now.available < quantity and (seen.available is None or now.available < seen.available):
        was = quantity if seen.available is None else min(seen.available, quantity)
        told.append(LineNotice("sold_out" if now.available == 0 else "less_stock", was, now.available))
    return tuple(told)


def as_seen(seen: Seen, now: Now) -> Seen:
    """What the shopper has been told once `now` was shown."""
    price = seen.price if now.price is None else now.price
    return Seen(price, min(now.available, MOST_PIECES), now.price is not None)


def subtotal(lines: Iterable[CartLine], currency: str) -> Money:
    """Sum of the lines that can be bought (docs/money.md, step 6)."""
    return sum((line.total for line in lines if line.total is not None), Money.zero(currency))
