"""Announcing an event inside the transaction that makes it true."""

from __future__ import annotations

import msgspec
from django.db import transaction

from comptoir.kernel import clock, nudges
from comptoir.kernel.events import Event
from comptoir.kernel.models import OutboxEvent


def emit(event: Event, *, about: str) -> None:
    """Announce `event`. `about` ("product:<id>", "catalogue") is what deliveries are ordered by.

    Refuses to run outside a transaction: an event must never be told of something that was rolled back.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"emit({event.kind()}) outside a transaction")
    payload = msgspec.to_builtins(event, str_keys=True)
    OutboxEvent.objects.create(kind=event.kind(), about=about, payload=payload, at=clock.now())
    transaction.on_commit(nudges.nudge)
