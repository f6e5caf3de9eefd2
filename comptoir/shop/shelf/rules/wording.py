"""Attribute values in words: choices by their label, measures with their unit, days and flags as one says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from comptoir.kernel.errors import Refusal
from comptoir.kernel.languages import Text, pick
from comptoir.kernel.units import Measure, format_measure
from comptoir.shop.catalogue.types import Attribute, AttributeKind, AttributeValue
from comptoir.shop.shelf.rules.tongue import Tongue
from comptoir.shop.shelf.rules.vocabulary import Vocabulary
from comptoir.shop.shelf.types import Term

YES: Text = {"fr": "oui", "en": "yes", "es": "sí", "de": "ja", "it": "sì", "nl": "ja", "pt": "sim"}
NO: Text = {"fr": "non", "en": "no", "es": "no", "de": "nein", "it": "no", "nl": "nee", "pt": "não"}


def terms_of(
    values: Mapping[str, AttributeValue], ranks: Mapping[str, int], words: Vocabulary, tongue: Tongue
) -> tuple[Term, ...]:
    """The attributes that have a value, in the family's order then the rest by code, as data with their words."""
    last = len(ranks)  # a family may list thousands of attributes, an article says a few dozen
    codes = sorted(values, key=lambda code: (ranks.get(code, last), code))
    found = (_term(words.attributes.get(code), values[code], words, tongue) for code in codes)
    return tuple(term for term in found if term is not None)


def facts_of(terms: Iterable[Term]) -> tuple[tuple[str, str], ...]:
    """The attributes as lines of a sheet: (label, value in words)."""
    return tuple((term.label, ", ".join(shown for _, shown in term.values)) for term in terms)


def _term(attribute: Attribute | None, value: AttributeValue, words: Vocabulary, tongue: Tongue) -> Term | None:
    if attribute is None or value is None or value in ("", ()):
        return None
    values = say_values(attribute, value, words.choices.get(attribute.code, {}), tongue)
    if not values:
        return None
    return Term(
        code=attribute.code,
        label=tongue.say(attribute.label) or attribute.code,
        kind=attribute.kind.value,
        values=values,
        unit=attribute.unit or "",
        facet=attribute.facet,
        searchable=attribute.searchable,
    )


def say_values(
    attribute: Attribute, value: AttributeValue, choices: Mapping[str, Text], tongue: Tongue
) -> tuple[tuple[str, str], ...]:
    """(value, as shown) of each value an attribute has."""
    if attribute.kind in (AttributeKind.CHOICE, AttributeKind.CHOICES):
        codes = (value,) if isinstance(value, str) else value if isinstance(value, tuple | list) else ()
        return tuple((code, tongue.say(choices.get(code, {})) or code) for code in codes)
    if isinstance(value, Mapping):
        text = tongue.say(value)
        return ((text, text),) if text else ()
    if isinstance(value, bool):
        return (("yes" if value else "no", pick(YES if value else NO, tongue.language, "en")),)
    return ((str(value), _say_scalar(attribute.kind, str(value), attribute.unit or "", tongue)),)


@lru_cache(maxsize=32_768)
def _say_scalar(kind: AttributeKind, value: str, unit: str, tongue: Tongue) -> str:
    """What cannot be read as its kind says is shown as it is: a sheet is never lost for one odd value."""
    try:
        if kind is AttributeKind.MEASURE and unit:
            return format_measure(Measure(Fraction(value), unit), tongue.locale)
        if kind in (AttributeKind.NUMBER, AttributeKind.MEASURE):
            return str(format_decimal(Decimal(value), locale=tongue.locale, decimal_quantization=False))
        if kind is AttributeKind.DAY:
            return str(format_date(date.fromisoformat(value), format="long", locale=tongue.locale))
    except (ValueError, ArithmeticError, InvalidOperation, Refusal):
        return value
    return value
