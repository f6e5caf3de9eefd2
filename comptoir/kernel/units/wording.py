"""Saying measures in a language: decimal mark, grouping and the unit's symbol."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from babel.numbers import format_decimal

from comptoir.kernel.units.conversion import Measure, find_unit, to_decimal

NO_BREAK = "\u00a0"


def symbol(unit: str, language: str) -> str:
    """What is written after a number in that language: "GB" -> "Go" in French."""
    return find_unit(unit).symbol(language)


@lru_cache(maxsize=8192)
def format_measure(measure: Measure, language: str, *, decimals: int = 3) -> str:
    """The measure as a shopper reads it ("1 500 ml", "0,75 l"), at most `decimals` decimals, on one line."""
    unit = find_unit(measure.unit)
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    number = format_decimal(to_decimal(measure.amount), format=pattern, locale=language)
    space = "" if unit.glued else NO_BREAK
    return f"{number}{space}{unit.symbol(language, singular=_is_singular(measure.amount, language))}"


def _is_singular(amount: Fraction, language: str) -> bool:
    return abs(amount) < 2 if language == "fr" else amount == 1
