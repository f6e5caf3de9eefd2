"""Running one leased job: its context, its result, and what each kind of failure means."""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from django.utils.module_loading import import_string
from django_tasks import TaskContext
from django_tasks.base import Task
from django_tasks.utils import get_module_path, normalize_json

from comptoir.kernel import clock
from comptoir.kernel.errors import Permanent, Refusal, Retryable
from comptoir.kernel.jobs import queue
from comptoir.kernel.jobs.backend import find_task, show
from comptoir.kernel.jobs.tasks import ShopTask
from comptoir.kernel.models import Job, JobStatus

FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 3600.0
ERROR_LENGTH = 8000

logger = structlog.get_logger("comptoir.jobs")


class JobInterrupted(BaseException):
    """The runner stops: the job goes back to the queue. Not an Exception, so that no job swallows it by accident."""


class JobTimedOut(BaseException):
    """The job ran longer than its task's `timeout_s`."""


class JobFailed(Exception):
    """A job failed while all were to be run (tests, demo, command lines)."""


def max_attempts_of(job: Job) -> int:
    """How often this job may be tried; a task that cannot be found any more is not tried again."""
    try:
        task = import_string(job.task)
    except ImportError:
        return 0
    return task.max_attempts if isinstance(task, ShopTask) else 1


def timeout_of(job: Job) -> float:
    """Seconds this job may run."""
    try:
        task = import_string(job.task)
    except ImportError:
        return 0.0
    return task.timeout_s if isinstance(task, ShopTask) else 900.0


Guard = Callable[[Job], AbstractContextManager[object]]


def run_job(job: Job, *, guard: Guard = nullcontext) -> str:
    """Run a leased job, inside `guard`, to its end and record it; returns the status it is left in."""
    log = logger.bind(task=job.task, job=str(job.pk), attempt=job.attempts)
    began = clock.monotonic()
    try:
        with guard(job):
            result = normalize_json(_call(job))
    except JobInterrupted:
        queue.give_back(job, at=clock.now())
        log.info("job given back")
        return JobStatus.READY
    except (Exception, JobTimedOut) as error:
        status = _record_failure(job, error)
        logger.exception("job failed", task=job.task, job=str(job.pk), attempt=job.attempts, left=status)
        return status
    kept = queue.finish(job, result, at=clock.now())
    log.debug("job done", seconds=round(clock.monotonic() - began, 3), kept=kept)
    return JobStatus.SUCCESSFUL


def _call(job: Job) -> Any:
    task: Task[Any, Any] = find_task(job.task)
    if task.takes_context:
        return task.call(TaskContext(task_result=show(job, task, task.backend)), *job.args, **job.kwargs)
    return task.call(*job.args, **job.kwargs)


def _record_failure(job: Job, error: BaseException) -> str:
    at = clock.now()
    told = {
        "exception_class_path": get_module_path(type(error)),
        "traceback": "".join(traceback.format_exception(error))[-ERROR_LENGTH:],
    }
    if isinstance(error, (Refusal, Permanent)) or job.attempts >= max_attempts_of(job):
        queue.fail(job, told, at=at)
        return JobStatus.FAILED
    queue.retry(job, told, run_after=at + timedelta(seconds=wait_before(job.attempts + 1, error)))
    return JobStatus.READY


def wait_before(attempt: int, error: BaseException) -> float:
    """Seconds before that attempt (2 is the first retry): what the provider asked, else 5 s, 20 s, 80 s... +-20 %."""
    asked = error.after_s if isinstance(error, Retryable) and error.after_s is not None else None
    wait: float = min(FIRST_WAIT_S * 4 ** (attempt - 2), LONGEST_WAIT_S) if asked is None else asked
    return wait * random.uniform(0.8 if asked is None else 1.0, 1.2)


def run_all(*, most: int = 10_000) -> int:
    """Run every job that is due, here and now; returns how many. For tests, the demo and command lines.

    Raises `JobFailed` as soon as one fails; a job to be tried again later counts as failed.
    """
    for count in range(most):
        job = queue.claim("here", at=clock.now())
        if job is None:
            return count
        if run_job(job) != JobStatus.SUCCESSFUL:
            failed = Job.objects.get(pk=job.pk)
            raise JobFailed(f"{job.task}: {failed.errors[-1]['traceback'] if failed.errors else failed.status}")
    raise JobFailed(f"still jobs after {most}: do they enqueue each other?")


def run_one(job_id: UUID, worker: str, *, guard: Guard = nullcontext) -> str | None:
    """Lease and run the job of that id if it is due (Celery's way in); None when somebody else has it or it is done."""
    job = queue.claim(worker, at=clock.now(), job=job_id)
    return run_job(job, guard=guard) if job else None
