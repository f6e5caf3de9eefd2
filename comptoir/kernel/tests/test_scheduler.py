from datetime import UTC, datetime, timedelta

import pytest

from comptoir.kernel import jobs, switches
from comptoir.kernel.jobs import scheduler
from comptoir.kernel.models import JournalEntry, PeriodicRun
from comptoir.kernel.periods import Periodic
from comptoir.kernel.tests import wiring_of_tests
from comptoir.kernel.tests.jobs_of_tests import tidy
from comptoir.kernel.wiring import read_wiring

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def hourly(monkeypatch):
    task = tidy.using(dedupe_key="x")

    class Hall:
        module_path = "comptoir.kernel.tests.jobs_of_tests.tidy"

        @staticmethod
        def using(**kwargs):
            return type("Bound", (), {"enqueue": staticmethod(lambda: task.using(**kwargs).enqueue("hall"))})

    monkeypatch.setattr(wiring_of_tests, "PERIODIC", (("tests.tidy", "5 * * * *", Hall),), raising=False)
    read_wiring.cache_clear()
    yield
    read_wiring.cache_clear()


def tidied():
    jobs.run_all()
    return JournalEntry.objects.filter(verb="tidy").count()


def test_a_line_runs_when_due_and_once_only(hourly):
    assert scheduler.tick(at=NOON) == ()
    assert scheduler.tick(at=NOON + timedelta(minutes=4)) == ()
    assert scheduler.tick(at=NOON + timedelta(minutes=5)) == ("tests.tidy",)
    assert scheduler.tick(at=NOON + timedelta(minutes=5)) == ()
    assert tidied() == 1


def test_runs_missed_while_we_were_down_run_once(hourly):
    scheduler.tick(at=NOON)
    assert scheduler.tick(at=NOON + timedelta(hours=9)) == ("tests.tidy",)
    assert scheduler.tick(at=NOON + timedelta(hours=9)) == ()
    assert tidied() == 1


def test_a_changed_line_is_learnt_and_not_run_at_once(hourly):
    scheduler.tick(at=NOON)
    PeriodicRun.objects.update(cron="* * * * *", next_at=NOON)
    assert scheduler.tick(at=NOON) == ()
    assert PeriodicRun.objects.get().next_at == NOON + timedelta(minutes=5)


def test_a_switched_off_room_does_nothing_and_does_not_catch_up(hourly):
    scheduler.tick(at=NOON)
    switches.flip("pond", on=False, actor="staff:1", reason="repair")
    assert scheduler.tick(at=NOON + timedelta(minutes=5)) == ()
    switches.flip("pond", on=True, actor="staff:1", reason="repaired")
    assert scheduler.tick(at=NOON + timedelta(minutes=6)) == ()
    assert tidied() == 0


@pytest.mark.parametrize(
    ("cron", "after", "due"),
    [
        ("0 8 * * *", "2026-01-06T06:30+00:00", "2026-01-06T07:00+00:00"),
        ("0 8 * * *", "2026-07-06T05:30+00:00", "2026-07-06T06:00+00:00"),
        ("30 2 * * *", "2026-03-29T00:00+00:00", "2026-03-29T01:00+00:00"),
        ("30 2 * * *", "2026-10-24T23:00+00:00", "2026-10-25T00:30+00:00"),
        ("30 2 * * *", "2026-10-25T00:30+00:00", "2026-10-26T01:30+00:00"),
        ("0 0 29 2 *", "2026-11-22T00:00+00:00", "2028-02-28T23:00+00:00"),
    ],
)
def test_cron_counts_in_paris_and_nights_of_clock_change_run_once(cron, after, due):
    line = Periodic("x", cron, None)
    assert line.next_after(datetime.fromisoformat(after)) == datetime.fromisoformat(due)
