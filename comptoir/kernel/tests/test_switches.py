from datetime import timedelta

import pytest
from django.db import transaction

from comptoir.kernel import clock, outbox, switches
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry, SwitchState
from comptoir.kernel.tests.wiring_of_tests import PebbleThrown, noted

pytestmark = pytest.mark.django_db


def throw(size):
    with transaction.atomic():
        outbox.emit(PebbleThrown(pebble=new_id(), size=size), about="pond")


def test_a_switch_stands_at_its_default_until_flipped():
    assert switches.is_on("pond")
    assert not switches.is_on("lights")
    switches.flip("lights", on=True, actor="staff:1", reason="night")
    assert switches.is_on("lights")


def test_a_flip_is_written_in_the_journal_once():
    for _ in range(2):
        switches.flip("pond", on=False, actor="staff:1", reason="repair")
    (entry,) = JournalEntry.objects.filter(verb="flip")
    assert (entry.about, entry.before, entry.after, entry.reason) == (
        "switch:pond",
        {"on": True},
        {"on": False},
        "repair",
    )
    pond = next(line for line in switches.list_switches() if line.card.code == "pond")
    assert (pond.on, pond.actor, pond.reason) == (False, "staff:1", "repair")


def test_an_unknown_switch_is_refused():
    with pytest.raises(switches.UnknownSwitch):
        switches.is_on("zorglub")


def test_another_process_sees_a_flip_within_two_seconds(monkeypatch):
    assert switches.is_on("pond")
    SwitchState.objects.create(code="pond", on=False, at=clock.now(), actor="staff:2")
    assert switches.is_on("pond")
    ahead = clock.monotonic() + timedelta(seconds=2.1).total_seconds()
    monkeypatch.setattr(clock, "monotonic", lambda: ahead)
    assert not switches.is_on("pond")


def test_asking_costs_no_statement_between_two_readings(django_assert_num_queries):
    switches.is_on("pond")
    with django_assert_num_queries(0):
        for _ in range(100):
            switches.is_on("pond")


def test_kept_events_wait_for_the_switch_and_are_told_in_order():
    throw(1)
    switches.flip("pond", on=False, actor="staff:1", reason="repair")
    throw(2)
    outbox.relay_all()
    assert noted("count") == []
    switches.flip("pond", on=True, actor="staff:1", reason="repaired")
    outbox.relay_all()
    assert noted("count") == [1, 2]


def test_dropped_events_are_not_told_later():
    switches.flip("fountain", on=False, actor="staff:1", reason="drought")
    throw(1)
    outbox.relay_all()
    switches.flip("fountain", on=True, actor="staff:1", reason="rain")
    throw(2)
    outbox.relay_all()
    assert noted("count") == [2]
