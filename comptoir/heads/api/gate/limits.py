"""Rate limits: one token bucket per key or address, kept in Django's cache."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache

from comptoir.heads.api.errors import TooManyRequests
from comptoir.kernel import clock

BURST_SHARE = 4
"""The bucket holds a quarter of a minute's requests: that many may come at once."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left: `limit` requests at once, `remaining` now, full again in `reset_s` seconds."""

    limit: int
    remaining: int
    reset_s: int


def take_token(limited_as: str) -> Allowance | None:
    """Take one request out of this asker's bucket; None when no limit is set. Refuses TooManyRequests.

    Two requests at the same instant may take the same token: a limit is a fence, not a ledger.
    """
    per_minute = settings.API_RATE
    if not per_minute:
        return None
    size, per_second = max(1, per_minute // BURST_SHARE), per_minute / 60
    key, now = f"api.bucket:{limited_as}", clock.now().timestamp()
    left, at = cache.get(key) or (float(size), now)
    left = min(size, left + max(0.0, now - at) * per_second)
    if left < 1:
        raise TooManyRequests(retry_after_s=max(1, math.ceil((1 - left) / per_second)))
    cache.set(key, (left - 1, now), timeout=120)
    return Allowance(size, int(left - 1), math.ceil((size - left + 1) / per_second))
