"""Reports of imports are kept for a time, the latest ones whatever their age."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from comptoir.kernel import clock
from comptoir.shop.exchange.models import ImportLine, ImportRun

KEPT_DAYS = 400
ALWAYS_KEPT = 20
STALE_DAYS = 30  # of a dry run cut short, which nobody takes up again
_AT_ONCE = 50


def forget_runs(*, kept_days: int = KEPT_DAYS, most: int = 1_000) -> int:
    """Forget the reports of imports ended longer ago, at most `most`, the oldest first; how many.

    The twenty latest stay whatever their age, and so does a real import cut short: it can still go on. The journal
    keeps what each import did.
    """
    now = clock.now()
    old = Q(status="done", started_at__lt=now - timedelta(days=kept_days))
    abandoned = Q(status="running", dry_run=True, started_at__lt=now - timedelta(days=STALE_DAYS))
    latest = list(ImportRun.objects.order_by("-started_at", "-id").values_list("id", flat=True)[:ALWAYS_KEPT])
    ids = list(
        ImportRun.objects.filter(old | abandoned)
        .exclude(id__in=latest)
        .order_by("started_at", "id")
        .values_list("id", flat=True)[:most]
    )
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        ImportLine.objects.filter(run_id__in=some).delete()
        ImportRun.objects.filter(id__in=some).delete()
    return len(ids)
