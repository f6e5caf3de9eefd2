"""Forgetting events that were told long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from comptoir.kernel.models import OutboxDelivery, OutboxEvent

KEPT_DAYS = 14


def prune(*, at: datetime, kept_days: int = KEPT_DAYS, chunk: int = 1000) -> int:
    """Delete events relayed before `kept_days` whose deliveries are all done; returns how many. Short transactions."""
    pruned = 0
    undone = OutboxDelivery.objects.filter(event=OuterRef("pk"), done_at__isnull=True)
    old = OutboxEvent.objects.filter(relayed_at__lt=at - timedelta(days=kept_days)).filter(~Exists(undone))
    while True:
        with transaction.atomic():
            ids = list(old.order_by("id").values_list("id", flat=True)[:chunk])
            OutboxDelivery.objects.filter(event__in=ids).delete()
            OutboxEvent.objects.filter(id__in=ids).delete()
        pruned += len(ids)
        if len(ids) < chunk:
            return pruned
