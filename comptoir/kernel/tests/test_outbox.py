from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from comptoir.kernel import clock, outbox
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry, OutboxDelivery, OutboxEvent
from comptoir.kernel.outbox import relay
from comptoir.kernel.tests import wiring_of_tests
from comptoir.kernel.tests.wiring_of_tests import LeafFell, PebbleThrown, noted

pytestmark = pytest.mark.django_db


def throw(*sizes, about="pond"):
    with transaction.atomic():
        for size in sizes:
            outbox.emit(PebbleThrown(pebble=new_id(), size=size, rings=(1, 2)), about=about)


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_a_bug():
    with pytest.raises(RuntimeError, match=r"tests\.PebbleThrown"):
        outbox.emit(PebbleThrown(pebble=new_id()), about="pond")


def test_every_subscriber_is_told_once_in_order_and_what_they_announce_too():
    throw(1, 2, 3)
    assert outbox.relay_all() == 9
    assert noted("waves") == [1, 2, 3]
    assert noted("count") == [1, 2, 3]
    assert noted("feet") == [1, 2, 3]
    assert outbox.relay_all() == 0


def test_an_event_rolled_back_is_never_told():
    with transaction.atomic():
        throw(1)
        transaction.set_rollback(True)
    assert outbox.relay_all() == 0


def test_an_event_without_subscribers_is_relayed_and_forgotten():
    with transaction.atomic():
        outbox.emit(LeafFell(), about="tree")
    assert outbox.relay_once().fanned_out == 1
    assert OutboxDelivery.objects.count() == 0
    assert OutboxEvent.objects.filter(relayed_at__isnull=True).count() == 0


def test_a_failing_reaction_leaves_no_trace_but_the_error_and_is_tried_again():
    wiring_of_tests.failures["waves"] = ValueError("the pond is frozen")
    throw(1)
    report = outbox.relay_once()
    assert (report.told, [failure.subscriber for failure in report.failures]) == (1, ["tests.make_waves"])
    assert noted("waves") == []
    row = OutboxDelivery.objects.get(subscriber="tests.make_waves")
    assert (row.attempts, row.lease, row.done_at) == (1, None, None)
    assert row.last_error.endswith("ValueError: the pond is frozen\n")
    assert row.next_try_at > clock.now()
    wiring_of_tests.failures.clear()
    assert outbox.relay_all() == 0, "not before its time"
    with time_machine.travel(clock.now() + timedelta(seconds=2), tick=False):
        assert outbox.relay_all() == 2
    assert noted("waves") == [1]


def test_a_lane_waits_for_its_failing_head_and_other_lanes_go_on():
    throw(1)
    wiring_of_tests.failures["waves"] = ValueError()
    outbox.relay_once()
    wiring_of_tests.failures.clear()
    throw(2, 3)
    throw(7, about="puddle")
    outbox.relay_all()
    assert noted("count") == [1, 2, 3, 7]
    assert noted("waves") == [7]
    with time_machine.travel(clock.now() + timedelta(seconds=2), tick=False):
        outbox.relay_all()
    assert noted("waves") == [7, 1, 2, 3]


def test_what_waits_behind_a_failing_head_is_not_even_leased():
    throw(1)
    wiring_of_tests.failures["waves"] = ValueError()
    outbox.relay_once()
    throw(2)
    outbox.relay_once(limit=0)
    _, deliveries = relay.claims.claim({}, at=clock.now(), limit=10)
    assert [delivery.subscriber for delivery in deliveries] == ["tests.count_pebbles"]


def test_within_one_batch_a_failure_holds_the_rest_of_its_lane():
    wiring_of_tests.failures["waves"] = ValueError()
    throw(1, 2, 3)
    report = outbox.relay_once()
    assert len(report.failures) == 1
    assert report.told == 3
    assert OutboxDelivery.objects.filter(lease__isnull=False).count() == 0


def test_what_keeps_failing_steps_aside_is_listed_and_can_be_tried_again():
    wiring_of_tests.failures["waves"] = ValueError("poison")
    throw(1)
    at = clock.now()
    for _ in range(relay.MAX_ATTEMPTS):
        at += timedelta(hours=1)
        with time_machine.travel(at, tick=False):
            outbox.relay_once()
    (stuck,) = outbox.list_stuck()
    assert (stuck.subscriber, stuck.kind, stuck.attempts) == ("tests.make_waves", "tests.PebbleThrown", 8)
    wiring_of_tests.failures.clear()
    throw(2)
    outbox.relay_all()
    assert noted("waves") == [2]
    assert outbox.retry_stuck([stuck.id], actor="staff:1") == 1
    outbox.relay_all()
    assert noted("waves") == [2, 1]
    assert outbox.list_stuck() == ()


def test_a_stuck_delivery_can_be_given_up_for_a_reason():
    throw(1)
    outbox.relay_once(limit=0)
    OutboxDelivery.objects.filter(subscriber="tests.make_waves").update(stuck_at=clock.now())
    (stuck,) = outbox.list_stuck()
    assert outbox.discard_stuck([stuck.id], actor="staff:1", reason="too late to matter") == 1
    outbox.relay_all()
    assert noted("waves") == []
    assert JournalEntry.objects.get(verb="discard").reason == "too late to matter"


def test_a_dead_relay_loses_its_lease_and_the_attempt_counts():
    throw(1)
    outbox.relay_once(limit=0)
    OutboxDelivery.objects.update(lease=new_id(), lease_until=clock.now() + timedelta(seconds=60))
    assert outbox.relay_all() == 0
    with time_machine.travel(clock.now() + timedelta(seconds=61), tick=False):
        assert outbox.relay_all() == 3
    assert set(OutboxDelivery.objects.filter(event__kind="tests.PebbleThrown").values_list("attempts", flat=True)) == {
        1
    }


def test_a_relay_that_lost_its_lease_while_telling_writes_nothing():
    throw(1)
    outbox.relay_once(limit=0)
    lease, deliveries = relay.claims.claim({}, at=clock.now(), limit=10)
    OutboxDelivery.objects.update(lease=new_id())
    assert not relay.claims.mark_done([deliveries[0].pk], lease, at=clock.now())


def test_a_reaction_no_longer_wired_is_let_go():
    throw(1)
    outbox.relay_once(limit=0)
    OutboxDelivery.objects.filter(subscriber="tests.make_waves").update(subscriber="tests.gone")
    outbox.relay_all()
    assert OutboxDelivery.objects.filter(done_at__isnull=True).count() == 0


def test_relay_all_says_which_reaction_failed():
    wiring_of_tests.failures["waves"] = ValueError("frozen")
    throw(1)
    with pytest.raises(outbox.RelayFailed, match=r"tests\.make_waves failed on tests\.PebbleThrown") as raised:
        outbox.relay_all()
    assert isinstance(raised.value.__cause__, ValueError)


def test_five_hundred_events_are_told_in_bounded_batches():
    throw(*range(500))
    assert outbox.relay_all() == 1500
    assert noted("waves") == list(range(500))


def test_lag_is_the_age_of_the_oldest_untold_event():
    assert outbox.find_lag() == outbox.Lag(0.0, 0, 0)
    throw(1)
    with time_machine.travel(clock.now() + timedelta(seconds=30), tick=False):
        lag = outbox.find_lag()
        assert 29 < lag.oldest_s < 31
        assert (lag.waiting, lag.stuck) == (1, 0)
        outbox.relay_all()
        assert outbox.find_lag().waiting == 0


def test_old_told_events_are_pruned_and_untold_ones_kept():
    throw(1)
    outbox.relay_all()
    wiring_of_tests.failures["waves"] = ValueError()
    throw(2)
    outbox.relay_once()
    month_later = clock.now() + timedelta(days=31)
    assert outbox.prune(at=clock.now()) == 0
    assert outbox.prune(at=month_later, chunk=1) == 2
    assert OutboxEvent.objects.count() == 1
    assert OutboxDelivery.objects.filter(event__kind="tests.PebbleThrown").count() == 2
