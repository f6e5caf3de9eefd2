"""How far a long piece of work has come, where others can read it."""

from __future__ import annotations

from typing import Protocol

from django_tasks import TaskContext

from comptoir.kernel import clock
from comptoir.kernel.models import Job

EVERY_S = 0.5


class Progress(Protocol):
    """Told by long work as it goes: `done` of `total` (None: not known yet), and a word on what is being done."""

    def __call__(self, done: int, total: int | None = None, message: str = "") -> None: ...


def silent(done: int, total: int | None = None, message: str = "") -> None:
    """A progress that nobody follows."""


def progress_of(context: TaskContext) -> Progress:
    """The progress of the job that runs with this context, written at most twice a second and at the end.

    Call it between transactions: inside one, nobody sees it before the commit.
    """
    job_id, last = context.task_result.id, -EVERY_S

    def report(done: int, total: int | None = None, message: str = "") -> None:
        nonlocal last
        if done != total and clock.monotonic() - last < EVERY_S:
            return
        last = clock.monotonic()
        Job.objects.filter(pk=job_id).update(done=done, total=total, message=message[:300])

    return report
