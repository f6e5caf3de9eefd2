"""The queue: leasing a job to one worker, its end, its next try, and giving back the jobs of dead workers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from comptoir.kernel.ids import new_id
from comptoir.kernel.models import Job, JobStatus

LEASE = timedelta(seconds=30)
KEPT_DAYS = 14
ERRORS_KEPT = 5
CLAIMED = ("status", "attempts", "started_at", "last_attempted_at", "lease", "lease_until", "worker_ids")
DEAD = {"exception_class_path": "builtins.SystemExit", "traceback": "The worker died while running this job."}


def claim(worker: str, *, at: datetime, queues: Collection[str] = (), job: UUID | None = None) -> Job | None:
    """Lease the most urgent due job (or `job` itself, if it is due) to `worker`."""
    if not _due(at, queues, job).exists():
        return None
    with transaction.atomic():
        due = _due(at, queues, job).order_by("-priority", "run_after", "id")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        found = due.first()
        if found is None:
            return None
        found.status = JobStatus.RUNNING
        found.attempts += 1
        found.started_at = found.started_at or at
        found.last_attempted_at = at
        found.lease = new_id()
        found.lease_until = at + LEASE
        found.worker_ids = [*found.worker_ids, worker][-20:]
        found.save(
            update_fields=[
                "status",
                "attempts",
                "started_at",
                "last_attempted_at",
                "lease",
                "lease_until",
                "worker_ids",
            ]
        )
    return found


def _due(at: datetime, queues: Collection[str], job: UUID | None) -> QuerySet[Job]:
    due = Job.objects.filter(status=JobStatus.READY, run_after__lte=at)
    if queues:
        due = due.filter(queue__in=queues)
    return due.filter(pk=job) if job else due


def _mine(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, lease=job.lease, status=JobStatus.RUNNING)


def finish(job: Job, result: Any, *, at: datetime) -> bool:
    """Keep the result; False when the lease was lost meanwhile, and the result with it."""
    done = _mine(job).update(
        status=JobStatus.SUCCESSFUL, result=result, finished_at=at, lease=None, lease_until=None, dedupe_key=None
    )
    return done == 1


def fail(job: Job, error: dict[str, str], *, at: datetime) -> bool:
    """The job failed for good."""
    failed = _mine(job).update(
        status=JobStatus.FAILED,
        errors=[*job.errors, error][-ERRORS_KEPT:],
        finished_at=at,
        lease=None,
        lease_until=None,
        dedupe_key=None,
    )
    return failed == 1


def retry(job: Job, error: dict[str, str], *, run_after: datetime) -> bool:
    """The attempt failed; the job goes back to wait until `run_after`, unless a younger twin already waits."""
    return _requeue(job, run_after=run_after, errors=[*job.errors, error][-ERRORS_KEPT:])


def give_back(job: Job, *, at: datetime) -> bool:
    """The worker stops before the end: the job waits again and the attempt does not count."""
    return _requeue(job, run_after=at, attempts=job.attempts - 1)


def _requeue(job: Job, **changes: object) -> bool:
    """Back to READY without its dedupe key: a younger job of the same key may be waiting by now."""
    changes |= {"status": JobStatus.READY, "lease": None, "lease_until": None, "dedupe_key": None}
    return _mine(job).update(**changes) == 1


def renew(lease: UUID, *, at: datetime) -> bool:
    """Hold on to a running job; False when it was taken away."""
    return Job.objects.filter(lease=lease, status=JobStatus.RUNNING).update(lease_until=at + LEASE) == 1


def recover(
    max_attempts_of: Callable[[Job], int], *, at: datetime, but: Collection[UUID] = (), limit: int = 100
) -> int:
    """Give back the jobs whose worker died (lease run out): they wait again, or fail after their last attempt.

    `but` are those we run ourselves, whose renewal was only late.
    """
    dead = Job.objects.filter(status=JobStatus.RUNNING, lease_until__lt=at).exclude(pk__in=but)
    recovered = 0
    for job in dead.order_by("lease_until")[:limit]:
        if job.attempts < max_attempts_of(job):
            recovered += retry(job, DEAD, run_after=at)
        else:
            recovered += fail(job, DEAD, at=at)
    return recovered


def prune(*, at: datetime, kept_days: int = KEPT_DAYS, chunk: int = 1000) -> int:
    """Forget jobs finished before `kept_days`; returns how many."""
    pruned = 0
    old = Job.objects.filter(finished_at__lt=at - timedelta(days=kept_days)).order_by("finished_at")
    while ids := list(old.values_list("id", flat=True)[:chunk]):
        Job.objects.filter(id__in=ids).delete()
        pruned += len(ids)
    return pruned
