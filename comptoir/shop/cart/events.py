"""What the cart announces: nothing of anonymous comings and goings, only what binds a cart to a person."""

from __future__ import annotations

from uuid import UUID

from comptoir.kernel.events import Event


class CartsMerged(Event, frozen=True):
    """A guest's cart joined the cart of the customer who logged in; the guest's is gone."""

    cart: UUID
    customer: UUID
