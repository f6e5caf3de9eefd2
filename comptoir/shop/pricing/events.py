"""What pricing announces."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self
from uuid import UUID

from comptoir.kernel.events import Event, unite


class PricesChanged(Event, frozen=True):
    """New rows of price history, in force now or later, for `variants` (at most 500) on `channel`."""

    variants: tuple[UUID, ...]
    channel: str

    @classmethod
    def merge(cls, events: Sequence[Self]) -> tuple[Self, ...]:
        """The variants of all of them, each once a channel."""
        return tuple(
            cls(variants=variants, channel=channel)
            for channel in dict.fromkeys(one.channel for one in events)
            for variants in unite(one.variants for one in events if one.channel == channel)
        )


class TaxRateDefined(Event, frozen=True):
    """A VAT rate begins on the day `since`: every price fixed in the other mode changes then."""

    country: str
    tax_class: str
    since: date
