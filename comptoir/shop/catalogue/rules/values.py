"""Attribute values: typed and normalised by the attribute's kind; numbers are exact decimals, never floats."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from comptoir.kernel import units
from comptoir.shop.catalogue.rules.texts import LANGUAGE, MOST_LANGUAGES, clean_plain
from comptoir.shop.catalogue.types import Attribute, AttributeKind, AttributeValue

LONGEST_WORD = 500
LONGEST_TEXT = 4_000
MOST_CHOICES = 100
_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,9}[1-9])?")
_DIGITS, _DECIMALS = 15, 10

Reader = Callable[[Any], AttributeValue]
"""Takes what was handed in, gives the value as kept; raises `WrongValue`."""


class WrongValue(ValueError):
    """A value cannot be taken: `reason` and facts."""

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def read_decimal(value: Any) -> str:
    """An exact decimal in one spelling: no exponent, no useless zero, a dot. "24,50" gives "24.5"."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value != "-0":
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise WrongValue("not_a_number", given=type(value).__name__)
    try:
        number = Decimal(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except InvalidOperation:
        raise WrongValue("not_a_number", given=str(value)[:80]) from None
    if not number.is_finite():
        raise WrongValue("not_a_number", given=str(value)[:80])
    return _spell(number)


def _spell(number: Decimal) -> str:
    if number == 0:
        return "0"
    if number.adjusted() >= _DIGITS or number.adjusted() < -_DECIMALS:
        raise WrongValue("number_too_long", given=str(number)[:80], digits=str(_DIGITS), decimals=str(_DECIMALS))
    spelled = f"{number:f}"
    if "." in spelled:
        spelled = spelled.rstrip("0").rstrip(".")
    _, _, decimals = spelled.partition(".")
    if len(decimals) > _DECIMALS:
        raise WrongValue("number_too_long", given=str(number)[:80], digits=str(_DIGITS), decimals=str(_DECIMALS))
    return spelled


def read_word(value: Any) -> str | None:
    """One text, the same in every language, at most 500 characters."""
    if not isinstance(value, str):
        raise WrongValue("not_a_word", given=type(value).__name__)
    word = clean_plain(value)
    if len(word) > LONGEST_WORD:
        raise WrongValue("text_too_long", length=str(len(word)), limit=str(LONGEST_WORD))
    return word or None


def read_text(value: Any) -> Mapping[str, str] | None:
    """A text per language, each at most 4,000 characters."""
    if not isinstance(value, Mapping):
        raise WrongValue("not_a_text_per_language", given=type(value).__name__)
    if len(value) > MOST_LANGUAGES:
        raise WrongValue("too_many_languages", limit=str(MOST_LANGUAGES))
    said: dict[str, str] = {}
    for language in sorted(value, key=str):
        text = value[language]
        if not (isinstance(language, str) and LANGUAGE.fullmatch(language)):
            raise WrongValue("not_a_language", given=str(language)[:20])
        if not isinstance(text, str):
            raise WrongValue("not_a_text_per_language", given=type(text).__name__)
        if len(text) > LONGEST_TEXT:
            raise WrongValue("text_too_long", length=str(len(text)), limit=str(LONGEST_TEXT))
        said[language] = clean_plain(text)
    return {language: text for language, text in said.items() if text} or None


def read_flag(value: Any) -> bool:
    """Yes or no: a boolean, the words "true" and "false", or the digits "1" and "0" of a cell."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false", "1", "0"):
        return value in ("true", "1")
    raise WrongValue("not_a_flag", given=str(value)[:80])


def read_day(value: Any) -> str:
    """A day, ISO 8601: 2026-11-22."""
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except (AttributeError, TypeError, ValueError):
        raise WrongValue("not_a_day", given=str(value)[:80]) from None


def _choice_reader(codes: frozenset[str]) -> Reader:
    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in codes:
            raise WrongValue("not_a_choice", given=str(value)[:80])
        return value

    return read


def _choices_reader(codes: frozenset[str]) -> Reader:
    read_one = _choice_reader(codes)

    def read(value: Any) -> tuple[str, ...] | None:
        if not isinstance(value, tuple | list) or len(value) > MOST_CHOICES:
            raise WrongValue("not_choices", given=str(value)[:80])
        return tuple(dict.fromkeys(str(read_one(one)) for one in value)) or None

    return read


def _measure_reader(unit: str) -> Reader:
    """Bare numbers are in the attribute's unit; "2,5 kg" is converted to it, exactly or with 10 decimals."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or not any(sign.isalpha() or sign in "\"'″′°%" for sign in value):
            return read_decimal(value)
        try:
            measure = units.parse(value)
            amount = units.convert(measure.amount, measure.unit, unit)
        except (units.UnreadableMeasure, units.UnknownUnit, units.Incommensurable):
            raise WrongValue("not_a_measure", given=value[:80], unit=unit) from None
        return read_decimal(units.to_decimal(amount).quantize(Decimal(1).scaleb(-_DECIMALS)))

    return read


def reader(attribute: Attribute) -> Reader:
    """The function that reads values of this attribute."""
    codes = frozenset(choice.code for choice in attribute.choices)
    readers: dict[AttributeKind, Reader] = {
        AttributeKind.TEXT: read_text,
        AttributeKind.WORD: read_word,
        AttributeKind.NUMBER: read_decimal,
        AttributeKind.MEASURE: _measure_reader(attribute.unit or ""),
        AttributeKind.FLAG: read_flag,
        AttributeKind.CHOICE: _choice_reader(codes),
        AttributeKind.CHOICES: _choices_reader(codes),
        AttributeKind.DAY: read_day,
    }
    return readers[attribute.kind]


def stored(value: AttributeValue) -> Any:
    """A value as JSON keeps it: tuples are lists."""
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value


def from_stored(value: Any) -> AttributeValue:
    """A value read back from JSON."""
    return tuple(value) if isinstance(value, list) else value
