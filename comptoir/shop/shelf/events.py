"""What the shelf announces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from comptoir.kernel.events import Event, unite


class CardsChanged(Event, frozen=True, kw_only=True):
    """What is shown of these articles changed on this channel (at most 500): built anew, moved, or taken down."""

    products: tuple[UUID, ...]
    channel: str

    @classmethod
    def merge(cls, events: Sequence[Self]) -> tuple[Self, ...]:
        """The articles of all of them, each once a channel."""
        return tuple(
            cls(products=products, channel=channel)
            for channel in dict.fromkeys(one.channel for one in events)
            for products in unite(one.products for one in events if one.channel == channel)
        )
