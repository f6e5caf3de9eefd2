"""The runner of one process: tells the outbox, runs jobs, keeps the calendar of periodic work, stops cleanly.

Threads share one interpreter, because a process per job would cost 60 MiB each and the work is mostly waiting.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection

import structlog
from django.db import close_old_connections, connections

from comptoir.kernel import clock, nudges
from comptoir.kernel.jobs import queue, scheduler
from comptoir.kernel.jobs.backend import default_backend
from comptoir.kernel.jobs.execution import JobInterrupted, JobTimedOut, max_attempts_of, run_job
from comptoir.kernel.jobs.watch import Watch
from comptoir.kernel.outbox import relay_once

POLL_S = 0.4
WATCH_S = 1.0
RECOVER_S = 10.0
TICK_S = 5.0
AFTER_ERROR_S = 2.0
LAST_CALL_S = 3.0

logger = structlog.get_logger("comptoir.runner")


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
        self.backend = default_backend()
        self.job_threads = job_threads if self.backend.polled else 0
        self.relays, self.schedules, self.queues, self.grace_s = relays, schedules, queues, grace_s
        self._watched = Watch()
        self._stopping = threading.Event()
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
            self._survive(self._look_around)
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
            run_job(job, guard=self._watched.guard)
        return job is not None

    def _look_around(self) -> bool:
        self._watched.look()
        if self._is_time("recover", RECOVER_S):
            queue.recover(max_attempts_of, at=clock.now(), but=self._watched.list_jobs())
            self.backend.sweep(at=clock.now())
        if self.schedules and self._is_time("tick", TICK_S):
            scheduler.tick(at=clock.now())
        return True

    def _is_time(self, what: str, every_s: float) -> bool:
        now = clock.monotonic()
        if now < self._next.get(what, 0.0):
            return False
        self._next[what] = now + every_s
        return True

    def _wind_down(self, threads: list[threading.Thread]) -> None:
        deadline = clock.monotonic() + self.grace_s
        while any(thread.is_alive() for thread in threads) and clock.monotonic() < deadline:
            self._survive(self._look_after_jobs)
            time.sleep(0.05)
        self._watched.interrupt_all()
        for thread in threads:
            thread.join(timeout=LAST_CALL_S)

    def _look_after_jobs(self) -> bool:
        self._watched.look()
        return True
