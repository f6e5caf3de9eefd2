"""Whether the shop can serve: the database answers, events are told in time, the index is there."""

from __future__ import annotations

from django.db import DatabaseError, connection

from comptoir.heads.api.wire.shop import Check, Health
from comptoir.kernel import clock, outbox

LATE_S = 300
"""Events told later than this are a failure worth waking somebody for."""


def look() -> Health:
    """Look at each part now. Late events are told of but do not stop the shop; without its database it cannot serve."""
    database = _database()
    checks = (database, _events()) if database.ok else (database,)
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
