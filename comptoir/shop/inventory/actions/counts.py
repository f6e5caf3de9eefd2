"""Counts: what somebody, or a file, says is on the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock, journal
from comptoir.shop.inventory.actions.writing import Cause, put_on_hand
from comptoir.shop.inventory.errors import TooManyAtOnce
from comptoir.shop.inventory.locks import lock_items, lock_place
from comptoir.shop.inventory.rules import as_reason, check_quantity, in_chunks

MOST_COUNTS = 5_000


@transaction.atomic
def count_stock(place_code: str, counts: Mapping[UUID, int], *, actor: str, reason: str = "") -> int:
    """Set the pieces on hand of up to 5,000 variants at a place; answers how many numbers changed.

    A count equal to the number kept writes nothing. Promised pieces stay promised: those a count shows missing are
    kept as `short` until goods arrive or promises are given back. Bounded statements per 500 variants.
    Refuses an unknown place (UnknownPlace), a negative or enormous count (QuantityOutOfRange), TooManyAtOnce.
    """
    if len(counts) > MOST_COUNTS:
        raise TooManyAtOnce(given=len(counts), most=MOST_COUNTS)
    for counted in counts.values():
        check_quantity(counted, least=0)
    place = lock_place(place_code)
    cause = Cause("count", "", actor, as_reason(reason), clock.now())
    changed = 0
    for chunk in in_chunks(sorted(counts)):
        items = lock_items(place, chunk)
        news = {
            variant: counts[variant]
            for variant in chunk
            if counts[variant] != (items[variant].on_hand if variant in items else 0)
        }
        if news:
            put_on_hand(place, items, news, cause)
            changed += len(news)
    if changed:
        facts = {"counted": len(counts), "changed": changed}
        journal.record(journal.Entry(actor, "count_stock", f"place:{place.id}", None, facts, cause.reason))
    return changed
