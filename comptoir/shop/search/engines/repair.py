"""A missing or damaged index has itself rebuilt."""

from __future__ import annotations

from threading import Lock

import structlog
from django.db import DatabaseError

from comptoir.kernel import clock
from comptoir.shop.search import jobs

ASK_EVERY_S = 20.0
SAY_EVERY_S = 60.0
REMEDY = "Its jobs rebuild it: `comptoir serve` or `comptoir worker` must run; or run `comptoir reindex`."
_asked: dict[tuple[str, str], float] = {}
_said: dict[tuple[str, str], float] = {}
_lock = Lock()
_log = structlog.get_logger(__name__)


def ask_for_repair(channel: str, language: str, *, reason: str) -> None:
    """Enqueue the rebuilding of an index, at most every twenty seconds from this process, once while it waits; say so
    in the log at most once a minute."""
    place = channel, language
    with _lock:
        if not _due(_asked, place, ASK_EVERY_S):
            return
        say = _due(_said, place, SAY_EVERY_S)
    if say:
        _log.warning("search_index_down", channel=channel, language=language, reason=reason, remedy=REMEDY)
    try:
        jobs.repair_index.enqueue(channel, language)
    except DatabaseError as error:  # the visitor is answered all the same
        if say:
            _log.warning("search_repair_not_enqueued", channel=channel, language=language, reason=str(error))


def _due(last: dict[tuple[str, str], float], place: tuple[str, str], every_s: float) -> bool:
    now, before = clock.monotonic(), last.get(place)
    if before is not None and now - before < every_s:
        return False
    last[place] = now
    return True
