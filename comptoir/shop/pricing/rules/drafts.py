"""Which drafted prices are sound, and which of them say something new."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from comptoir.kernel.errors import InvalidInput
from comptoir.kernel.money import Money
from comptoir.shop.pricing.errors import (
    AmountOutOfRange,
    CurrencyNotOfChannel,
    HistoryIsWritten,
    UnknownPriceMode,
)
from comptoir.shop.pricing.rules.in_force import PriceStep, step_at, steps_in_order
from comptoir.shop.pricing.types import PriceDraft

MOST_MINOR = 10**12
_MODES = ("gross", "net")


def check_draft(draft: PriceDraft, *, currency: str) -> None:
    """Refuses an amount below 0 or above 10^12 minor units, an unknown mode, a currency not of the channel, and a date
    that does not say its offset from UTC."""
    if not 0 <= draft.amount.minor <= MOST_MINOR:
        raise AmountOutOfRange(minor=draft.amount.minor, most=MOST_MINOR)
    if draft.mode not in _MODES:
        raise UnknownPriceMode(mode=draft.mode)
    if draft.amount.currency != currency:
        raise CurrencyNotOfChannel(channel=draft.channel, currency=draft.amount.currency, expected=currency)
    if draft.valid_from is not None and draft.valid_from.tzinfo is None:
        raise InvalidInput(field="valid_from", reason="no_offset")


def news(drafts: Sequence[PriceDraft], known: Sequence[PriceStep], *, now: datetime) -> tuple[PriceDraft, ...]:
    """The drafts of one variant and channel that change its price, in order of `valid_from`.

    Where a history exists it is written: a draft of the past is refused (HistoryIsWritten). The first prices of an
    article may carry its past, brought from elsewhere.
    """
    steps = list(known)
    told = []
    for draft in sorted(drafts, key=lambda one: one.valid_from or now):
        since = draft.valid_from or now
        if known and since < now:
            raise HistoryIsWritten(valid_from=since.isoformat(), now=now.isoformat())
        in_force = step_at(steps, since)
        if in_force is None or (in_force.amount, in_force.mode) != (draft.amount, draft.mode):
            told.append(draft)
            steps = list(steps_in_order((*steps, as_step(draft, now))))
    return tuple(told)


def as_step(draft: PriceDraft, now: datetime) -> PriceStep:
    """The draft as recorded now."""
    amount = Money(draft.amount.minor, draft.amount.currency)
    return PriceStep(draft.valid_from or now, now, amount, draft.mode)
