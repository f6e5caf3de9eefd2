"""Values cross to both databases and back unchanged."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from comptoir.kernel.ids import new_id
from comptoir.kernel.journal import Entry, record
from comptoir.kernel.models import OutboxEvent
from comptoir.kernel.sql import among, fetch, read_json, read_moment, read_uuid


@pytest.mark.django_db
def test_moments_and_json_come_back_as_they_went() -> None:
    at = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
    event = OutboxEvent.objects.create(kind="k", about="é", payload={"a": [1, None, "é"]}, at=at)
    rows = fetch("SELECT at, payload, about FROM kernel_outboxevent WHERE id = %s AND at <= %s", [event.pk, at])
    assert [(read_moment(one), read_json(two), three) for one, two, three in rows] == [(at, {"a": [1, None, "é"]}, "é")]


@pytest.mark.django_db
def test_lists_of_keys_have_a_placeholder_each() -> None:
    record(Entry("a", "v", "x:1"))
    record(Entry("a", "v", "x:2"))
    keys = ["x:1", "x:2", "x:3"]
    statement = "SELECT about FROM kernel_journalentry WHERE about IN (<keys>) ORDER BY about"
    assert fetch(among(statement, keys), keys) == [("x:1",), ("x:2",)]


def test_ids_are_read_from_either_form() -> None:
    one = new_id()
    assert read_uuid(one) == read_uuid(one.hex) == read_uuid(str(one)) == one


def test_moments_are_read_from_either_form() -> None:
    at = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert read_moment("2026-03-29 01:30:00") == read_moment(at.replace(tzinfo=None)) == read_moment(at) == at
