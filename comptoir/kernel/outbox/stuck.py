"""What could not be told: the list for the staff, trying again, giving up for good, and how late we are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Min

from comptoir.kernel import clock, journal, nudges
from comptoir.kernel.models import OutboxDelivery, OutboxEvent


@dataclass(frozen=True, slots=True)
class StuckDelivery:
    """A delivery that failed too often. `last_error` ends with the exception."""

    id: int
    kind: str
    about: str
    subscriber: str
    attempts: int
    announced_at: datetime
    stuck_at: datetime
    last_error: str


@dataclass(frozen=True, slots=True)
class Lag:
    """Seconds since the oldest event not yet told everywhere, and how many wait or are stuck."""

    oldest_s: float
    waiting: int
    stuck: int


def list_stuck(limit: int = 100) -> tuple[StuckDelivery, ...]:
    """Stuck deliveries, oldest first."""
    stuck = OutboxDelivery.objects.filter(done_at__isnull=True, stuck_at__isnull=False)
    return tuple(_show(row) for row in stuck.select_related("event").order_by("stuck_at", "id")[: min(limit, 500)])


def _show(row: OutboxDelivery) -> StuckDelivery:
    stuck_at = row.stuck_at or row.next_try_at
    event = row.event
    return StuckDelivery(
        row.pk, event.kind, row.about, row.subscriber, row.attempts, event.at, stuck_at, row.last_error
    )


def retry_stuck(ids: Sequence[int], *, actor: str) -> int:
    """Try stuck deliveries again from the first attempt; returns how many. They may be told after younger events."""
    with transaction.atomic():
        stuck = OutboxDelivery.objects.filter(id__in=ids, done_at__isnull=True, stuck_at__isnull=False)
        found = stuck.update(stuck_at=None, attempts=0, next_try_at=clock.now(), lease=None, lease_until=None)
        journal.record_many(journal.Entry(actor, "retry", f"delivery:{one}") for one in ids[:500])
        transaction.on_commit(nudges.nudge)
    return found


def discard_stuck(ids: Sequence[int], *, actor: str, reason: str) -> int:
    """Never tell these stuck deliveries, for a reason kept in the journal; returns how many."""
    with transaction.atomic():
        stuck = OutboxDelivery.objects.filter(id__in=ids, done_at__isnull=True, stuck_at__isnull=False)
        found = stuck.update(done_at=clock.now())
        journal.record_many(journal.Entry(actor, "discard", f"delivery:{one}", reason=reason) for one in ids[:500])
    return found


def find_lag() -> Lag:
    """How late the telling is now, for the health page and its alert."""
    unrelayed = OutboxEvent.objects.filter(relayed_at__isnull=True)
    pending = OutboxDelivery.objects.filter(done_at__isnull=True, stuck_at__isnull=True)
    moments = (unrelayed.aggregate(at=Min("at"))["at"], pending.aggregate(at=Min("event__at"))["at"])
    oldest = min((moment for moment in moments if moment), default=None)
    stuck = OutboxDelivery.objects.filter(done_at__isnull=True, stuck_at__isnull=False).count()
    late = max((clock.now() - oldest).total_seconds(), 0.0) if oldest else 0.0
    return Lag(late, unrelayed.count() + pending.count(), stuck)
