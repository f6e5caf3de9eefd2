"""Stuck events, from the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.db import transaction

from comptoir.heads.cli.main import cli
from comptoir.kernel import clock, outbox
from comptoir.kernel.models import JournalEntry, OutboxDelivery, OutboxEvent
from comptoir.kernel.switches import SwitchFlipped

pytestmark = pytest.mark.django_db


def say(*words: str) -> str:
    told = CliRunner().invoke(cli, ["events", *words])
    assert told.exit_code == 0, told.output
    return told.output


@pytest.fixture
def stuck() -> int:
    with transaction.atomic():
        outbox.emit(SwitchFlipped(switch="search", on=False), about="switch:search")
    outbox.relay_all()
    delivery = OutboxDelivery.objects.create(
        event=OutboxEvent.objects.latest("id"),
        subscriber="search.gone",
        about="switch:search",
        next_try_at=clock.now(),
        stuck_at=clock.now(),
        last_error="Traceback...\nValueError: the index is full\n",
    )
    return delivery.pk


def test_nothing_stuck_is_said() -> None:
    assert say("stuck") == "Every event was told.\n"


def test_a_stuck_event_is_shown_with_its_error_and_tried_again(stuck: int) -> None:
    shown = say("stuck")
    assert "kernel.SwitchFlipped -> search.gone" in shown
    assert "ValueError: the index is full" in shown
    assert say("retry", str(stuck)).startswith("1 to be told again")
    outbox.relay_all()
    assert say("stuck") == "Every event was told.\n"


def test_a_stuck_event_is_let_go_for_a_reason(stuck: int) -> None:
    assert say("discard", str(stuck), "--reason", "the room is closed").startswith("1 let go")
    assert JournalEntry.objects.get(verb="discard").reason == "the room is closed"
    assert say("stuck") == "Every event was told.\n"
