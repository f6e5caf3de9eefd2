"""Rows inserted without the ORM's compiler are those that it would have written."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from comptoir.kernel import sql
from comptoir.kernel.models import JournalEntry, SwitchState

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)


def entry(verb, **said):
    return JournalEntry(at=AT, actor="staff:é", verb=verb, about="thing:1", **said)


def test_rows_are_read_back_as_bulk_create_would_have_written_them():
    said = {"before": {"name": "l'été ✓", "n": 1.5, "none": None}, "after": None, "reason": "%s ?"}
    sql.insert_rows([entry("mine", **said), entry("mine", after=[True, "\\"])])
    JournalEntry.objects.bulk_create([entry("theirs", **said), entry("theirs", after=[True, "\\"])])
    columns = ("at", "actor", "about", "before", "after", "reason")
    mine, theirs = (
        list(JournalEntry.objects.filter(verb=verb).order_by("id").values(*columns)) for verb in ("mine", "theirs")
    )
    assert mine == theirs
    assert mine[0]["before"] == said["before"]
    assert JournalEntry.objects.filter(verb="mine", after__isnull=True).count() == 1


def test_no_row_is_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        sql.insert_rows([])
    with django_assert_num_queries(1):
        sql.insert_rows([entry("one"), entry("two"), entry("three")])
    assert JournalEntry.objects.count() == 3


def test_a_row_that_is_there_is_an_error_unless_it_may_be():
    there = SwitchState(code="one", on=True, at=AT, actor="a")
    sql.insert_rows([there])
    with pytest.raises(IntegrityError), transaction.atomic():
        sql.insert_rows([there])
    sql.insert_rows(
        [SwitchState(code="one", on=False, at=AT, actor="b"), SwitchState(code="two", on=False, at=AT, actor="b")],
        unless_there=True,
    )
    assert sorted(SwitchState.objects.values_list("code", "on")) == [("one", True), ("two", False)]
