"""What crosses the cart's door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType
from uuid import UUID

from comptoir.kernel.money import Money

CartId = NewType("CartId", UUID)
CartSecret = NewType("CartSecret", str)
"""Proves that a browser owns a cart: 256 random bits. Only its SHA-256 is stored. Never logged, mailed, in a URL."""

MOST_PIECES = 999
"""Pieces one line holds at most."""

MOST_LINES = 200
"""Lines one cart holds at most, those saved for later included."""

KEPT_DAYS = 90
"""A cart is kept so long after it was last touched."""


@dataclass(frozen=True, slots=True)
class LineNotice:
    """What changed on a line since the shopper last saw it. `code`: "price_up", "price_down", "less_stock",
    "sold_out", "withdrawn"; `was` and `now` are minor units for prices, pieces for stock."""

    code: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line. `available`: pieces that can be had now (capped at 99 for display).

    `unit` is None when the article is withdrawn; `total` is None when it cannot be bought: withdrawn, or sold out.
    """

    id: UUID
    variant: UUID
    product: UUID
    name: str
    choice: str  # "39, brick": the option values in words
    slug: str
    picture: str
    sku: str
    quantity: int
    unit: Money | None
    total: Money | None
    available: int
    saved: bool  # saved for later: shown apart, in no total
    notices: tuple[LineNotice, ...]


@dataclass(frozen=True, slots=True)
class CartView:
    """A cart as shown: `lines` to buy, `saved` for later; `subtotal` sums what can be bought."""

    id: CartId
    channel: str
    currency: str
    lines: tuple[CartLine, ...]
    saved: tuple[CartLine, ...]
    count: int  # pieces in `lines`
    subtotal: Money
    removed: tuple[UUID, ...]  # lines that can still be put back, the latest removed first
    touched_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class OpenedCart:
    """A cart with a secret for the browser to keep; the secret is told only this once."""

    id: CartId
    secret: CartSecret


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line after an act: its quantity now, the pieces in the whole cart, the cart's new version."""

    line: UUID
    quantity: int
    count: int
    version: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """A cart that waits for somebody who comes back: pieces and lines to buy, and when it was last touched."""

    count: int
    lines: int
    touched_at: datetime
