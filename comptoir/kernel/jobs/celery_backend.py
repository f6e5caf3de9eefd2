"""Jobs at scale: the same rows, announced over Celery (RabbitMQ, Valkey or Redis) instead of being polled.

The row stays the truth: its lease, attempts, progress and result. A message only says "look at this one", so that
a broker that loses or repeats messages costs time, never work: what was not announced is announced again.
Workers: `celery -A comptoir.config.celery worker`, beside one or more `comptoir worker` for events and periods.
"""

from __future__ import annotations

import os
import threading
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from celery import Celery
from django.conf import settings
from django.db import close_old_connections

from comptoir.kernel import clock
from comptoir.kernel.jobs.backend import DatabaseBackend
from comptoir.kernel.jobs.execution import run_one
from comptoir.kernel.jobs.watch import Watch
from comptoir.kernel.models import Job, JobStatus

FORGOTTEN_AFTER = timedelta(seconds=60)
SWEPT_AT_ONCE = 500
MESSAGE = "comptoir.perform"
PATIENCE = {"max_retries": 2, "interval_start": 0, "interval_max": 0.5}  # a buyer may be waiting

logger = structlog.get_logger("comptoir.jobs")


class CeleryBackend(DatabaseBackend):
    """The database backend with Celery as its messenger."""

    polled = False

    def announce(self, job: Job) -> None:
        """Send the job's id to the workers."""
        announce(job)

    def sweep(self, *, at: datetime) -> int:
        """Announce again what has waited a minute longer than it should; returns how many."""
        forgotten = Job.objects.filter(status=JobStatus.READY, run_after__lt=at - FORGOTTEN_AFTER)
        jobs = list(forgotten.order_by("-priority", "run_after", "id")[:SWEPT_AT_ONCE])
        for job in jobs:
            announce(job)
        return len(jobs)


def announce(job: Job) -> None:
    """Send the job's id. A broker that does not answer is no reason to fail: the sweep announces it again."""
    try:
        app.tasks[MESSAGE].apply_async(
            args=[str(job.pk)],
            queue=f"{app.conf.task_default_queue.partition('.')[0]}.{job.queue}",
            eta=job.run_after if job.run_after > clock.now() else None,
            priority=max(0, min(9, 5 + job.priority // 20)),
        )
    except Exception:
        logger.exception("job not announced", job=str(job.pk), task=job.task)


class _Keeper(threading.Thread):
    """Renews the lease of the job that this worker process runs, while it runs."""

    def __init__(self) -> None:
        super().__init__(name="lease-keeper", daemon=True)
        self.watch = Watch()
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(1.0):
            close_old_connections()
            try:
                self.watch.look()
            except Exception:
                logger.exception("lease not renewed")
        close_old_connections()

    def end(self) -> None:
        self._ended.set()


def perform(job_id: str) -> None:
    """Run the job of that id, if it still waits; announce it again if it is to be tried again."""
    close_old_connections()
    keeper = _Keeper()
    keeper.start()
    try:
        status = run_one(UUID(job_id), f"celery:{os.uname().nodename}:{os.getpid()}", guard=keeper.watch.guard)
    finally:
        keeper.end()
    if status == JobStatus.READY:
        announce(Job.objects.get(pk=job_id))
    close_old_connections()


def connect(broker: str) -> Celery:
    """A Celery application that knows how to perform jobs, on that broker."""
    made = Celery("comptoir", broker=broker, set_as_current=False)
    made.conf.update(
        task_acks_late=True,
        task_ignore_result=True,
        worker_prefetch_multiplier=1,
        broker_connection_retry_on_startup=True,
        broker_transport_options=PATIENCE,
        task_publish_retry_policy=PATIENCE,
        task_default_queue="comptoir.default",
        worker_hijack_root_logger=False,
    )
    made.task(name=MESSAGE)(perform)
    return made


app = connect(settings.COMPTOIR_BROKER_URL)
