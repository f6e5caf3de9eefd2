"""The outbox: events are announced in the transaction that makes them true, and told afterwards."""

from __future__ import annotations

import msgspec
from django.db import transaction

from comptoir.kernel import clock
from comptoir.kernel.events import Event
from comptoir.kernel.models import OutboxEvent


def emit(event: Event, *, about: str) -> None:
    """Announce `event`. `about` ("product:<id>", "catalogue") is what deliveries are ordered by.

    Refuses to run outside a transaction: an event must never be told of something that was rolled back.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"emit({event.kind()}) outside a transaction")
    OutboxEvent.objects.create(kind=event.kind(), about=about, payload=msgspec.to_builtins(event), at=clock.now())
