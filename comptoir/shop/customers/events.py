"""What the customers' room announces. Ids only: never an address."""

from __future__ import annotations

from uuid import UUID

from comptoir.kernel.events import Event


class CustomerRegistered(Event, frozen=True):
    """Somebody left an address for the first time."""

    customer: UUID


class ConsentRecorded(Event, frozen=True):
    """A customer, or a visitor (`customer` None), answered a question of consent."""

    purpose: str
    granted: bool
    customer: UUID | None = None


class CustomerForgotten(Event, frozen=True):
    """A customer was erased: whoever keeps anything about them erases it too."""

    customer: UUID
