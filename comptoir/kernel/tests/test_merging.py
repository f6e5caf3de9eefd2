"""Events that say how they merge are told together, with the promises of those that are told one by one."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from comptoir.kernel import clock, outbox
from comptoir.kernel.events import IDS_MOST
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import OutboxDelivery
from comptoir.kernel.outbox import relay
from comptoir.kernel.tests import merging_wiring
from comptoir.kernel.tests.merging_wiring import BucketEmptied, DropsFell, noted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(settings):
    settings.COMPTOIR_WIRING = merging_wiring.__name__
    merging_wiring.poison.clear()


def rain(*bursts, about="sky"):
    with transaction.atomic():
        for drops in bursts:
            outbox.emit(DropsFell(drops=tuple(drops)), about=about)


def drops(count):
    return [new_id() for _ in range(count)]


def test_what_waits_is_told_once_with_every_id_once():
    one, other, third = drops(3)
    rain([one, other], [other], about="north")
    rain([third], about="south")
    assert outbox.relay_all() == 6
    assert noted("fill") == [3]
    assert OutboxDelivery.objects.filter(done_at__isnull=True).count() == 0
    assert outbox.relay_all() == 0


def test_a_call_has_at_most_five_hundred_ids():
    rain(drops(300), drops(300))
    outbox.relay_all()
    assert noted("fill") == [IDS_MOST, 100]


def test_another_kind_for_the_same_subscriber_keeps_its_place():
    rain(drops(1), drops(2))
    with transaction.atomic():
        outbox.emit(BucketEmptied(), about="sky")
    rain(drops(4), drops(5))
    outbox.relay_all()
    assert noted("watch") == [3, 0, 9]
    assert noted("fill") == [12]


def test_a_failure_is_found_and_the_others_are_told():
    bad = new_id()
    merging_wiring.poison.add(bad)
    rain(drops(1), drops(2), about="north")
    rain([bad, *drops(3)], drops(7), about="south")
    report = outbox.relay_once()
    assert [failure.subscriber for failure in report.failures] == ["tests.fill"]
    assert noted("fill") == [1, 2], "what failed left no trace, and what follows in its lane waits"
    assert noted("watch") == [14]
    (failed,) = OutboxDelivery.objects.filter(attempts__gt=0)
    assert (failed.event.about, failed.attempts, failed.last_error.endswith("poison\n")) == ("south", 1, True)
    merging_wiring.poison.clear()
    with time_machine.travel(clock.now() + timedelta(seconds=2), tick=False):
        outbox.relay_all()
    assert noted("fill") == [1, 2, 11]


def test_a_relay_that_lost_one_lease_of_several_tells_none_of_them_together():
    rain(drops(1), drops(2))
    outbox.relay_once(limit=0)
    lease, deliveries = relay.claims.claim({}, at=clock.now(), limit=10)
    mine = [one.pk for one in deliveries if one.subscriber == "tests.fill"]
    OutboxDelivery.objects.filter(pk=mine[0]).update(lease=new_id())
    with transaction.atomic():
        assert not relay.claims.mark_done(mine, lease, at=clock.now())
        transaction.set_rollback(True)
    assert not relay.claims.mark_done(mine[1:], lease, at=clock.now()), "its turn comes after the first"


def test_kinds_without_a_way_to_merge_are_told_one_by_one():
    with transaction.atomic():
        outbox.emit(BucketEmptied(), about="sky")
        outbox.emit(BucketEmptied(), about="sky")
    outbox.relay_all()
    assert noted("watch") == [0, 0]
    assert not BucketEmptied.merges()
    assert DropsFell.merges()
