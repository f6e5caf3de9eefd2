"""What pricing announces."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from comptoir.kernel.events import Event


class PricesChanged(Event, frozen=True):
    """New rows of price history, in force now or later, for `variants` (at most 500) on `channel`."""

    variants: tuple[UUID, ...]
    channel: str


class TaxRateDefined(Event, frozen=True):
    """A VAT rate begins on the day `since`: every price fixed in the other mode changes then."""

    country: str
    tax_class: str
    since: date
