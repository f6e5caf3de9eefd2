"""Amounts, dates and counts as each language writes them, remembered because a page says the same ones again."""

from __future__ import annotations

import functools
from datetime import date, datetime

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from comptoir.kernel.clock import PARIS
from comptoir.kernel.money import Money
from comptoir.kernel.money_words import format_money

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


@functools.lru_cache(maxsize=1024)
def day_words(day: date, language: str) -> str:
    """A day in full: "mardi 24 novembre 2026"."""
    return format_date(day, format="full", locale=LOCALES[language])


def moment_words(moment: datetime, language: str) -> tuple[str, str]:
    """A moment as the shop's own clock shows it: day in full, and time."""
    local = moment.astimezone(PARIS)
    return day_words(local.date(), language), format_time(local, format="short", locale=LOCALES[language])
