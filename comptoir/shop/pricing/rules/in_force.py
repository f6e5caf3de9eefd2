"""Which price is in force when: a step function of time, read from an append-only history."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from comptoir.kernel.money import Money, divide_half_up
from comptoir.kernel.units import Dimension, convert, find_unit
from comptoir.shop.catalogue.types import NetQuantity, VariantId
from comptoir.shop.pricing.rules.rates import RateStep
from comptoir.shop.pricing.rules.tax import with_tax
from comptoir.shop.pricing.types import Quote, UnitPrice

_LEGAL_UNITS = {
    Dimension.MASS: "kg",
    Dimension.VOLUME: "l",
    Dimension.LENGTH: "m",
    Dimension.AREA: "m2",
    Dimension.COUNT: "piece",
}


@dataclass(frozen=True, slots=True)
class PriceStep:
    """An amount in force from `since` on; `recorded` orders rows of the same moment."""

    since: datetime
    recorded: datetime
    amount: Money
    mode: str


@dataclass(frozen=True, slots=True)
class Priced:
    """Whose price: what a quote says besides money."""

    variant: VariantId
    channel: str
    net_quantity: NetQuantity | None = None


def steps_in_order(rows: Iterable[PriceStep]) -> tuple[PriceStep, ...]:
    """Rows as steps: oldest first, the last recorded of each moment alone."""
    last: dict[datetime, PriceStep] = {}
    for row in sorted(rows, key=lambda step: (step.since, step.recorded)):
        last[row.since] = row
    return tuple(last.values())


def step_at(steps: Sequence[PriceStep], at: datetime) -> PriceStep | None:
    """The step in force: the one with the greatest `since` not after `at`."""
    reached = bisect_right(steps, at, key=lambda step: step.since)
    return steps[reached - 1] if reached else None


def quotes(whose: Priced, prices: Sequence[PriceStep], rates: Sequence[RateStep], *, at: datetime) -> tuple[Quote, ...]:
    """The quote in force at `at`, then each later one already known; () when no price is known.

    `prices` and `rates` are in order. Where no rate is known yet there is no quote: the caller refuses.
    """
    moments = sorted({step.since for step in prices} | {step.since for step in rates})
    told: list[Quote] = []
    for moment in moments:
        quote = _quote_at(whose, prices, rates, moment)
        if quote is None or (told and _same_money(told[-1], quote)):
            continue
        if told:
            told[-1] = replace(told[-1], holds_until=moment)
        told.append(quote)
    return tuple(quote for quote in told if quote.holds_until is None or quote.holds_until > at)


def unit_price(gross: Money, quantity: NetQuantity | None) -> UnitPrice | None:
    """Price per kg, l, m, m2 or piece of what one variant holds (PRI-14), rounded half up; None: nothing is said."""
    if quantity is None:
        return None
    legal = _LEGAL_UNITS.get(find_unit(quantity.unit).dimension)
    if legal is None:
        return None
    held = convert(Fraction(quantity.amount), quantity.unit, legal)
    if held <= 0:
        return None
    return UnitPrice(Money(divide_half_up(gross.minor * held.denominator, held.numerator), gross.currency), legal)


def _quote_at(whose: Priced, prices: Sequence[PriceStep], rates: Sequence[RateStep], moment: datetime) -> Quote | None:
    price = step_at(prices, moment)
    reached = bisect_right(rates, moment, key=lambda step: step.since)
    if price is None or reached == 0:
        return None
    rate_bp = rates[reached - 1].rate_bp
    gross, net, tax = with_tax(price.amount, rate_bp, price.mode)
    return Quote(
        variant=whose.variant,
        channel=whose.channel,
        gross=gross,
        net=net,
        tax=tax,
        rate_bp=rate_bp,
        unit_price=unit_price(gross, whose.net_quantity),
        since=moment,
        holds_until=None,
    )


def _same_money(one: Quote, other: Quote) -> bool:
    return (one.gross, one.net, one.rate_bp) == (other.gross, other.net, other.rate_bp)
