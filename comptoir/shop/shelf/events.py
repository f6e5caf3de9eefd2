"""What the shelf announces."""

from __future__ import annotations

from uuid import UUID

from comptoir.kernel.events import Event


class CardsChanged(Event, frozen=True, kw_only=True):
    """What is shown of these articles changed on this channel (at most 500): built anew, moved, or taken down."""

    products: tuple[UUID, ...]
    channel: str
