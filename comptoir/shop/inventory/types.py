"""What crosses the inventory door: places, three numbers per variant and place, movements, receipts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType
from uuid import UUID

from comptoir.kernel.money import Money

PlaceId = NewType("PlaceId", UUID)
ReceiptId = NewType("ReceiptId", UUID)

SHOWN_AT_MOST = 99
"""Free pieces are shown up to this number; beyond, a page says "99" and no event tells of a change."""

LOW_STOCK = 3
"""At most so many free pieces is "low"."""


def availability(free: int) -> str:
    """The word a list shows for so many free pieces: "in", "low" or "out"."""
    if free <= 0:
        return "out"
    return "low" if free <= LOW_STOCK else "in"


@dataclass(frozen=True, slots=True)
class Place:
    """Where goods stand. `kind`: "warehouse" or "shop". `sells_online`: its stock may be promised to web buyers."""

    id: PlaceId
    code: str
    kind: str
    name: str
    address: Mapping[str, str]
    sells_online: bool


@dataclass(frozen=True, slots=True)
class StockLevel:
    """Whole pieces of one variant at one place. `short`: promised pieces that a shelf count showed missing.

    free = on_hand - allocated - held + short, never negative.
    """

    variant: UUID
    place: PlaceId
    on_hand: int
    allocated: int
    held: int
    short: int = 0

    @property
    def free(self) -> int:
        return self.on_hand - self.allocated - self.held + self.short


@dataclass(frozen=True, slots=True)
class Movement:
    """One append-only line that explains a stock number. Deltas are whole pieces; `ref` names the cause."""

    variant: UUID
    place: PlaceId
    kind: str
    on_hand: int
    allocated: int
    held: int
    ref: str
    reason: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Explanation:
    """A stock level with its latest movements, newest first; `earlier` counts the older ones not listed."""

    level: StockLevel
    movements: tuple[Movement, ...]
    earlier: int


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A stock item whose numbers are not the sum of its movements: what is `stored`, what the movements `tell`.

    Both are (on_hand, allocated, held).
    """

    variant: UUID
    place: PlaceId
    stored: tuple[int, int, int]
    told: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Take:
    """`quantity` whole pieces (1 or more) of a variant at a place, to hold, allocate, release or send off."""

    variant: UUID
    place: PlaceId
    quantity: int


@dataclass(frozen=True, slots=True)
class ReceiptLineDraft:
    variant: UUID
    quantity: int
    unit_cost: Money


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """Goods received from a supplier. `paid_on` is when the supplier was paid (SOL-7 asks for it); None: not yet."""

    place: str
    supplier: str
    reference: str
    received_on: date
    lines: tuple[ReceiptLineDraft, ...]
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """What a variant was bought for, from one receipt line: the proof SOL-7 (paid when?) and RAP-1 (cost?) ask for."""

    receipt: ReceiptId
    variant: UUID
    supplier: str
    reference: str
    quantity: int
    unit_cost: Money
    received_on: date
    paid_on: date | None
