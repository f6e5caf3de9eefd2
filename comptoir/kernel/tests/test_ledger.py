import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from comptoir.kernel import clock, journal, ledger
from comptoir.kernel.append_only import trigger_name
from comptoir.kernel.models import JournalEntry, LedgerEntry, LedgerHead
from tests.builders.races import run_together

BOOK = "payments"


def write(*amounts, book=BOOK):
    with transaction.atomic():
        return [ledger.append(book, "captured", {"minor": amount, "currency": "EUR"}) for amount in amounts]


def behind_its_back(sql, *values):
    """Change a table as somebody with the database's password would: the triggers off, then on again."""
    guards = [("update", "UPDATE"), ("delete", "DELETE")]
    names = [trigger_name("kernel_ledgerentry", verb) for verb, _ in guards]
    with connection.cursor() as cursor:
        for name in names:
            on = " ON kernel_ledgerentry" if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')
        cursor.execute(sql, values)


@pytest.mark.django_db
def test_entries_are_numbered_without_gap_and_chained():
    first, second = write(100, 200)
    (third,) = write(300)
    (other,) = write(5, book="invoices")
    assert [one.number for one in (first, second, third, other)] == [1, 2, 3, 1]
    rows = list(LedgerEntry.objects.filter(book=BOOK).order_by("number"))
    assert [row.prev_hash for row in rows] == [ledger.GENESIS, first.hash, second.hash]
    assert ledger.find_head(BOOK) == (3, third.hash)
    assert ledger.verify(BOOK) == ()
    assert ledger.list_entries(BOOK, after=1) == (second, third)


@pytest.mark.django_db
def test_a_rolled_back_entry_leaves_no_gap():
    write(1)
    with transaction.atomic():
        write(2)
        transaction.set_rollback(True)
    assert [one.number for one in write(3)] == [2]
    assert ledger.verify(BOOK) == ()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_a_bug():
    with pytest.raises(RuntimeError, match="outside a transaction"):
        ledger.append(BOOK, "captured", {})


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"amount": 1.5}, {"lines": [{"rate": 0.2}]}, {1: "x"}])
def test_facts_hold_no_float_and_only_named_things(facts):
    with pytest.raises(TypeError), transaction.atomic():
        ledger.append(BOOK, "captured", facts)


@pytest.mark.django_db
@pytest.mark.parametrize("act", ["update", "delete"])
@pytest.mark.parametrize("table", ["ledger", "journal"])
def test_the_database_itself_refuses_to_change_what_was_written(table, act):
    write(1)
    journal.record(journal.Entry("system:test", "look", "x:1"))
    rows = LedgerEntry.objects if table == "ledger" else JournalEntry.objects
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        rows.update(at=clock.now()) if act == "update" else rows.all()._raw_delete("default")
    assert rows.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sql", "faults"),
    [
        ("UPDATE kernel_ledgerentry SET kind = 'refunded' WHERE number = 2", [(2, "altered")]),
        (
            """UPDATE kernel_ledgerentry SET facts = '{"minor": 1, "currency": "EUR"}' WHERE number = 3""",
            [(3, "altered")],
        ),
        ("UPDATE kernel_ledgerentry SET hash = 'x' WHERE number = 2", [(2, "altered"), (3, "unchained")]),
        ("DELETE FROM kernel_ledgerentry WHERE number = 2", [(2, "gap")]),
        ("DELETE FROM kernel_ledgerentry WHERE number = 4", [(4, "cut")]),
        ("DELETE FROM kernel_ledgerentry WHERE number = 1", [(1, "gap")]),
    ],
)
def test_whatever_is_changed_behind_its_back_shows(sql, faults):
    write(100, 200, 300, 400)
    behind_its_back(sql)
    assert [(fault.number, fault.what) for fault in ledger.verify(BOOK)] == faults


@pytest.mark.django_db
def test_a_last_entry_rewritten_whole_shows_against_the_head():
    write(100, 200)
    last = LedgerEntry.objects.get(number=2)
    last.facts = {"minor": 1}
    sealed_again = ledger.seal(last)
    behind_its_back(
        "UPDATE kernel_ledgerentry SET facts = %s, hash = %s WHERE number = 2", '{"minor": 1}', sealed_again
    )
    assert [(fault.number, fault.what) for fault in ledger.verify(BOOK)] == [(3, "cut")]


@pytest.mark.django_db
def test_text_of_any_language_is_sealed_as_it_reads_back():
    with transaction.atomic():
        ledger.append(BOOK, "noted", {"who": "Zoë Ñandú", "b": [1, None, True], "a": {"ß": "€"}})
    assert ledger.verify(BOOK) == ()
    assert ledger.canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'.encode()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_writers_at_once_leave_no_gap_and_one_chain():
    answers = run_together(8, lambda i: [write(i, i) for _ in range(5)] and None)
    assert answers == [None] * 8
    assert LedgerHead.objects.get(book=BOOK).number == 80
    assert ledger.verify(BOOK) == ()


def test_the_triggers_come_with_the_migrations():
    assert ("kernel", "0002_append_only") in MigrationExecutor(None).loader.graph.nodes
