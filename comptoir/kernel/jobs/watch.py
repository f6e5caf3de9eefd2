"""Watching over the jobs that run in this process: renewing their leases, stopping those that run too long."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import connections

from comptoir.kernel import clock
from comptoir.kernel.jobs import queue
from comptoir.kernel.jobs.execution import JobInterrupted, JobTimedOut, timeout_of
from comptoir.kernel.models import Job

RENEW_S = 8.0

logger = structlog.get_logger("comptoir.jobs")


@dataclass(slots=True)
class _Running:
    job: Job
    thread: int
    deadline: float
    renew_at: float
    stopped: bool = False


class Watch:
    """The jobs running in this process; `look` must be called every second or so, from another thread."""

    def __init__(self) -> None:
        self._running: dict[int, _Running] = {}
        self._lock = threading.Lock()

    @contextmanager
    def guard(self, job: Job) -> Iterator[None]:
        """Inside, the job's lease is renewed and its time counted."""
        now, thread = clock.monotonic(), threading.get_ident()
        with self._lock:
            self._running[thread] = _Running(job, thread, now + timeout_of(job), now + RENEW_S)
        try:
            yield
        except (JobInterrupted, JobTimedOut):
            connections.close_all()  # it may have been cut in the middle of a statement
            raise
        finally:
            with self._lock:
                del self._running[thread]

    def look(self) -> None:
        """Stop what has run too long, renew the leases of the rest."""
        now = clock.monotonic()
        for one in self._list():
            if one.stopped:
                continue
            if now > one.deadline:
                self._interrupt(one, JobTimedOut)
            elif now > one.renew_at and one.job.lease:
                queue.renew(one.job.lease, at=clock.now())
                one.renew_at = now + RENEW_S

    def list_jobs(self) -> tuple[UUID, ...]:
        """The jobs running now."""
        return tuple(one.job.pk for one in self._list())

    def interrupt_all(self) -> None:
        """Have every running job stop where it is; it goes back to the queue."""
        for one in self._list():
            self._interrupt(one, JobInterrupted)

    def _list(self) -> list[_Running]:
        with self._lock:
            return list(self._running.values())

    def _interrupt(self, one: _Running, error: type[BaseException]) -> None:
        with self._lock:
            if self._running.get(one.thread) is not one:
                return
            one.stopped = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(one.thread), ctypes.py_object(error))
        logger.warning("job interrupted", job=str(one.job.pk), task=one.job.task, why=error.__name__)
