"""Writers of one process take turns: nobody starves, and a turn is always passed on."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import IntegrityError, OperationalError, connection, connections, transaction

from comptoir.kernel.journal import Entry, record
from comptoir.kernel.models import JournalEntry
from tests.builders.races import run_together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def write(text: str) -> None:
    with transaction.atomic():
        record(Entry("system:test", "write", text))


def test_eight_writers_share_the_time_evenly() -> None:
    def writer(i: int) -> float:
        longest = 0.0
        for n in range(25):
            began = time.perf_counter()
            write(f"x:{i}-{n}")
            longest = max(longest, time.perf_counter() - began)
        return longest

    longest = run_together(8, writer)

    assert JournalEntry.objects.filter(verb="write").count() == 200
    assert max(longest) < 15


def test_a_turn_is_passed_on_after_a_failure_a_rollback_and_a_lost_connection() -> None:
    def fail(i: int) -> None:
        with transaction.atomic():
            write(f"x:{i}")
            if i == 0:
                raise ValueError
            if i == 1:
                transaction.set_rollback(True)
            if i == 2:
                connections["default"].close()

    raised = [type(one).__name__ for one in run_together(3, fail)]

    assert raised[:2] == ["ValueError", "NoneType"]
    began = time.perf_counter()
    write("x:after")
    assert time.perf_counter() - began < 15
    assert JournalEntry.objects.filter(about="x:after").exists()


def test_a_failed_statement_inside_passes_the_turn_too() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        JournalEntry.objects.create(id=1, at=None)
    assert run_together(2, lambda i: write(f"x:{i}")) == [None, None]


def test_who_waits_too_long_is_told_by_the_database_and_holds_nobody_up() -> None:
    if connection.vendor != "sqlite":
        assert run_together(1, lambda i: write(f"x:{i}")) == [None]
        return
    held, done = threading.Event(), threading.Event()

    def act(i: int) -> str:
        if i == 0:
            with transaction.atomic():
                write("x:long")
                held.set()
                done.wait(10)
            return "held"
        held.wait(10)
        connections["default"].settings_dict["OPTIONS"]["timeout"] = 0.05
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=50")
        try:
            write("x:short")
        except OperationalError as refused:
            return type(refused).__name__
        finally:
            connections["default"].settings_dict["OPTIONS"]["timeout"] = 20
            done.set()
        return "wrote"

    assert run_together(2, act) == ["held", "OperationalError"]
    assert run_together(1, lambda _: write("x:next")) == [None]
