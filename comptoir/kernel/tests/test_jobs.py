from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from comptoir.kernel import clock, jobs
from comptoir.kernel.errors import Permanent, Refusal
from comptoir.kernel.ids import new_id
from comptoir.kernel.jobs import execution, queue
from comptoir.kernel.jobs.reading import JobNotFound
from comptoir.kernel.models import Job, JobStatus, JournalEntry
from comptoir.kernel.tests import jobs_of_tests
from comptoir.kernel.tests.jobs_of_tests import REFUSALS, add, climb, returns_a_date, tidy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_failure_left():
    jobs_of_tests.failures.clear()


def said(verb):
    return [entry.about for entry in JournalEntry.objects.filter(verb=verb).order_by("id")]


def later(**kwargs):
    return time_machine.travel(clock.now() + timedelta(**kwargs), tick=False)


def run_next():
    job = queue.claim("w1", at=clock.now())
    return job and execution.run_job(job)


def test_a_job_is_asked_for_run_and_its_result_kept():
    asked = add.enqueue(2, right=3)
    assert asked.status == TaskResultStatus.READY
    assert jobs.run_all() == 1
    asked.refresh()
    assert (asked.status, asked.return_value, asked.attempts) == (TaskResultStatus.SUCCESSFUL, 5, 1)
    assert add.get_result(asked.id).return_value == 5
    assert jobs.find_job(asked.id).result == 5
    assert jobs.count_jobs() == {"SUCCESSFUL": 1}


def test_a_job_asked_for_in_a_transaction_rolled_back_never_was():
    with transaction.atomic():
        add.enqueue(1, 1)
        transaction.set_rollback(True)
    assert jobs.run_all() == 0


def test_the_urgent_goes_first_then_the_oldest_and_the_future_waits():
    add.enqueue(1, 0)
    add.using(priority=10).enqueue(2, 0)
    add.enqueue(3, 0)
    add.using(run_after=clock.now() + timedelta(hours=1)).enqueue(4, 0)
    jobs.run_all()
    assert said("add") == ["2+0", "1+0", "3+0"]
    with later(minutes=61):
        jobs.run_all()
    assert said("add")[-1] == "4+0"


def test_a_failure_is_tried_again_later_and_later_then_given_up():
    jobs_of_tests.failures.extend([ValueError("a"), ValueError("b"), ValueError("c")])
    asked = add.enqueue(1, 1)
    assert run_next() == JobStatus.READY
    first = Job.objects.get().run_after - clock.now()
    assert timedelta(seconds=3.5) < first < timedelta(seconds=6.1)
    assert run_next() is None
    with later(seconds=7):
        assert run_next() == JobStatus.READY
        second = Job.objects.get().run_after - clock.now()
        assert timedelta(seconds=15) < second < timedelta(seconds=25)
    with later(seconds=60):
        assert run_next() == JobStatus.FAILED
        assert run_next() is None
    asked.refresh()
    assert [error.exception_class for error in asked.errors] == [ValueError] * 3
    assert asked.errors[-1].traceback.endswith("ValueError: c\n")
    assert jobs.find_job(asked.id).last_error == asked.errors[-1].traceback


@pytest.mark.parametrize("kind", ["refusal", "permanent"])
def test_a_final_no_is_not_asked_again(kind):
    jobs_of_tests.failures.append(REFUSALS[kind])
    add.enqueue(1, 1)
    assert run_next() == JobStatus.FAILED


def test_a_provider_that_says_when_is_obeyed():
    jobs_of_tests.failures.append(REFUSALS["later"])
    add.enqueue(1, 1)
    assert run_next() == JobStatus.READY
    wait = Job.objects.get().run_after - clock.now()
    assert timedelta(seconds=119) < wait < timedelta(seconds=145)


def test_a_job_that_waits_is_not_asked_for_twice():
    first, second, other = tidy.enqueue("kitchen"), tidy.enqueue("kitchen"), tidy.enqueue("attic")
    assert first.id == second.id
    assert other.id != first.id
    jobs.run_all()
    assert said("tidy") == ["kitchen", "attic"]
    assert tidy.enqueue("kitchen").id != first.id


def test_a_job_that_runs_does_not_count_as_waiting():
    first = tidy.enqueue("kitchen")
    queue.claim("w1", at=clock.now())
    second = tidy.enqueue("kitchen")
    assert second.id != first.id
    assert tidy.enqueue("kitchen").id == second.id


def test_a_failed_twin_may_wait_beside_the_younger():
    tidy.enqueue("kitchen")
    job = queue.claim("w1", at=clock.now())
    tidy.enqueue("kitchen")
    assert queue.retry(job, queue.DEAD, run_after=clock.now())
    assert jobs.run_all() == 2


def test_a_key_of_ones_own_names_what_must_not_wait_twice():
    one = add.using(dedupe_key="nightly").enqueue(1, 1)
    assert add.using(dedupe_key="nightly").enqueue(2, 2).id == one.id
    assert add.using(dedupe_key="weekly").enqueue(2, 2).id != one.id


def test_the_jobs_of_a_dead_worker_are_given_back_and_the_attempt_counts():
    asked = add.enqueue(1, 1)
    queue.claim("dead", at=clock.now())
    assert queue.claim("w2", at=clock.now()) is None
    assert queue.recover(execution.max_attempts_of, at=clock.now()) == 0
    with later(seconds=31):
        assert queue.recover(execution.max_attempts_of, at=clock.now(), but=[Job.objects.get().pk]) == 0
        assert queue.recover(execution.max_attempts_of, at=clock.now()) == 1
        assert jobs.run_all() == 1
    asked.refresh()
    assert (asked.status, asked.attempts) == (TaskResultStatus.SUCCESSFUL, 2)


def test_a_job_that_kills_its_workers_ends_failed():
    asked = add.enqueue(1, 1)
    for minutes in (1, 2, 3):
        with later(minutes=minutes):
            assert queue.claim("dying", at=clock.now())
        with later(minutes=minutes, seconds=31):
            assert queue.recover(execution.max_attempts_of, at=clock.now()) == 1
    asked.refresh()
    assert (asked.status, asked.attempts) == (TaskResultStatus.FAILED, 3)


def test_a_worker_believed_dead_cannot_write_over_the_next():
    add.enqueue(1, 1)
    slow = queue.claim("slow", at=clock.now())
    with later(seconds=31):
        queue.recover(execution.max_attempts_of, at=clock.now())
        queue.claim("quick", at=clock.now())
        assert not queue.finish(slow, 99, at=clock.now())
        assert not queue.fail(slow, queue.DEAD, at=clock.now())
        assert not queue.renew(slow.lease, at=clock.now())
    assert Job.objects.get().status == JobStatus.RUNNING


def test_an_interrupted_job_waits_again_and_the_attempt_does_not_count():
    add.enqueue(1, 1)
    jobs_of_tests.failures.append(execution.JobInterrupted())
    assert run_next() == JobStatus.READY
    assert Job.objects.get().attempts == 0
    assert run_next() == JobStatus.SUCCESSFUL


def test_progress_can_be_read_by_others():
    asked = climb.enqueue(7)
    jobs.run_all()
    view = jobs.find_job(asked.id)
    assert (view.done, view.total, view.message, view.result) == (7, 7, "step 7", "attempt 1")


def test_a_result_that_is_not_json_is_a_failure_told():
    returns_a_date.enqueue()
    with pytest.raises(jobs.JobFailed, match="Unsupported type"):
        jobs.run_all()


def test_finished_jobs_are_forgotten_after_their_time():
    asked = add.enqueue(1, 1)
    jobs.run_all()
    assert queue.prune(at=clock.now()) == 0
    assert queue.prune(at=clock.now() + timedelta(days=15)) == 1
    with pytest.raises(TaskResultDoesNotExist):
        add.get_result(asked.id)
    with pytest.raises(JobNotFound):
        jobs.find_job(asked.id)


def test_an_unknown_task_fails_for_good():
    now = clock.now()
    Job.objects.create(id=new_id(), task="comptoir.kernel.gone.away", queue="default", run_after=now, enqueued_at=now)
    assert run_next() == JobStatus.FAILED


def test_jobs_are_listed_youngest_first():
    ids = [add.enqueue(n, n).id for n in range(3)]
    assert [str(view.id) for view in jobs.list_jobs(limit=2)] == ids[:0:-1]
    assert jobs.list_jobs(status="FAILED") == ()
    assert len(jobs.list_jobs(task=add.module_path)) == 3


def test_refusals_and_permanents_are_what_the_house_says_no_with():
    assert isinstance(REFUSALS["refusal"], Refusal)
    assert isinstance(REFUSALS["permanent"], Permanent)
