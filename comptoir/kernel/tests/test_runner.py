import threading
import time
from contextlib import contextmanager

import pytest
from django.db import connections, transaction

from comptoir.kernel import nudges, outbox
from comptoir.kernel.ids import new_id
from comptoir.kernel.jobs.runner import Runner
from comptoir.kernel.models import Job, JobStatus, JournalEntry
from comptoir.kernel.tests import jobs_of_tests
from comptoir.kernel.tests.jobs_of_tests import add, dawdle, long_walk
from comptoir.kernel.tests.wiring_of_tests import PebbleThrown, noted

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@contextmanager
def at_work(**options):
    runner = Runner(**({"job_threads": 1, "grace_s": 0.2} | options))
    thread = threading.Thread(target=lambda: (runner.run(), connections.close_all()))
    thread.start()
    try:
        yield runner
    finally:
        runner.stop()
        thread.join(timeout=15)
        assert not thread.is_alive()


def eventually(fact, *, within_s=10.0):
    deadline = time.monotonic() + within_s
    while not fact():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.02)


def test_events_are_told_and_jobs_run_within_a_second():
    with at_work():
        time.sleep(0.3)
        began = time.monotonic()
        with transaction.atomic():
            outbox.emit(PebbleThrown(pebble=new_id(), size=4), about="pond")
            asked = add.enqueue(2, 2)
        eventually(lambda: noted("feet") == [4] and Job.objects.get(pk=asked.id).status == JobStatus.SUCCESSFUL)
        assert time.monotonic() - began < 2.0


def test_a_runner_survives_a_job_that_fails_and_the_next_goes_on():
    jobs_of_tests.failures[:] = [ValueError("x")]
    add.enqueue(1, 1)
    second = add.enqueue(2, 2)
    with at_work():
        eventually(lambda: Job.objects.get(pk=second.id).status == JobStatus.SUCCESSFUL)
    jobs_of_tests.failures.clear()


def test_a_job_that_runs_too_long_is_stopped_and_failed():
    asked = dawdle.enqueue()
    with at_work():
        eventually(lambda: Job.objects.get(pk=asked.id).status == JobStatus.FAILED)
    asked.refresh()
    assert asked.errors[0].exception_class_path.endswith("JobTimedOut")


def test_a_stopping_runner_lets_a_short_job_end():
    asked = long_walk.enqueue(0.5)
    with at_work(grace_s=5):
        eventually(lambda: Job.objects.get(pk=asked.id).status == JobStatus.RUNNING)
    assert Job.objects.get(pk=asked.id).status == JobStatus.SUCCESSFUL


def test_a_stopping_runner_gives_a_long_job_back():
    asked = long_walk.enqueue(60)
    with at_work(grace_s=0.1):
        eventually(lambda: JournalEntry.objects.filter(verb="walk").exists())
    job = Job.objects.get(pk=asked.id)
    assert (job.status, job.attempts, job.lease) == (JobStatus.READY, 0, None)
    assert not JournalEntry.objects.filter(verb="walk", about="end").exists()


def test_a_runner_without_job_threads_leaves_jobs_alone():
    asked = add.enqueue(1, 1)
    with at_work(job_threads=0):
        with transaction.atomic():
            outbox.emit(PebbleThrown(pebble=new_id(), size=1), about="pond")
        eventually(lambda: noted("feet") == [1])
    assert Job.objects.get(pk=asked.id).status == JobStatus.READY


def test_a_nudge_wakes_at_once_and_is_never_lost():
    seen = nudges.seen()
    nudges.nudge()
    began = time.monotonic()
    nudges.wait(seen, 5.0)
    assert time.monotonic() - began < 1.0
    nudges.wait(nudges.seen(), 0.05)
