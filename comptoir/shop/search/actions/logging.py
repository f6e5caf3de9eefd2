"""The log of searches: written by the server, a second later, in batches, so that no shopper waits for it."""

from __future__ import annotations

import atexit
import threading
from collections import deque
from datetime import timedelta

import structlog
from django.db import DatabaseError, connection, transaction

from comptoir.kernel import clock
from comptoir.shop.search.models import LoggedSearch
from comptoir.shop.search.rules.folding import clip, fold
from comptoir.shop.search.types import SearchRecord

FLUSH_AFTER_S = 1.0
WAITING_MOST = 10_000
CHUNK = 500
KEPT_DAYS = 395  # thirteen months: a season beside the same one of last year

_waiting: deque[LoggedSearch] = deque(maxlen=WAITING_MOST)
_timer_lock = threading.Lock()
_log = structlog.get_logger(__name__)


class _Timer:
    """At most one flush is under way in a process."""

    armed: threading.Timer | None = None


def record_search(record: SearchRecord) -> None:
    """Keep one search in the log: words, filters, results, consent. No person, no address, no journal line: it is one.

    Written within about a second in the background; at once when the caller is in a transaction. A process that is
    killed loses at most that second.
    """
    row = LoggedSearch(
        id=record.id,
        at=clock.now(),
        channel=record.channel[:40],
        language=record.language[:12],
        words=clip(record.words),
        key=clip(fold(record.words)),
        filters={group: list(values) for group, values in record.filters.items()},
        results=max(0, record.results),
        consent=record.consent[:12],
        took_ms=max(0, record.took_ms),
        corrected=clip(record.corrected),
        relaxed=record.relaxed,
    )
    if connection.in_atomic_block:
        LoggedSearch.objects.bulk_create([row], ignore_conflicts=True)
        return
    _waiting.append(row)
    _arm()


def _arm() -> None:
    with _timer_lock:
        if _Timer.armed is None:
            _Timer.armed = threading.Timer(FLUSH_AFTER_S, _flush_in_background)
            _Timer.armed.daemon = True
            _Timer.armed.start()


def _flush_in_background() -> None:
    with _timer_lock:
        _Timer.armed = None
    try:
        flush_searches()
    except DatabaseError as error:
        _log.warning("search_log_not_written", reason=str(error), waiting=len(_waiting))
    finally:
        connection.close()
    if _waiting:
        _arm()


def flush_searches() -> int:
    """Write what waits in this process; how many searches."""
    written = 0
    while _waiting:
        rows = [_waiting.popleft() for _ in range(min(CHUNK, len(_waiting)))]
        try:
            with transaction.atomic():
                LoggedSearch.objects.bulk_create(rows, ignore_conflicts=True)
        except DatabaseError:
            _waiting.extendleft(reversed(rows))
            raise
        written += len(rows)
    return written


def forget_searches(*, kept_days: int = KEPT_DAYS, most: int = 50_000) -> int:
    """Forget the searches older than that, at most `most` of them, the oldest first; how many."""
    before, forgotten = clock.now() - timedelta(days=kept_days), 0
    old = LoggedSearch.objects.filter(at__lt=before).order_by("at").values_list("id", flat=True)
    while forgotten < most and (ids := list(old[:CHUNK])):
        forgotten += LoggedSearch.objects.filter(id__in=ids).delete()[0]
    return forgotten


atexit.register(_waiting.clear)
