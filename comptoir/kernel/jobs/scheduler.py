"""Periodic work: whoever moves a line's `next_at` forward enqueues its job, so that one does among many."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from comptoir.kernel import switches
from comptoir.kernel.models import PeriodicRun
from comptoir.kernel.periods import Periodic
from comptoir.kernel.wiring import current_wiring


def tick(*, at: datetime) -> tuple[str, ...]:
    """Enqueue every periodic job due at `at`; returns their names. Runs missed while we were down run once."""
    lines = {line.name: line for line in current_wiring().periodic}
    known = {run.name: run for run in PeriodicRun.objects.filter(name__in=lines)}
    closed = switches.find_closed_rooms()
    started = []
    for name, line in lines.items():
        run = known.get(name)
        if run is None or run.cron != line.cron:
            _learn(line, at)
        elif run.next_at <= at and _win(run, line, at, enqueue=_room(line) not in closed):
            started.append(name)
    return tuple(started)


def _learn(line: Periodic, at: datetime) -> None:
    moment = line.next_after(at)
    with transaction.atomic():
        PeriodicRun.objects.bulk_create(
            [PeriodicRun(name=line.name, cron=line.cron, next_at=moment)], ignore_conflicts=True
        )
        PeriodicRun.objects.filter(name=line.name).exclude(cron=line.cron).update(cron=line.cron, next_at=moment)


def _win(run: PeriodicRun, line: Periodic, at: datetime, *, enqueue: bool) -> bool:
    with transaction.atomic():
        mine = PeriodicRun.objects.filter(name=run.name, next_at=run.next_at)
        won = mine.update(next_at=line.next_after(at), last_at=at) == 1 and enqueue
        if won:
            line.task.using(dedupe_key=f"periodic:{line.name}").enqueue()
    return won


def _room(line: Periodic) -> str:
    return str(line.task.module_path).split(".")[-3]
