"""Saying amounts of money in a language: "19,99 €" in French, "€19.99" in English."""

from __future__ import annotations

from functools import lru_cache

from babel.numbers import format_currency

from comptoir.kernel.money import Money, exponent


@lru_cache(maxsize=32_768)
def format_money(money: Money, language: str) -> str:
    """The amount as a shopper reads it, with its currency; spaces inside never break over lines."""
    return format_currency(money.to_decimal(), money.currency, locale=language.replace("-", "_"))


@lru_cache(maxsize=4096)
def format_amount(money: Money) -> str:
    """The amount for programs (structured data, feeds): a point, every decimal of the currency, no currency."""
    return f"{money.to_decimal():.{exponent(money.currency)}f}"
