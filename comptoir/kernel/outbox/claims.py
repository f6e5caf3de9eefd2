"""Fanning events out into deliveries, and leasing deliveries to one relay at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from comptoir.kernel.ids import new_id
from comptoir.kernel.models import OutboxDelivery, OutboxEvent
from comptoir.kernel.switch_cards import EventsWhenOff
from comptoir.kernel.wiring import Wiring

LEASE = timedelta(seconds=120)
FAN_OUT_LOCK = 0x636F6D70  # one relay fans out at a time, so that each lane is filled in order

_PENDING = Q(done_at__isnull=True, stuck_at__isnull=True)

# Written out because it runs once per delivery, and building it costs the ORM ten times what it costs the database.
_MARK_DONE = """
UPDATE kernel_outboxdelivery SET done_at = %s, lease = NULL, lease_until = NULL, last_error = ''
WHERE id IN (<ids>) AND lease = %s AND done_at IS NULL AND stuck_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM kernel_outboxdelivery AS earlier
    WHERE earlier.subscriber = kernel_outboxdelivery.subscriber AND earlier.about = kernel_outboxdelivery.about
    AND earlier.id < kernel_outboxdelivery.id AND earlier.done_at IS NULL AND earlier.stuck_at IS NULL
    AND earlier.id NOT IN (<ids>))
"""


def fan_out(wiring: Wiring, closed: Mapping[str, EventsWhenOff], *, at: datetime, limit: int) -> int:
    """Turn up to `limit` announced events into one delivery per subscriber; returns how many events."""
    if not OutboxEvent.objects.filter(relayed_at__isnull=True).exists():
        return 0
    with transaction.atomic():
        if not _take_fan_out_turn():
            return 0
        fresh = OutboxEvent.objects.filter(relayed_at__isnull=True).order_by("id")
        events = tuple(fresh.values_list("id", "kind", "about")[:limit])
        OutboxDelivery.objects.bulk_create(
            (
                OutboxDelivery(event_id=event, subscriber=one.name, about=about, next_try_at=at)
                for event, kind, about in events
                for one in wiring.subscribers.get(kind, ())
                if closed.get(one.room) is not EventsWhenOff.DROPPED
            ),
            batch_size=500,
        )
        OutboxEvent.objects.filter(id__in=[event for event, _, _ in events]).update(relayed_at=at)
    return len(events)


def _take_fan_out_turn() -> bool:
    if connection.vendor != "postgresql":
        return True  # SQLite's IMMEDIATE transaction is the lock
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [FAN_OUT_LOCK])
        return bool(cursor.fetchone()[0])


def claim(closed: Mapping[str, EventsWhenOff], *, at: datetime, limit: int) -> tuple[UUID, Sequence[OutboxDelivery]]:
    """Lease up to `limit` due deliveries, lanes unbroken; returns the lease and the deliveries in order.

    A lease that ran out means that its holder died telling: that counts as an attempt.
    """
    lease = new_id()
    if not _due(closed, at).exists():
        return lease, ()
    with transaction.atomic():
        due = _due(closed, at).order_by("id")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        ids = list(due.values_list("id", flat=True)[:limit])
        OutboxDelivery.objects.filter(id__in=ids).update(
            lease=lease,
            lease_until=at + LEASE,
            attempts=Case(When(lease_until__isnull=False, then=F("attempts") + 1), default=F("attempts")),
        )
    return lease, tuple(OutboxDelivery.objects.filter(lease=lease).select_related("event").order_by("id"))


def _due(closed: Mapping[str, EventsWhenOff], at: datetime) -> QuerySet[OutboxDelivery]:
    waiting = _earlier_in_lane().filter(Q(next_try_at__gt=at) | Q(lease_until__gt=at))
    due = OutboxDelivery.objects.filter(_PENDING, next_try_at__lte=at)
    for room in closed:
        due = due.exclude(subscriber__startswith=f"{room}.")
    return due.filter(Q(lease_until__isnull=True) | Q(lease_until__lte=at)).filter(~Exists(waiting))


def _earlier_in_lane() -> QuerySet[OutboxDelivery]:
    lane = {"subscriber": OuterRef("subscriber"), "about": OuterRef("about"), "id__lt": OuterRef("id")}
    return OutboxDelivery.objects.filter(_PENDING, **lane)


def mark_done(deliveries: Sequence[int], lease: UUID, *, at: datetime) -> bool:
    """Mark deliveries told together, in the transaction of their reaction; False when not all of them are ours, or
    when it is not their turn."""
    moment = connection.ops.adapt_datetimefield_value(at)
    holder = OutboxDelivery._meta.get_field("lease").get_db_prep_value(lease, connection)
    with connection.cursor() as cursor:
        statement = _MARK_DONE.replace("<ids>", ", ".join(["%s"] * len(deliveries)))
        cursor.execute(statement, [moment, *deliveries, holder, *deliveries])
        return bool(cursor.rowcount == len(deliveries))


def spare_the_disk() -> None:
    """Let PostgreSQL write this transaction to disk a moment later: after a crash it is as if it had not been done
    at all, reaction and mark together, and it is done again."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit TO OFF")


def mark_failed(delivery: OutboxDelivery, error: str, *, next_try_at: datetime, stuck_at: datetime | None) -> None:
    """Record a failed attempt and when to try again, or that we give up."""
    OutboxDelivery.objects.filter(_PENDING, id=delivery.pk, lease=delivery.lease).update(
        attempts=F("attempts") + 1,
        last_error=error,
        next_try_at=next_try_at,
        stuck_at=Value(stuck_at) if stuck_at else None,
        lease=None,
        lease_until=None,
    )


def release(ids: Sequence[int], lease: UUID) -> None:
    """Give back deliveries that were leased and not told."""
    OutboxDelivery.objects.filter(_PENDING, id__in=ids, lease=lease).update(lease=None, lease_until=None)


def renew(lease: UUID, *, at: datetime) -> None:
    """Hold on to what remains of a lease."""
    OutboxDelivery.objects.filter(_PENDING, lease=lease).update(lease_until=at + LEASE)
