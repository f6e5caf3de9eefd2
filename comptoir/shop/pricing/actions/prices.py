"""Prices: rows are added to the history, never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock, journal, outbox, sql
from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue.queries import find_channel
from comptoir.shop.pricing.errors import TooManyAtOnce
from comptoir.shop.pricing.events import PricesChanged
from comptoir.shop.pricing.models import Price
from comptoir.shop.pricing.queries import list_steps
from comptoir.shop.pricing.rules.drafts import check_draft, news
from comptoir.shop.pricing.types import PriceDraft

MOST_DRAFTS = 5_000
_CHUNK = 500


@transaction.atomic
def set_prices(drafts: Sequence[PriceDraft], *, actor: str) -> int:
    """Put up to 5,000 prices in force, now or from their date on; answers how many rows of history that added.

    A price equal to the one in force at its date writes nothing. A future price is changed by stating another for the
    same moment. Bounded statements per 500 variants. Refuses an unknown channel, CurrencyNotOfChannel,
    AmountOutOfRange, UnknownPriceMode, HistoryIsWritten (PRI-1: the past is not rewritten), TooManyAtOnce.
    """
    if len(drafts) > MOST_DRAFTS:
        raise TooManyAtOnce(given=len(drafts), most=MOST_DRAFTS)
    added = 0
    now = clock.now()
    for channel, by_variant in _sorted_out(drafts).items():
        expected = find_channel(channel).currency
        for by_one in by_variant.values():
            for draft in by_one:
                check_draft(draft, currency=expected)
        left = iter(sorted(by_variant))
        while chunk := tuple(islice(left, _CHUNK)):
            added += _add(channel, {variant: by_variant[variant] for variant in chunk}, actor, now=now)
    if added:
        journal.record(journal.Entry(actor, "set_prices", "prices", None, {"stated": len(drafts), "added": added}))
    return added


def _sorted_out(drafts: Sequence[PriceDraft]) -> dict[str, dict[UUID, list[PriceDraft]]]:
    found: dict[str, dict[UUID, list[PriceDraft]]] = {}
    for draft in drafts:
        found.setdefault(draft.channel, {}).setdefault(draft.variant, []).append(draft)
    return found


def _add(channel: str, by_variant: Mapping[UUID, Sequence[PriceDraft]], actor: str, *, now: datetime) -> int:
    known = list_steps(list(by_variant), channel, at=now)
    added = [draft for variant, drafts in by_variant.items() for draft in news(drafts, known.get(variant, ()), now=now)]
    if not added:
        return 0
    sql.insert_rows(
        [
            Price(
                id=new_id(),
                variant_id=draft.variant,
                channel=channel,
                amount=draft.amount.minor,
                currency=draft.amount.currency,
                mode=draft.mode,
                valid_from=draft.valid_from or now,
                recorded_at=now,
                actor=actor,
                reason=draft.reason.replace("\0", "")[:500],
            )
            for draft in added
        ]
    )
    variants = tuple(dict.fromkeys(draft.variant for draft in added))
    about = f"variant:{variants[0]}" if len(variants) == 1 else f"prices:{channel}"
    outbox.emit(PricesChanged(variants=variants, channel=channel), about=about)
    return len(added)
