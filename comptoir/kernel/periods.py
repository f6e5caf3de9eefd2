"""What runs when: one line of the PERIODIC table, and when its cron expression falls due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cronsim import CronSim

from comptoir.kernel.clock import PARIS


@dataclass(frozen=True, slots=True)
class Periodic:
    """`name` identifies the line for ever, `cron` counts in Europe/Paris, `task` is enqueued with no argument."""

    name: str
    cron: str
    task: Any

    def next_after(self, moment: datetime) -> datetime:
        """The first due moment after `moment`, in UTC. Nights of clock change run a job once, as Debian's cron does."""
        due: datetime = next(CronSim(self.cron, moment.astimezone(PARIS)))
        return due.astimezone(UTC)
