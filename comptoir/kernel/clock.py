"""The one place that reads the clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from comptoir.kernel.calendar import PARIS

__all__ = ["PARIS", "monotonic", "now"]


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def monotonic() -> float:
    """Seconds that only go forward, for measuring durations and time-outs."""
    return time.monotonic()
