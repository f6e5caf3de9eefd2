"""Reports of imports do not pile up for ever."""

from datetime import timedelta

import pytest

from comptoir.kernel import clock
from comptoir.shop.exchange.actions import forget_runs, forgetting
from comptoir.shop.exchange.jobs import forget_old_runs
from comptoir.shop.exchange.models import ImportLine, ImportRun

pytestmark = pytest.mark.django_db


def a_run(days, status="done", dry_run=False):
    run = ImportRun.objects.create(
        fingerprint=f"{days} {status} {dry_run}",
        format="comptoir",
        files=["a.csv"],
        options={},
        dry_run=dry_run,
        status=status,
        started_at=clock.now() - timedelta(days=days),
        actor="staff:test",
    )
    ImportLine.objects.create(run=run, part="a.csv", line=2, severity="error", code="no_name", facts={})
    return run


def kept():
    return sorted(ImportRun.objects.values_list("fingerprint", flat=True))


def test_old_reports_go_with_their_lines_and_an_import_cut_short_stays(monkeypatch):
    monkeypatch.setattr(forgetting, "ALWAYS_KEPT", 1)
    for days in (1, 399, 401, 700):
        a_run(days)
    a_run(900, "running")
    a_run(31, "running", dry_run=True)
    a_run(29, "running", dry_run=True)
    assert forget_runs() == 3
    assert kept() == ["1 done False", "29 running True", "399 done False", "900 running False"]
    assert ImportLine.objects.count() == 4


def test_the_latest_reports_stay_whatever_their_age():
    for days in range(1000, 1023):
        a_run(days)
    assert forget_old_runs.func() == 3
    assert len(kept()) == 20
    assert kept()[-1] == "1019 done False"


def test_one_turn_is_bounded_and_takes_the_oldest(monkeypatch):
    monkeypatch.setattr(forgetting, "ALWAYS_KEPT", 0)
    for days in (500, 501, 502):
        a_run(days)
    assert forget_runs(most=2) == 2
    assert kept() == ["500 done False"]
