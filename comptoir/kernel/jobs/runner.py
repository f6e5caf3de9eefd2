"""The runner of one process: tells the outbox, runs jobs, keeps the calendar of periodic work, stops cleanly.

Threads share one interpreter, because a process per job would cost 60 MiB each and the work is mostly waiting.
"""

from __future__ import annotations

import ctypes
import os
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import structlog
from django.db import close_old_connections, connections

from comptoir.kernel import clock, nudges
from comptoir.kernel.jobs import queue, scheduler
from comptoir.kernel.jobs.execution import JobInterrupted, JobTimedOut, max_attempts_of, run_job, timeout_of
from comptoir.kernel.models import Job
from comptoir.kernel.outbox import relay_once

POLL_S = 0.4
WATCH_S = 1.0
RENEW_S = 8.0
RECOVER_S = 10.0
TICK_S = 5.0
AFTER_ERROR_S = 2.0

logger = structlog.get_logger("comptoir.runner")


@dataclass(slots=True)
class _Running:
    job: Job
    thread: int
    deadline: float
    renew_at: float
    stopped: bool = False


class Runner:
    """Runs until `stop`; every loop survives its errors, so that a database that comes back finds it at work."""

    def __init__(
        self,
        *,
        job_threads: int = 2,
        relays: bool = True,
        schedules: bool = True,
        queues: Collection[str] = (),
        grace_s: float = 10.0,
    ) -> None:
        self.worker = f"{os.uname().nodename}:{os.getpid()}"
        self.job_threads, self.relays, self.schedules = job_threads, relays, schedules
        self.queues, self.grace_s = queues, grace_s
        self._stopping = threading.Event()
        self._running: dict[int, _Running] = {}
        self._lock = threading.Lock()
        self._parent = os.getppid()
        self._next: dict[str, float] = {}

    def stop(self) -> None:
        """Take no new work; let what runs end within `grace_s`, then give it back. Safe in a signal handler."""
        self._stopping.set()
        nudges.nudge()

    def run(self, *, until_orphaned: bool = False) -> None:
        """Work until `stop` (or until the parent process is gone), then wind down."""
        logger.info("runner started", worker=self.worker, job_threads=self.job_threads)
        threads = [self._start(self._run_next_job, f"jobs-{number}") for number in range(self.job_threads)]
        if self.relays:
            threads.append(self._start(self._relay, "relay"))
        while not self._stopping.wait(WATCH_S):
            self._survive(self._watch)
            if until_orphaned and os.getppid() != self._parent:
                self.stop()
        self._wind_down(threads)
        connections.close_all()
        logger.info("runner stopped", worker=self.worker)

    def _start(self, work: Callable[[], bool], name: str) -> threading.Thread:
        thread = threading.Thread(target=self._loop, args=(work,), name=name, daemon=True)
        thread.start()
        return thread

    def _loop(self, work: Callable[[], bool]) -> None:
        while not self._stopping.is_set():
            seen = nudges.seen()
            if not self._survive(work):
                nudges.wait(seen, POLL_S)
        connections.close_all()

    def _survive(self, work: Callable[[], bool]) -> bool:
        close_old_connections()
        try:
            return work()
        except (JobInterrupted, JobTimedOut):
            return True  # it came just after the end of the job it was meant for
        except Exception:
            logger.exception("runner met an error")
            connections.close_all()
            self._stopping.wait(AFTER_ERROR_S)
            return False

    def _relay(self) -> bool:
        return not relay_once().idle

    def _run_next_job(self) -> bool:
        job = queue.claim(self.worker, at=clock.now(), queues=self.queues)
        if job is not None:
            run_job(job, guard=self._guard)
        return job is not None

    @contextmanager
    def _guard(self, job: Job) -> Iterator[None]:
        """Inside, the job's lease is renewed and its time counted."""
        now, thread = clock.monotonic(), threading.get_ident()
        running = _Running(job, thread, now + timeout_of(job), now + RENEW_S)
        with self._lock:
            self._running[thread] = running
        try:
            yield
        except (JobInterrupted, JobTimedOut):
            connections.close_all()  # it may have been cut in the middle of a statement
            raise
        finally:
            with self._lock:
                del self._running[thread]

    def _watch(self) -> bool:
        now = clock.monotonic()
        running = self._list_running()
        for one in running:
            if now > one.deadline and not one.stopped:
                self._interrupt(one, JobTimedOut)
        self._renew(running)
        if self._is_time("recover", RECOVER_S):
            mine = [one.job.pk for one in running]
            queue.recover(max_attempts_of, at=clock.now(), but=mine)
        if self.schedules and self._is_time("tick", TICK_S):
            scheduler.tick(at=clock.now())
        return True

    def _is_time(self, what: str, every_s: float) -> bool:
        now = clock.monotonic()
        if now < self._next.get(what, 0.0):
            return False
        self._next[what] = now + every_s
        return True

    def _interrupt(self, one: _Running, error: type[BaseException]) -> None:
        with self._lock:
            if self._running.get(one.thread) is not one:
                return
            one.stopped = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(one.thread), ctypes.py_object(error))
        logger.warning("job interrupted", job=str(one.job.pk), task=one.job.task, why=error.__name__)

    def _wind_down(self, threads: list[threading.Thread]) -> None:
        deadline = clock.monotonic() + self.grace_s
        while any(thread.is_alive() for thread in threads) and clock.monotonic() < deadline:
            self._survive(self._renew_all)
            time.sleep(0.05)
        for one in self._list_running():
            self._interrupt(one, JobInterrupted)
        for thread in threads:
            thread.join(timeout=3.0)

    def _renew_all(self) -> bool:
        self._renew(self._list_running())
        return True

    def _renew(self, running: list[_Running]) -> None:
        now = clock.monotonic()
        for one in running:
            if now > one.renew_at and not one.stopped and one.job.lease:
                queue.renew(one.job.lease, at=clock.now())
                one.renew_at = now + RENEW_S

    def _list_running(self) -> list[_Running]:
        with self._lock:
            return list(self._running.values())
