"""Receipts: goods that came in, from whom, at what cost, paid when (SOL-7, RAP-1)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comptoir.kernel import clock, journal
from comptoir.kernel.ids import new_id
from comptoir.shop.inventory.actions.writing import Cause, put_on_hand
from comptoir.shop.inventory.errors import ReceiptConflict, ReceiptUnreadable, TooManyAtOnce, UnknownReceipt
from comptoir.shop.inventory.locks import lock_items, lock_place
from comptoir.shop.inventory.models import Place, Receipt, ReceiptLine
from comptoir.shop.inventory.rules import check_quantity, in_chunks, is_name
from comptoir.shop.inventory.types import ReceiptDraft, ReceiptId, ReceiptLineDraft

MOST_LINES = 2_000
MOST_COST = 10**12


@transaction.atomic
def receive(draft: ReceiptDraft, *, actor: str) -> ReceiptId:
    """Record a receipt and put its pieces on hand. Unit costs are before tax, in minor units (SOL-7, RAP-1).

    Recording the same supplier and reference again with the same contents changes nothing and answers the first
    receipt. Refuses UnknownPlace, ReceiptUnreadable, QuantityOutOfRange, ReceiptConflict, TooManyAtOnce.
    """
    _check(draft)
    place = lock_place(draft.place)
    known = Receipt.objects.filter(supplier=draft.supplier, reference=draft.reference).first()
    if known is not None:
        if not _same(known, draft, place):
            raise ReceiptConflict(supplier=draft.supplier, reference=draft.reference)
        return ReceiptId(known.id)
    receipt = Receipt.objects.create(
        id=new_id(),
        place=place,
        supplier=draft.supplier,
        reference=draft.reference,
        received_on=draft.received_on,
        paid_on=draft.paid_on,
        recorded_at=clock.now(),
        actor=actor,
    )
    ReceiptLine.objects.bulk_create(
        ReceiptLine(
            receipt=receipt,
            variant_id=line.variant,
            quantity=line.quantity,
            unit_cost=line.unit_cost.minor,
            currency=line.unit_cost.currency,
        )
        for line in draft.lines
    )
    _put_away(receipt, place, draft)
    after = {"supplier": draft.supplier, "reference": draft.reference, "lines": len(draft.lines)}
    journal.record(journal.Entry(actor, "receive", f"receipt:{receipt.id}", None, after))
    return ReceiptId(receipt.id)


@transaction.atomic
def mark_receipt_paid(receipt: ReceiptId, paid_on: date, *, actor: str) -> None:
    """Record the day the supplier was paid (SOL-7); stating the same day again writes nothing.

    Refuses UnknownReceipt.
    """
    row = Receipt.objects.select_for_update().filter(id=receipt).first()
    if row is None:
        raise UnknownReceipt(receipt=str(receipt))
    if row.paid_on == paid_on:
        return
    before = {"paid_on": row.paid_on.isoformat() if row.paid_on else None}
    Receipt.objects.filter(id=receipt).update(paid_on=paid_on)
    after = {"paid_on": paid_on.isoformat()}
    journal.record(journal.Entry(actor, "mark_receipt_paid", f"receipt:{receipt}", before, after))


def _put_away(receipt: Receipt, place: Place, draft: ReceiptDraft) -> None:
    came = {line.variant: line.quantity for line in draft.lines}
    cause = Cause("receipt", f"receipt:{receipt.id}", receipt.actor, "", receipt.recorded_at)
    for chunk in in_chunks(sorted(came)):
        items = lock_items(place, chunk)
        on_hand = {
            variant: check_quantity(came[variant] + (items[variant].on_hand if variant in items else 0), least=1)
            for variant in chunk
        }
        put_on_hand(place, items, on_hand, cause)


def _check(draft: ReceiptDraft) -> None:
    if len(draft.lines) > MOST_LINES:
        raise TooManyAtOnce(given=len(draft.lines), most=MOST_LINES)
    sound = {
        "supplier": is_name(draft.supplier, most=200),
        "reference": is_name(draft.reference, most=120),
        "lines": len({line.variant for line in draft.lines}) == len(draft.lines) > 0,
        "unit_cost": all(0 <= line.unit_cost.minor <= MOST_COST for line in draft.lines),
    }
    for field, is_sound in sound.items():
        if not is_sound:
            raise ReceiptUnreadable(field=field)
    for line in draft.lines:
        check_quantity(line.quantity, least=1)


def _same(known: Receipt, draft: ReceiptDraft, place: Place) -> bool:
    lines = ReceiptLine.objects.filter(receipt=known)
    kept = {(line.variant_id, line.quantity, line.unit_cost, line.currency) for line in lines}
    return (known.place_id, known.received_on) == (place.id, draft.received_on) and kept == {
        _key(line) for line in draft.lines
    }


def _key(line: ReceiptLineDraft) -> tuple[object, ...]:
    return (line.variant, line.quantity, line.unit_cost.minor, line.unit_cost.currency)
