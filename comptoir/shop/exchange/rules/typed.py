"""Values of attributes, from the words of a file to what each kind of attribute keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from comptoir.shop.catalogue.types import Attribute, AttributeKind, AttributeValue
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import shorten
from comptoir.shop.exchange.rules.values import number_text, read_decimal, read_flag
from comptoir.shop.exchange.types import ReadAttribute

LONGEST_WORD, LONGEST_TEXT = 500, 4_000
_MOST_CHOICES = 100

Coder = Callable[[str], str]
Reader = Callable[[Attribute, ReadAttribute, Coder], AttributeValue]


def typed_value(attribute: Attribute, read: ReadAttribute, *, coded: bool) -> AttributeValue:
    """The value as the attribute's kind wants it; None when there is none or it cannot be one.

    `coded`: choices are given by code (our own format); else they are words, coded as the survey coded them.
    """
    if any(read.text.values()):
        texts = {language: shorten(text, LONGEST_TEXT) for language, text in read.text.items() if text}
        return texts if attribute.kind is AttributeKind.TEXT else None
    return _READERS[attribute.kind](attribute, read, str if coded else code_of) if read.values else None


def _text(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    del attribute, coder
    return {next(iter(read.label), "en"): shorten(", ".join(read.values), LONGEST_TEXT)}


def _word(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    del attribute, coder
    return shorten(", ".join(read.values), LONGEST_WORD)


def _number(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    del attribute, coder
    number = read_decimal(read.values[0])
    return number_text(number) if number is not None and abs(number) < 10**15 else None


def _measure(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    number = _number(attribute, read, coder)
    if not isinstance(number, str):
        return None
    return number if read.unit in {None, attribute.unit} else f"{number} {read.unit}"


def _flag(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    del attribute, coder
    return read_flag(read.values[0])


def _choice(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    found = _choices(attribute, read, coder)
    return found[0] if isinstance(found, tuple) and len(found) == 1 else None


def _choices(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    codes = tuple(dict.fromkeys(map(coder, read.values)))[:_MOST_CHOICES]
    known = {choice.code for choice in attribute.choices}
    return codes if codes and known.issuperset(codes) else None


def _day(attribute: Attribute, read: ReadAttribute, coder: Coder) -> AttributeValue:
    del attribute, coder
    try:
        return date.fromisoformat(read.values[0].strip()[:10]).isoformat()
    except ValueError:
        return None


_READERS: Mapping[AttributeKind, Reader] = {
    AttributeKind.TEXT: _text,
    AttributeKind.WORD: _word,
    AttributeKind.NUMBER: _number,
    AttributeKind.MEASURE: _measure,
    AttributeKind.FLAG: _flag,
    AttributeKind.CHOICE: _choice,
    AttributeKind.CHOICES: _choices,
    AttributeKind.DAY: _day,
}
