"""What may be known of jobs: their state, their progress, why they failed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from comptoir.kernel.errors import NotFound
from comptoir.kernel.models import Job


class JobNotFound(NotFound):
    """No such job, or it was finished so long ago that it is forgotten."""

    code = "kernel.job_not_found"


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as shown: `status` is READY, RUNNING, SUCCESSFUL or FAILED; `done` of `total` (None: not known yet)."""

    id: UUID
    task: str
    status: str
    attempts: int
    enqueued_at: datetime
    run_after: datetime
    started_at: datetime | None
    finished_at: datetime | None
    done: int
    total: int | None
    message: str
    last_error: str
    result: Any


def find_job(job: UUID) -> JobView:
    """One job; refuses `JobNotFound`."""
    found = Job.objects.filter(pk=job).first()
    if found is None:
        raise JobNotFound(job=str(job))
    return _view(found)


def list_jobs(*, status: str | None = None, task: str | None = None, limit: int = 100) -> tuple[JobView, ...]:
    """Jobs, the youngest first, at most 500."""
    jobs = Job.objects.order_by("-id")
    if status:
        jobs = jobs.filter(status=status)
    if task:
        jobs = jobs.filter(task=task)
    return tuple(_view(job) for job in jobs[: min(limit, 500)])


def count_jobs() -> dict[str, int]:
    """How many jobs are kept in each status."""
    return dict(Job.objects.order_by().values_list("status").annotate(Count("id")))


def _view(job: Job) -> JobView:
    return JobView(
        id=job.pk,
        task=job.task,
        status=job.status,
        attempts=job.attempts,
        enqueued_at=job.enqueued_at,
        run_after=job.run_after,
        started_at=job.started_at,
        finished_at=job.finished_at,
        done=job.done,
        total=job.total,
        message=job.message,
        last_error=job.errors[-1]["traceback"] if job.errors else "",
        result=job.result,
    )
