"""The nightly proof that every stock number is the sum of its movements."""

from __future__ import annotations

from django.db import transaction

from comptoir.kernel import journal, outbox
from comptoir.shop.inventory.events import StockBooksWrong
from comptoir.shop.inventory.queries import audit_stock

MOST_TOLD = 100


@transaction.atomic
def check_books(*, actor: str) -> int:
    """Replay movements against stock; journals each difference (the first 100) and announces that there are some.

    Repairs nothing: a repair is a count, with its author and reason. Answers how many differences were found.
    """
    wrong = audit_stock(limit=MOST_TOLD)
    if wrong:
        journal.record_many(
            journal.Entry(
                actor, "stock_differs", f"variant:{one.variant}", {"movements": one.told}, {"stored": one.stored}
            )
            for one in wrong
        )
        outbox.emit(StockBooksWrong(variants=tuple(one.variant for one in wrong)), about="stock")
    return len(wrong)
