"""A tap on the shoulder of the runner of this process: something was committed that it may want to do now."""

from __future__ import annotations

import threading

_TAPPED = threading.Event()


def nudge() -> None:
    """Wake the runner of this process, if it has one; other processes see the news at their next look."""
    _TAPPED.set()


def wait(seconds: float) -> None:
    """Sleep until the next nudge, at most `seconds`."""
    _TAPPED.wait(seconds)
    _TAPPED.clear()
