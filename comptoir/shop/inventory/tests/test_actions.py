"""Stock moves as promised, and each move explains itself."""

from __future__ import annotations

import random
from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.kernel.money import Money
from comptoir.shop.inventory import actions, errors, queries
from comptoir.shop.inventory.jobs import check_books
from comptoir.shop.inventory.models import StockItem, StockMovement
from comptoir.shop.inventory.types import (
    Discrepancy,
    PlaceId,
    ReceiptDraft,
    ReceiptLineDraft,
    StockLevel,
    Take,
)
from tests.builders.stock import ACTOR, a_shop, a_warehouse, on_the_shelf

pytestmark = pytest.mark.django_db

A, B = sorted((new_id(), new_id()))


def levels(variant: UUID) -> tuple[StockLevel, ...]:
    return queries.list_levels([variant]).get(variant, ())


def told() -> list[dict[str, object]]:
    return [row.payload for row in OutboxEvent.objects.filter(kind="inventory.StockChanged").order_by("id")]


def test_a_place_stated_twice_is_one_place_and_says_what_changed() -> None:
    first = actions.define_place("lyon", kind="shop", name="Lyon", actor=ACTOR)
    assert actions.define_place("lyon", kind="shop", name="Lyon", actor=ACTOR) == first
    assert JournalEntry.objects.filter(verb="define_place").count() == 1
    actions.define_place("lyon", kind="shop", name="Lyon Croix-Rousse", actor=ACTOR)
    assert queries.find_place("lyon").name == "Lyon Croix-Rousse"
    entry = JournalEntry.objects.get(verb="define_place", before__isnull=False)
    assert (entry.before["name"], entry.after["name"]) == ("Lyon", "Lyon Croix-Rousse")


def test_a_place_of_no_known_kind_is_refused() -> None:
    with pytest.raises(errors.PlaceUnreadable):
        actions.define_place("x", kind="moon", name="X", actor=ACTOR)
    with pytest.raises(errors.UnknownPlace):
        queries.find_place("x")


def test_a_count_sets_the_shelf_and_writes_its_reason() -> None:
    depot = on_the_shelf({A: 10})
    actions.count_stock("depot", {A: 7}, actor="staff:ana", reason="yearly count")
    assert levels(A) == (StockLevel(A, depot, 7, 0, 0),)
    story = queries.explain(A, depot)
    assert [(m.kind, m.on_hand, m.reason, m.actor) for m in story.movements] == [
        ("count", -3, "yearly count", "staff:ana"),
        ("count", 10, "opening count", ACTOR),
    ]
    assert story.earlier == 0


def test_an_unchanged_count_writes_nothing() -> None:
    on_the_shelf({A: 10, B: 0})
    before = StockMovement.objects.count(), OutboxEvent.objects.count(), JournalEntry.objects.count()
    assert actions.count_stock("depot", {A: 10, B: 0}, actor=ACTOR) == 0
    assert before == (StockMovement.objects.count(), OutboxEvent.objects.count(), JournalEntry.objects.count())
    assert StockItem.objects.count() == 1


def test_five_hundred_counts_take_a_bounded_number_of_statements() -> None:
    a_warehouse()
    variants = [new_id() for _ in range(500)]
    with CaptureQueriesContext(
        connection,
    ) as written:
        actions.count_stock("depot", dict.fromkeys(variants, 5), actor=ACTOR)
    assert len(written) <= 20
    with CaptureQueriesContext(connection) as unchanged:
        actions.count_stock("depot", dict.fromkeys(variants, 5), actor=ACTOR)
    assert len(unchanged) == 4
    assert queries.audit_stock() == ()


@pytest.mark.parametrize("count", [-1, 10**9, 2.5, "3", True])
def test_a_strange_count_is_refused_and_writes_nothing(count: object) -> None:
    a_warehouse()
    with pytest.raises(errors.QuantityOutOfRange):
        actions.count_stock("depot", {A: 1, B: count}, actor=ACTOR)
    assert StockMovement.objects.count() == 0


def test_a_count_below_what_is_promised_keeps_the_promises_and_says_what_is_short() -> None:
    depot = on_the_shelf({A: 5})
    actions.allocate([Take(A, depot, 4)], ref="order:1", actor=ACTOR)
    actions.count_stock("depot", {A: 3}, actor=ACTOR, reason="two broken")
    assert levels(A) == (StockLevel(A, depot, 3, 4, 0, short=1),)
    assert levels(A)[0].free == 0
    assert queries.list_shortages() == levels(A)
    with pytest.raises(errors.NotEnoughStock):
        actions.hold([Take(A, depot, 1)], ref="cart:1", actor=ACTOR)
    actions.deallocate([Take(A, depot, 2)], ref="order:1", actor=ACTOR)
    assert levels(A) == (StockLevel(A, depot, 3, 2, 0),)
    assert queries.list_shortages() == ()
    assert queries.audit_stock() == ()


def test_pieces_are_held_then_allocated_then_leave() -> None:
    depot = on_the_shelf({A: 10})
    actions.hold([Take(A, depot, 4)], ref="draft:1", actor=ACTOR)
    assert levels(A) == (StockLevel(A, depot, 10, 0, 4),)
    actions.allocate([Take(A, depot, 3)], ref="order:1", actor=ACTOR, held=True)
    actions.release([Take(A, depot, 1)], ref="draft:1", actor=ACTOR)
    assert levels(A) == (StockLevel(A, depot, 10, 3, 0),)
    actions.depart([Take(A, depot, 3)], ref="parcel:1", actor=ACTOR)
    assert levels(A) == (StockLevel(A, depot, 7, 0, 0),)
    kinds = [movement.kind for movement in queries.explain(A, depot).movements]
    assert kinds == ["depart", "release", "allocate_held", "hold", "count"]
    assert queries.audit_stock() == ()


def test_taking_more_than_is_free_says_how_much_is_and_takes_nothing_at_all() -> None:
    depot = on_the_shelf({A: 10, B: 2})
    with pytest.raises(errors.NotEnoughStock) as refused:
        actions.hold([Take(A, depot, 1), Take(B, depot, 3)], ref="cart:1", actor=ACTOR)
    assert refused.value.facts == {"variant": str(B), "asked": 3, "free": 2}
    assert [level.held for level in (*levels(A), *levels(B))] == [0, 0]
    assert queries.audit_stock() == ()


@pytest.mark.parametrize("verb", [actions.release, actions.deallocate, actions.depart])
def test_what_was_not_promised_cannot_be_given_back_or_sent(verb: object) -> None:
    depot = on_the_shelf({A: 10})
    with pytest.raises(errors.NotPromised) as refused:
        verb([Take(A, depot, 1)], ref="x", actor=ACTOR)
    assert refused.value.facts == {"variant": str(A), "asked": 1, "promised": 0}


def test_what_is_not_on_hand_cannot_leave() -> None:
    depot = on_the_shelf({A: 2})
    actions.allocate([Take(A, depot, 2)], ref="order:1", actor=ACTOR)
    actions.count_stock("depot", {A: 1}, actor=ACTOR)
    with pytest.raises(errors.NotEnoughStock) as refused:
        actions.depart([Take(A, depot, 2)], ref="parcel:1", actor=ACTOR)
    assert refused.value.facts["free"] == 1


def test_two_lines_take_few_statements() -> None:
    depot = on_the_shelf({A: 50, B: 50})
    with CaptureQueriesContext(connection) as taken:
        actions.allocate([Take(A, depot, 1), Take(B, depot, 1)], ref="order:1", actor=ACTOR)
    # savepoint, one UPDATE per row, levels after, movements, event, release
    assert len(taken) == 7


def test_only_what_shows_is_announced_and_crossings_are_named() -> None:
    depot = on_the_shelf({A: 200, B: 4})
    OutboxEvent.objects.all().delete()
    actions.hold([Take(A, depot, 50)], ref="x", actor=ACTOR)
    assert told() == []
    actions.hold([Take(A, depot, 60), Take(B, depot, 1)], ref="x", actor=ACTOR)
    assert told() == [{"variants": [str(A), str(B)], "crossed": [str(B)]}]


def test_goods_received_are_on_hand_with_cost_and_payment_date() -> None:
    """SOL-7 asks when the supplier was paid, RAP-1 what was paid."""
    depot = a_warehouse()
    note = ReceiptDraft(
        place="depot",
        supplier="Filature du Forez",
        reference="BL-17",
        received_on=date(2026, 11, 2),
        lines=(ReceiptLineDraft(A, 12, Money(1050, "EUR")), ReceiptLineDraft(B, 1, Money(0, "EUR"))),
    )
    receipt = actions.receive(note, actor=ACTOR)
    assert actions.receive(note, actor=ACTOR) == receipt
    assert levels(A) == (StockLevel(A, depot, 12, 0, 0),)
    (supply,) = queries.list_supplies(A)
    assert (supply.supplier, supply.unit_cost, supply.quantity, supply.paid_on) == (
        "Filature du Forez",
        Money(1050, "EUR"),
        12,
        None,
    )
    actions.mark_receipt_paid(receipt, date(2026, 11, 30), actor=ACTOR)
    actions.mark_receipt_paid(receipt, date(2026, 11, 30), actor=ACTOR)
    assert queries.list_supplies(A)[0].paid_on == date(2026, 11, 30)
    assert JournalEntry.objects.filter(verb="mark_receipt_paid").count() == 1
    assert queries.explain(A, depot).movements[0].ref == f"receipt:{receipt}"


def test_a_reference_used_for_other_goods_is_refused() -> None:
    a_warehouse()
    lines = (ReceiptLineDraft(A, 12, Money(1050, "EUR")),)
    actions.receive(ReceiptDraft("depot", "Forez", "BL-17", date(2026, 11, 2), lines), actor=ACTOR)
    other = (ReceiptLineDraft(A, 13, Money(1050, "EUR")),)
    with pytest.raises(errors.ReceiptConflict):
        actions.receive(ReceiptDraft("depot", "Forez", "BL-17", date(2026, 11, 2), other), actor=ACTOR)
    assert levels(A)[0].on_hand == 12


@pytest.mark.parametrize(
    ("supplier", "lines", "field"),
    [
        ("", (ReceiptLineDraft(A, 1, Money(1, "EUR")),), "supplier"),
        ("Forez\0", (ReceiptLineDraft(A, 1, Money(1, "EUR")),), "supplier"),
        ("X", (), "lines"),
        ("X", (ReceiptLineDraft(A, 1, Money(1, "EUR")), ReceiptLineDraft(A, 2, Money(1, "EUR"))), "lines"),
        ("X", (ReceiptLineDraft(A, 1, Money(-1, "EUR")),), "unit_cost"),
        ("X", (ReceiptLineDraft(A, 1, Money(10**13, "EUR")),), "unit_cost"),
    ],
)
def test_an_unreadable_receipt_is_refused(supplier: str, lines: tuple[ReceiptLineDraft, ...], field: str) -> None:
    a_warehouse()
    with pytest.raises(errors.ReceiptUnreadable) as refused:
        actions.receive(ReceiptDraft("depot", supplier, "1", date(2026, 11, 2), lines), actor=ACTOR)
    assert refused.value.facts == {"field": field}


def test_an_unknown_receipt_cannot_be_paid() -> None:
    with pytest.raises(errors.UnknownReceipt):
        actions.mark_receipt_paid(new_id(), date(2026, 1, 1), actor=ACTOR)


def test_only_places_that_sell_online_count_for_web_buyers() -> None:
    on_the_shelf({A: 5})
    a_shop("lyon")
    on_the_shelf({A: 7, B: 2}, "lyon")
    assert queries.count_online([A, B]) == {A: 5, B: 0}
    assert [level.on_hand for level in levels(A)] == [5, 7]


def test_movements_cannot_be_rewritten_or_erased() -> None:
    on_the_shelf({A: 5})
    with pytest.raises(IntegrityError), transaction.atomic():
        StockMovement.objects.update(on_hand=6)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockMovement.objects.all().delete()


def test_the_audit_finds_a_number_that_its_movements_do_not_explain() -> None:
    depot = on_the_shelf({A: 5, B: 1})
    StockItem.objects.filter(variant_id=A).update(on_hand=6)
    assert queries.audit_stock() == (Discrepancy(A, depot, (6, 0, 0), (5, 0, 0)),)
    StockItem.objects.filter(variant_id=B).delete()
    assert queries.audit_stock()[1:] == (Discrepancy(B, depot, (0, 0, 0), (1, 0, 0)),)


def test_the_database_itself_refuses_to_promise_twice() -> None:
    on_the_shelf({A: 5})
    for broken in ({"allocated": 6}, {"held": -1}, {"short": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            StockItem.objects.update(**broken)


def test_a_place_of_nowhere_is_refused() -> None:
    with pytest.raises(errors.UnknownPlace):
        actions.count_stock("nowhere", {A: 1}, actor=ACTOR)
    with pytest.raises(errors.NotEnoughStock):
        actions.hold([Take(A, PlaceId(new_id()), 1)], ref="x", actor=ACTOR)


def test_each_night_the_books_are_proved_and_a_difference_is_told_not_repaired() -> None:
    on_the_shelf({A: 5})
    assert check_books.call() == {"differences": 0}
    assert not JournalEntry.objects.filter(verb="stock_differs").exists()
    StockItem.objects.update(on_hand=6)
    assert check_books.call() == {"differences": 1}
    entry = JournalEntry.objects.get(verb="stock_differs")
    assert (entry.about, entry.before, entry.after) == (
        f"variant:{A}",
        {"movements": [5, 0, 0]},
        {"stored": [6, 0, 0]},
    )
    assert OutboxEvent.objects.get(kind="inventory.StockBooksWrong").payload == {"variants": [str(A)]}
    assert levels(A)[0].on_hand == 6


def test_a_reason_pasted_at_length_is_cut_not_refused() -> None:
    a_warehouse()
    actions.count_stock("depot", {A: 3}, actor=ACTOR, reason="\0" + "because " * 200)
    assert len(StockMovement.objects.get().reason) == 500


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_in_whatever_order_the_books_add_up(seed: int) -> None:
    chance = random.Random(seed)
    depot, refused = on_the_shelf({A: 20, B: 5}), 0
    verbs = (actions.hold, actions.release, actions.allocate, actions.deallocate, actions.depart)
    for _ in range(120):
        try:
            if chance.random() < 0.15:
                actions.count_stock("depot", {A: chance.randint(0, 25), B: chance.randint(0, 8)}, actor=ACTOR)
            else:
                some = chance.sample((A, B), chance.randint(1, 2))
                takes = [Take(variant, depot, chance.randint(1, 6)) for variant in some]
                chance.choice(verbs)(takes, ref="x", actor=ACTOR)
        except (errors.NotEnoughStock, errors.NotPromised):
            refused += 1
        for level in (*levels(A), *levels(B)):
            assert min(level.on_hand, level.allocated, level.held, level.free) >= 0
            assert level.short == max(0, level.allocated + level.held - level.on_hand)
    assert 10 < refused < 110
    assert queries.audit_stock() == ()
