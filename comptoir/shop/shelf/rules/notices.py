"""Legal blocks of a sheet in words: each regime's lines with their labels, law id kept (GPS-1, FOO-1, IDX-1...)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from babel import Locale
from babel.core import UnknownLocaleError
from babel.units import format_unit

from comptoir.kernel.languages import pick
from comptoir.kernel.money import Money
from comptoir.kernel.money_words import format_money
from comptoir.shop.catalogue.types import AttributeValue, LegalBlock
from comptoir.shop.shelf.rules.notice_words import ALLERGENS, FIELDS, REGIMES
from comptoir.shop.shelf.rules.tongue import Tongue
from comptoir.shop.shelf.rules.wording import NO, YES
from comptoir.shop.shelf.types import Notice


def notices_of(blocks: tuple[LegalBlock, ...], tongue: Tongue, *, currency: str) -> tuple[Notice, ...]:
    """The blocks that have something to say, in order."""
    notices = (_notice(block, tongue, currency) for block in blocks)
    return tuple(notice for notice in notices if notice.lines)


def _notice(block: LegalBlock, tongue: Tongue, currency: str) -> Notice:
    lines = (
        (
            pick(FIELDS.get(line.field, {}), tongue.language, "en") or line.field,
            say_legal(line.field, line.value, tongue, currency=currency),
        )
        for line in block.lines
    )
    label = pick(REGIMES.get(block.regime, {}), tongue.language, "en") or block.regime
    return Notice(block.regime, block.law, label, tuple((name, value) for name, value in lines if value))


def say_legal(field: str, value: AttributeValue, tongue: Tongue, *, currency: str) -> str:
    """A legal value as a shopper reads it."""
    if isinstance(value, Mapping):
        return tongue.say(value)
    if isinstance(value, bool):
        return pick(YES if value else NO, tongue.language, "en")
    if isinstance(value, tuple | list):
        return ", ".join(pick(ALLERGENS.get(each, {}), tongue.language, "en") or each for each in value)
    if value is None:
        return ""
    say = _SAYINGS.get(field)
    try:
        return say(str(value), tongue, currency) if say else str(value)
    except (ValueError, ArithmeticError, InvalidOperation, UnknownLocaleError):
        return str(value)


def _months(value: str, tongue: Tongue, _currency: str) -> str:
    return _on_one_line(format_unit(Decimal(value), "duration-month", locale=tongue.locale))


def _years(value: str, tongue: Tongue, _currency: str) -> str:
    return _on_one_line(format_unit(Decimal(value), "duration-year", locale=tongue.locale))


def _on_one_line(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _country(value: str, tongue: Tongue, _currency: str) -> str:
    return str(Locale.parse(tongue.locale).territories.get(value.upper(), value))


def _amount(value: str, tongue: Tongue, currency: str) -> str:
    return format_money(Money(int(value), currency), tongue.locale)


def _score(value: str, tongue: Tongue, _currency: str) -> str:
    return f"{value.replace('.', ',') if tongue.language != 'en' else value}\u00a0/\u00a010"


def _percent(value: str, tongue: Tongue, _currency: str) -> str:
    return f"{value.replace('.', ',') if tongue.language != 'en' else value}\u00a0% vol."


_SAYINGS: Mapping[str, Callable[[str, Tongue, str], str]] = {
    "guarantee_months": _months,
    "spare_parts_months": _months,
    "producer_guarantee_months": _months,
    "minimum_age": _years,
    "manufacturer_country": _country,
    "eco_participation_minor": _amount,
    "repairability_index": _score,
    "durability_index": _score,
    "alcohol_percent": _percent,
}
