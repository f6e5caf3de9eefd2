"""A progress bar for long work: how far, how fast, how long yet; one plain line where there is no terminal."""

from __future__ import annotations

import sys
from typing import Self

from comptoir.kernel import clock
from comptoir.shop.exchange.types import Progress

_WIDTH = 30
_EVERY_S = 0.2


class Gauge:
    """Shows progress on the standard error; silent when that is no terminal."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._live = sys.stderr.isatty()
        self._stage, self._since, self._first, self._shown = "", 0.0, 0, 0.0
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def show(self, progress: Progress) -> None:
        """Draw where the work stands, at most five times a second."""
        now = clock.monotonic()
        if progress.stage != self._stage:
            self._stage, self._since, self._first = progress.stage, now, progress.done
        if not self._live or (now - self._shown < _EVERY_S and progress.done != progress.total):
            return
        self._shown = now
        sys.stderr.write("\r" + self._line(progress, now).ljust(100)[:118])
        sys.stderr.flush()
        self._drawn = True

    def _line(self, progress: Progress, now: float) -> str:
        noun = "files" if progress.stage == "pictures" else self._noun
        rate = (progress.done - self._first) / max(now - self._since, 0.001)
        if not progress.total:
            return f"{progress.stage}: {progress.done} {noun}, {rate:.0f}/s"
        filled = _WIDTH * progress.done // progress.total
        bar = "#" * filled + "." * (_WIDTH - filled)
        left = f", {(progress.total - progress.done) / rate:.0f} s left" if rate > 0 else ""
        return f"{progress.stage} [{bar}] {progress.done}/{progress.total} {noun}, {rate:.0f}/s{left}"

    def close(self) -> None:
        """End the line that was drawn."""
        if self._drawn:
            sys.stderr.write("\n")
            self._drawn = False
