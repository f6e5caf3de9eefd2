"""Whether the shop can serve: the database answers, events are told in time, the index is there."""

from __future__ import annotations

from django.db import DatabaseError, connection

from comptoir.heads.api.wire.shop import Check, Health
from comptoir.kernel import clock, outbox
from comptoir.shop.search import queries as search
from comptoir.shop.search.types import IndexState

LATE_S = 300
"""Events told later than this are a failure worth waking somebody for."""


def look() -> Health:
    """Look at each part now. Late events and a missing index are told of but do not stop the shop (a plain search
    answers meanwhile); without its database it cannot serve."""
    database = _database()
    checks = (database, _events(), _search()) if database.ok else (database,)
    return Health("ok" if database.ok else "failing", checks)


def _database() -> Check:
    began = clock.monotonic()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError as error:
        return Check("database", ok=False, found=type(error).__name__)
    return Check("database", ok=True, found=f"{(clock.monotonic() - began) * 1000:.1f} ms")


def _events() -> Check:
    lag = outbox.find_lag()
    found = f"{lag.waiting} waiting, {lag.stuck} stuck, the oldest for {lag.oldest_s:.0f} s"
    return Check("events", ok=lag.oldest_s < LATE_S and not lag.stuck, found=found)


def _search() -> Check:
    states = search.list_index_states()
    return Check(
        "search",
        ok=all(one.engine == "index" and one.late_s < LATE_S for one in states),
        found="; ".join(map(_told, states)) or "no channel",
    )


def _told(state: IndexState) -> str:
    place = f"{state.channel} {state.language}: {state.engine}"
    if state.engine != "index":
        return f"{place} ({state.why}), {state.waiting} waiting"
    facts = f"generation {state.generation}, {state.articles} articles, {state.waiting} waiting"
    return f"{place}, {facts}, written {state.age_s:.0f} s ago"
