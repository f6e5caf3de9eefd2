"""A tap on the shoulder of the runner of this process: something was committed that it may want to do now."""

from __future__ import annotations

import threading

_NEWS = threading.Condition()


class _Taps:
    """How many taps there have been: whoever has seen fewer has something to look at."""

    count = 0


def nudge() -> None:
    """Wake the runner of this process, if it has one; other processes see the news at their next look."""
    with _NEWS:
        _Taps.count += 1
        _NEWS.notify_all()


def seen() -> int:
    """How many taps there were so far; take it before looking, give it to `wait` afterwards."""
    return _Taps.count


def wait(since: int, seconds: float) -> None:
    """Sleep until a tap that came after `since`, at most `seconds`."""
    with _NEWS:
        _NEWS.wait_for(lambda: _Taps.count != since, timeout=seconds)
