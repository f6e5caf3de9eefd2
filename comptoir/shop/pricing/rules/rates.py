"""VAT rates by country and class, each in force from its day on: ours from `vat.toml`, then the merchant's."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from comptoir.shop.pricing.errors import MissingTaxRate, UnknownTaxClass
from comptoir.shop.pricing.types import TAX_CLASSES, TaxRate

_PARIS = ZoneInfo("Europe/Paris")
_UNTAXED = ("zero", "exempt")
_EVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RateStep:
    """A rate in force from a moment on, until the next step."""

    since: datetime
    rate_bp: int


def begins(day: date) -> datetime:
    """The moment a law of that day begins: 0:00 in Paris."""
    return datetime.combine(day, time(), _PARIS).astimezone(UTC)


@cache
def known_rates() -> tuple[TaxRate, ...]:
    """Every rate of `vat.toml`."""
    table: Mapping[str, Mapping[str, Mapping[str, int]]] = tomllib.loads(
        Path(__file__).with_name("vat.toml").read_text(encoding="utf-8")
    )
    return tuple(
        TaxRate(country, tax_class, rate_bp, date.fromisoformat(day))
        for country, classes in table.items()
        for tax_class, dated in classes.items()
        for day, rate_bp in dated.items()
    )


class RateBook:
    """The rates of every country, `stated` ones (oldest record first) taking the place of ours on the same day."""

    def __init__(self, stated: Iterable[TaxRate] = ()) -> None:
        dated: dict[tuple[str, str], dict[date, int]] = {}
        for rate in (*known_rates(), *stated):
            dated.setdefault((rate.country, rate.tax_class), {})[rate.since] = rate.rate_bp
        self._countries = frozenset(country for country, _ in dated)
        self._steps = {
            key: tuple(RateStep(begins(day), days[day]) for day in sorted(days)) for key, days in dated.items()
        }

    def steps(self, country: str, tax_class: str) -> tuple[RateStep, ...]:
        """The rates of a class, oldest first. Refuses UnknownTaxClass, MissingTaxRate."""
        if tax_class not in TAX_CLASSES:
            raise UnknownTaxClass(tax_class=tax_class)
        steps = self._steps.get((country, tax_class), ())
        if not steps and tax_class in _UNTAXED and country in self._countries:
            return (RateStep(_EVER, 0),)
        if not steps:
            raise MissingTaxRate(country=country, tax_class=tax_class)
        return steps

    def rate_at(self, country: str, tax_class: str, at: datetime) -> int:
        """The rate in force, in basis points. Refuses MissingTaxRate before the first known day too."""
        steps = self.steps(country, tax_class)
        reached = bisect_right(steps, at, key=lambda step: step.since)
        if reached == 0:
            raise MissingTaxRate(country=country, tax_class=tax_class)
        return steps[reached - 1].rate_bp
