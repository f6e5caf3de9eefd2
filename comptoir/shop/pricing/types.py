"""What crosses the pricing door: prices with their dates, taxes, unit prices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import VariantId

PriceId = UUID

TAX_CLASSES = ("standard", "intermediate", "reduced", "super_reduced", "zero", "exempt")
"""VAT classes of articles: "zero" is taxed at 0 %, "exempt" is outside the tax; both are 0, neither a missing rate."""


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """A price to put in force for one variant and channel from `valid_from` (None: now).

    `mode` "gross": the consumer price is fixed whatever the tax; "net": the price before tax is fixed.
    """

    variant: VariantId
    channel: str
    amount: Money
    mode: str = "gross"
    valid_from: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PriceInForce:
    """One row of the append-only history: the amount in force from `valid_from` until the next row begins.

    Of two rows with the same `valid_from` the one recorded last is in force; the other never was.
    """

    variant: VariantId
    channel: str
    amount: Money
    mode: str
    valid_from: datetime
    recorded_at: datetime
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class TaxRate:
    """VAT of one class in one country. `rate_bp` in basis points: 2000 is 20 %, 550 is 5.5 %.

    `country` is ISO 3166-1 ("FR", "GP"), or ISO 3166-2 where a region has its own rates ("FR-20R", Corsica). In force
    from 0:00, Paris time, of the day `since`.
    """

    country: str
    tax_class: str
    rate_bp: int
    since: date = date.min


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """Price per whole unit of measure (PRI-14): 3.98 EUR per `kg`."""

    amount: Money
    unit: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What one piece of a variant costs a consumer from `since`: gross = net + tax, and until when this is known.

    `holds_until` is the next moment a dated price or rate changes it, or None.
    """

    variant: VariantId
    channel: str
    gross: Money
    net: Money
    tax: Money
    rate_bp: int
    unit_price: UnitPrice | None
    since: datetime
    holds_until: datetime | None


@dataclass(frozen=True, slots=True)
class LowestPrice:
    """The lowest consumer price in force at any moment of the days before `at` (PRI-1), and since when it was.

    `known_days` is how many of those days have a price at all: fewer than asked means an article newer than that.
    """

    gross: Money
    since: datetime
    known_days: int
