"""Amounts, dates and counts as each language writes them, remembered because a page says the same ones again."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from comptoir.kernel.clock import PARIS
from comptoir.kernel.errors import Refusal
from comptoir.kernel.money import Money
from comptoir.kernel.money_words import format_money
from comptoir.kernel.units import symbol

_BEFORE_SIGN = re.compile(r" (?=[:;!?»€%])|(?<=«) ")
LOCALES = {"fr": "fr_FR", "en": "en_GB", "es": "es_ES"}
LANGUAGE_NAMES = {"fr": "Français", "en": "English", "es": "Español"}


@functools.lru_cache(maxsize=16384)
def minor_words(minor: int, currency: str, language: str) -> str:
    """Whole minor units as a price: 6930 EUR -> "69,30 €" in French, with its no-break space."""
    return format_money(Money(minor, currency), language)


@functools.lru_cache(maxsize=4096)
def count_words(count: int, language: str) -> str:
    """A whole number with the language's own thousands."""
    return format_decimal(count, locale=LOCALES[language])


@functools.lru_cache(maxsize=256)
def rate_words(rate_bp: int, language: str) -> str:
    """A rate in basis points as a percentage: 550 -> "5,5 %" in French."""
    return format_percent(
        Decimal(rate_bp) / 10_000,
        format="#,##0.##\u00a0%" if language != "en" else "#,##0.##%",
        locale=LOCALES[language],
    )


@functools.lru_cache(maxsize=256)
def unit_words(unit: str, language: str) -> str:
    """What is written for a unit of measure; a unit that nobody knows is written as it came."""
    try:
        return symbol(unit, language)
    except Refusal:
        return unit


def typed_words(figures: str, language: str) -> str:
    """A number as typed in a field of that language: a comma outside English."""
    return figures if language == "en" else figures.replace(".", ",")


def spaced(text: str, language: str) -> str:
    """A merchant's sentence with the no-break spaces that French puts before double signs."""
    return _BEFORE_SIGN.sub("\u00a0", text) if language == "fr" else text


@functools.lru_cache(maxsize=1024)
def day_words(day: date, language: str) -> str:
    """A day in full: "mardi 24 novembre 2026"."""
    return format_date(day, format="full", locale=LOCALES[language])


def moment_words(moment: datetime, language: str) -> tuple[str, str]:
    """A moment as the shop's own clock shows it: day in full, and time."""
    local = moment.astimezone(PARIS)
    return day_words(local.date(), language), format_time(local, format="short", locale=LOCALES[language])
