"""Dated prices of an article: its cheapest variant at each moment, from the recorded steps of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from comptoir.shop.pricing.types import Quote
from comptoir.shop.shelf.types import PriceStep


def steps_of(quotes: Sequence[Quote]) -> tuple[PriceStep, ...]:
    """One variant's prices, the one in force first, then every recorded future one."""
    return tuple(
        PriceStep(
            since=int(quote.since.timestamp()),
            gross=quote.gross.minor,
            net=quote.net.minor,
            rate_bp=quote.rate_bp,
            unit_price=quote.unit_price.amount.minor if quote.unit_price else 0,
            unit=quote.unit_price.unit if quote.unit_price else "",
        )
        for quote in quotes
    )


def merge_steps(variants: Sequence[tuple[PriceStep, ...]]) -> tuple[PriceStep, ...]:
    """The steps of an article: at each moment its cheapest variant, with the dearest one's price when they differ."""
    priced = [steps for steps in variants if steps]
    if len(priced) == 1:
        return priced[0]
    merged: list[PriceStep] = []
    for since in sorted({step.since for steps in priced for step in steps}):
        at = [step for step in (step_at(steps, since) for steps in priced) if step is not None]
        least = min(at, key=lambda step: step.gross)
        most = max(step.gross for step in at)
        step = PriceStep(
            since=since,
            gross=least.gross,
            net=least.net,
            rate_bp=least.rate_bp,
            highest=most if most != least.gross else 0,
            unit_price=least.unit_price,
            unit=least.unit,
        )
        if not merged or _without_date(merged[-1]) != _without_date(step):
            merged.append(step)
    return tuple(merged)


def step_at(steps: Sequence[PriceStep], epoch_s: int) -> PriceStep | None:
    """The step in force at that moment, or None before the first."""
    found = None
    for step in steps:
        if step.since > epoch_s:
            break
        found = step
    return found


def next_turn(steps: Sequence[PriceStep], epoch_s: int) -> int | None:
    """The first moment after `epoch_s` when the price changes, or None."""
    return next((step.since for step in steps if step.since > epoch_s), None)


def _without_date(step: PriceStep) -> tuple[int, int, int, int, int, str]:
    return step.gross, step.net, step.rate_bp, step.highest, step.unit_price, step.unit
