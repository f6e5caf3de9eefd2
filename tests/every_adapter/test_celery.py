"""The jobs' promises over a real broker, when one answers."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import transaction

from comptoir.kernel import clock
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import Job, JobStatus, JournalEntry
from comptoir.kernel.tests import jobs_of_tests

BROKERS = (
    os.environ.get("COMPTOIR_TEST_AMQP", "amqp://guest:guest@127.0.0.1:5672//"),
    os.environ.get("COMPTOIR_TEST_REDIS", "redis://127.0.0.1:6379/15"),
)


def answers(broker: str) -> bool:
    parts = urlsplit(broker)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.fixture(params=BROKERS, ids=["rabbitmq", "redis"])
def tasks(request: pytest.FixtureRequest, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    pytest.importorskip("celery", reason="the celery extra is not installed")
    if not answers(request.param):
        pytest.skip(f"no broker answers at {urlsplit(request.param).netloc.rpartition('@')[2]}")
    import_module("django_tasks.signals")  # it forgets the backend when a test changes TASKS
    from celery.contrib.testing.worker import start_worker

    from comptoir.kernel.jobs import celery_backend

    queue = f"test{new_id().hex}"
    app = celery_backend.connect(request.param)
    app.conf.task_default_queue = f"{queue}.default"
    app.conf.broker_heartbeat = 1  # the worker stops at its next heartbeat
    monkeypatch.setattr(celery_backend, "app", app)
    settings.TASKS = {"default": {"BACKEND": "comptoir.kernel.jobs.celery_backend.CeleryBackend", "QUEUES": []}}
    with start_worker(
        app,
        pool="threads",
        concurrency=1,
        perform_ping_check=False,
        queues=[f"{queue}.default"],
        shutdown_timeout=30,
        loglevel="ERROR",
    ):
        yield jobs_of_tests
    with app.connection_for_write() as connection:
        connection.default_channel.queue_delete(f"{queue}.default")
    app.close()


def eventually(fact: Callable[[], bool], *, within_s: float = 15.0) -> None:
    deadline = time.monotonic() + within_s
    while not fact():
        assert time.monotonic() < deadline, [(job.status, job.errors) for job in Job.objects.all()]
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_a_job_travels_is_run_once_and_its_result_comes_back(tasks: Any) -> None:
    with transaction.atomic():
        asked = tasks.add.enqueue(20, right=3)
    eventually(lambda: Job.objects.get(pk=asked.id).status == JobStatus.SUCCESSFUL)
    asked.refresh()
    assert asked.return_value == 23
    assert asked.worker_ids[0].startswith("celery:")


@pytest.mark.django_db(transaction=True)
def test_a_failure_is_tried_again_over_the_broker(tasks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comptoir.kernel.jobs.execution.FIRST_WAIT_S", 0.2)
    tasks.failures[:] = [ValueError("first")]
    asked = tasks.add.enqueue(1, 1)
    eventually(lambda: Job.objects.get(pk=asked.id).status == JobStatus.SUCCESSFUL)
    assert Job.objects.get().attempts == 2


@pytest.mark.django_db(transaction=True)
def test_a_message_told_twice_runs_the_job_once(tasks: Any) -> None:
    from comptoir.kernel.jobs.celery_backend import announce

    asked = tasks.add.enqueue(1, 1)
    for _ in range(3):
        announce(Job.objects.get(pk=asked.id))
    second = tasks.add.enqueue(2, 2)
    eventually(lambda: Job.objects.get(pk=second.id).status == JobStatus.SUCCESSFUL)
    assert [entry.about for entry in JournalEntry.objects.filter(verb="add").order_by("id")] == ["1+1", "2+2"]


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_message_was_lost_is_announced_again(tasks: Any, settings: Any) -> None:
    from comptoir.kernel.jobs.backend import default_backend

    at = clock.now()
    lost = Job.objects.create(
        id=new_id(), task=tasks.add.module_path, queue="default", args=[1, 5], run_after=at, enqueued_at=at
    )
    backend = default_backend()
    assert backend.sweep(at=at) == 0
    assert backend.sweep(at=at + timedelta(seconds=61)) == 1
    eventually(lambda: Job.objects.get(pk=lost.pk).status == JobStatus.SUCCESSFUL)
