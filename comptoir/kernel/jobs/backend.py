"""The database backend of django-tasks: a job is a row, written in the caller's transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task_backends
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.utils import normalize_json

from comptoir.kernel import clock, nudges
from comptoir.kernel.ids import new_id
from comptoir.kernel.jobs.tasks import ShopTask
from comptoir.kernel.models import Job, JobStatus


class DatabaseBackend(BaseTaskBackend):
    """Jobs as rows; `comptoir serve` and `comptoir worker` run them."""

    task_class = ShopTask
    supports_defer = True
    supports_get_result = True
    supports_priority = True
    polled = True
    """Whether runners look for jobs in the table; a backend with a messenger does not need it."""

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Write the job; with a dedupe key, return the job that already waits under it, if any."""
        self.validate_task(task)
        at = clock.now()
        job = Job(
            id=new_id(),
            task=task.module_path,
            queue=task.queue_name,
            priority=task.priority,
            args=normalize_json(args),
            kwargs=normalize_json(kwargs),
            run_after=task.run_after or at,
            enqueued_at=at,
        )
        job.dedupe_key = _dedupe_key(task, job.args, job.kwargs)
        with transaction.atomic():
            kept = _insert(job)
            if kept.pk == job.pk:
                transaction.on_commit(partial(self.announce, kept))
        return show(kept, task, self.alias)

    def announce(self, job: Job) -> None:
        """Tell a runner that the job is there; called after commit."""
        del job
        nudges.nudge()

    def sweep(self, *, at: datetime) -> int:
        """Announce again what seems forgotten; runners poll, so nothing is. Returns how many."""
        del at
        return 0

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """The job of that id, while it is kept."""
        job = Job.objects.filter(pk=result_id).first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return show(job, find_task(job.task), self.alias)


def default_backend() -> DatabaseBackend:
    """The backend of this installation: the database's own, or one with a messenger."""
    found = task_backends["default"]
    if not isinstance(found, DatabaseBackend):
        raise TypeError(f"TASKS must name a backend of comptoir.kernel.jobs, not {type(found).__name__}")
    return found


def _dedupe_key(task: Task[Any, Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> str | None:
    if not isinstance(task, ShopTask):
        return None
    if task.dedupe_key:
        return f"{task.module_path}:{task.dedupe_key}"[:200]
    if task.dedupe:
        written = json.dumps([args, kwargs], sort_keys=True, default=str)
        return f"{task.module_path[-130:]}:{hashlib.sha256(written.encode()).hexdigest()}"
    return None


def _insert(job: Job) -> Job:
    if job.dedupe_key is None:
        job.save(force_insert=True)
        return job
    for _ in range(5):
        Job.objects.bulk_create([job], ignore_conflicts=True)
        waiting = Job.objects.filter(dedupe_key=job.dedupe_key, status=JobStatus.READY).first()
        if waiting is not None:
            return waiting
        # The one that waited was started between the two statements: try again to be the one that waits.
    raise RuntimeError(f"cannot enqueue {job.dedupe_key}")


def find_task(path: str) -> Task[Any, Any]:
    """The task of a module path; a task that no longer exists is a bug of the release that removed it."""
    found = import_string(path)
    if not isinstance(found, Task):
        raise TypeError(f"{path} is not a task")
    return found


def show(job: Job, task: Task[Any, Any], alias: str) -> TaskResult[Any]:
    """A row as django-tasks shows it."""
    result: TaskResult[Any] = TaskResult(
        task=task,
        id=str(job.pk),
        status=TaskResultStatus[job.status],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.last_attempted_at,
        args=job.args,
        kwargs=job.kwargs,
        backend=alias,
        errors=[TaskError(**error) for error in job.errors],
        worker_ids=list(job.worker_ids),
    )
    object.__setattr__(result, "_return_value", job.result)  # as django-tasks' own backends do
    return result
