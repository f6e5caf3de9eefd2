"""A missing or damaged index has itself rebuilt."""

from __future__ import annotations

from threading import Lock

import structlog
from django.db import DatabaseError

from comptoir.kernel import clock
from comptoir.shop.search import jobs

ASK_EVERY_S = 20.0
_asked: dict[tuple[str, str], float] = {}
_lock = Lock()
_log = structlog.get_logger(__name__)


def ask_for_repair(channel: str, language: str, *, reason: str) -> None:
    """Enqueue the rebuilding of an index, at most every twenty seconds from this process, once while it waits."""
    with _lock:
        now, last = clock.monotonic(), _asked.get((channel, language))
        if last is not None and now - last < ASK_EVERY_S:
            return
        _asked[channel, language] = now
    _log.warning("search_index_down", channel=channel, language=language, reason=reason)
    try:
        jobs.repair_index.enqueue(channel, language)
    except DatabaseError as error:  # the visitor is answered all the same
        _log.warning("search_repair_not_enqueued", channel=channel, language=language, reason=str(error))
