"""Several workers on one database: every event told once, every job run once, lanes in order."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from comptoir.kernel import clock, jobs, outbox, switches
from comptoir.kernel.ids import new_id
from comptoir.kernel.jobs import execution, queue, scheduler
from comptoir.kernel.models import Job, JournalEntry, OutboxDelivery, PeriodicRun
from comptoir.kernel.tests import wiring_of_tests
from comptoir.kernel.tests.jobs_of_tests import add, tidy
from comptoir.kernel.tests.wiring_of_tests import PebbleThrown, noted
from comptoir.kernel.wiring import read_wiring
from tests.builders.races import run_together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _small_house(settings: Any) -> None:
    settings.COMPTOIR_WIRING = "comptoir.kernel.tests.wiring_of_tests"
    wiring_of_tests.failures.clear()
    switches.forget()


def throw(lane: str, *sizes: int) -> None:
    with transaction.atomic():
        for size in sizes:
            outbox.emit(PebbleThrown(pebble=new_id(), size=size), about=lane)


def relay_until_idle(_: int) -> None:
    for _round in range(400):
        report = outbox.relay_once(limit=7)
        assert not report.failures
        if report.idle and not OutboxDelivery.objects.filter(done_at__isnull=True).exists():
            return


def test_four_relays_tell_every_event_once_and_each_lane_in_order() -> None:
    for lane in range(5):
        throw(f"lane:{lane}", *range(lane * 100, lane * 100 + 12))

    assert run_together(4, relay_until_idle) == [None] * 4

    for told in (noted("waves"), noted("count")):
        assert sorted(told) == sorted(lane * 100 + n for lane in range(5) for n in range(12))
        for lane in range(5):
            mine = [size for size in told if size // 100 == lane]
            assert mine == sorted(mine)


def test_events_announced_while_relays_run_are_all_told() -> None:
    def act(i: int) -> None:
        if i < 2:
            for n in range(10):
                throw(f"lane:{i}", i * 100 + n)
        else:
            relay_until_idle(i)

    assert run_together(5, act) == [None] * 5
    outbox.relay_all()
    assert sorted(noted("count")) == [*range(10), *range(100, 110)]


def test_eight_workers_run_every_job_once() -> None:
    for n in range(40):
        add.enqueue(n, n)

    def work(i: int) -> int:
        done = 0
        while job := queue.claim(f"w{i}", at=clock.now()):
            execution.run_job(job)
            done += 1
        return done

    answers = run_together(8, work)

    assert sum(answer for answer in answers if isinstance(answer, int)) == 40
    assert sorted(entry.about for entry in JournalEntry.objects.filter(verb="add")) == sorted(
        f"{n}+{n}" for n in range(40)
    )


def test_ten_who_ask_at_once_for_the_same_job_get_one() -> None:
    answers = run_together(10, lambda _: tidy.enqueue("hall").id)
    assert len(set(map(str, answers))) == 1
    assert Job.objects.count() == 1
    assert jobs.run_all() == 1


def test_of_six_schedulers_one_starts_the_night_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring_of_tests, "PERIODIC", (("tests.hall", "0 3 * * *", tidy),), raising=False)
    read_wiring.cache_clear()
    at = clock.now()
    PeriodicRun.objects.create(name="tests.hall", cron="0 3 * * *", next_at=at)

    answers = run_together(6, lambda _: scheduler.tick(at=at))

    read_wiring.cache_clear()
    assert answers.count(()) == 5
    assert ("tests.hall",) in answers
    assert Job.objects.count() == 1


def test_six_who_flip_one_switch_leave_one_line_in_the_journal() -> None:
    flips = run_together(6, lambda _: switches.flip("pond", on=False, actor="staff:1", reason="repair"))
    assert flips == [None] * 6
    assert JournalEntry.objects.filter(verb="flip").count() == 1
