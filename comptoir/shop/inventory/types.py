"""What crosses the inventory door: places, three numbers per variant and place, movements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType
from uuid import UUID

from comptoir.kernel.money import Money

PlaceId = NewType("PlaceId", UUID)


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
    """Whole pieces of one variant at one place. free = on_hand - allocated - held, never negative."""

    variant: UUID
    place: PlaceId
    on_hand: int
    allocated: int
    held: int

    @property
    def free(self) -> int:
        return self.on_hand - self.allocated - self.held


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
