"""Reading measures from what people write, in French, English and Spanish, decimal comma or point."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from comptoir.kernel.errors import Refusal
from comptoir.kernel.units.conversion import Measure
from comptoir.kernel.units.table import UNITS, Dimension

LONGEST = 200


class UnreadableMeasure(Refusal):
    """The text does not say one exact measure in a unit we know."""

    code = "units.unreadable_measure"
    status = 422


@dataclass(frozen=True, slots=True)
class Spotted:
    """Measures found inside free text, with the slice `[start:end]` that says them."""

    start: int
    end: int
    measures: tuple[Measure, ...]


_PLAIN: Final = {
    ord(char): plain for char, plain in zip("\u00a0\u202f\u2009\tº″”“′’‘×−μ", "    °\"\"\"'''x-µ", strict=True)
}
_MARKS: Final = {"''": "in", '"': "in", "'": "ft"}
_HALVES: Final = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

# Words that are common French, English or Spanish words, or product names, besides being units.
_NOT_IN_FREE_TEXT: Final = frozenset({"livre", "livres", "po", "par", "pares", "once", "pie", "pies", "cheval", "ch"})
_ONLY_GLUED_IN_FREE_TEXT: Final = frozenset({"in", "a"})
_CASE_MATTERS: Final = frozenset({"K", "A", "B", "J"})

_NUMBER: Final = (
    r"(?:\d+\s+\d+/\d+|\d+/\d+|\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}\.\d{3},\d+|\d{1,3},\d{3}\.\d+|\d+(?:[.,]\d+)?[½¼¾]?|[.,]\d+|[½¼¾])"
)


def _flatten(text: str) -> str:
    """Same length as `text`: accents off, typographic spaces, quotes and signs made plain."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain
    return "".join(unicodedata.normalize("NFD", char)[0] if char.isalpha() else char for char in plain)


def _spellings() -> Iterator[tuple[str, str]]:
    for unit in UNITS:
        symbols = "|".join(unit.symbols.values()).split("|")
        for word in filter(None, (unit.code, *unit.words, *symbols)):
            flat = _flatten(word)
            yield flat, unit.code
            if "²" in flat or "³" in flat:
                yield flat.replace("²", "2").replace("³", "3"), unit.code
    yield from _MARKS.items()


_EXACT: Final[dict[str, str]] = dict(_spellings())
_FOLDED: Final[dict[str, str]] = {
    word.casefold(): code for word, code in reversed(_EXACT.items()) if word not in _CASE_MATTERS
}


def _unit_pattern() -> str:
    longest_first = sorted(_EXACT, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (r"(?![^\W_])" if word[-1].isalnum() else "") for word in longest_first)


_UNIT: Final = _unit_pattern()
_BY: Final = r"\s*(?:x|\*|by|sur|por)\s*"
_MEASURE: Final = re.compile(
    rf"(?P<sign>(?<![\w])[-+])?(?<![\w.,/])(?P<numbers>{_NUMBER}(?:\s*(?:{_UNIT})?{_BY}{_NUMBER})*)[\s-]?\s*(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_LONE: Final = re.compile(rf"[-+]?{_NUMBER}")
_STEP: Final = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?", re.IGNORECASE)


def parse_number(text: str) -> Fraction:
    """The exact number written in `text`: "1 500", "0,75", "1.234,5", "3 1/2", "½". Refuses anything else.

    A single group after a point or comma is decimals ("1.500" is one and a half), as on French labels.
    """
    written = _flatten(unicodedata.normalize("NFC", text)).strip()
    if len(written) > LONGEST or not _LONE.fullmatch(written):
        raise UnreadableMeasure(text=text[:LONGEST])
    sign = -1 if written.startswith("-") else 1
    return sign * _number(written.lstrip("+-"), text)


def _number(written: str, text: str) -> Fraction:
    if "/" in written:
        *whole, ratio = written.split()
        above, below = ratio.split("/")
        if int(below) == 0:
            raise UnreadableMeasure(text=text[:LONGEST])
        return Fraction(int(above), int(below)) + (int(whole[0]) if whole else 0)
    half = _HALVES.get(written[-1], Fraction(0))
    digits = written.rstrip("½¼¾").replace(" ", "")
    return half + (Fraction(_decimal_text(digits)) if digits else 0)


def _decimal_text(digits: str) -> str:
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        grouping = "." if comma > point else ","
        return digits.replace(grouping, "").replace(",", ".")
    for mark in ",.":
        if digits.count(mark) > 1:
            return digits.replace(mark, "")
    return "0" + digits.replace(",", ".") if digits[0] in ",." else digits.replace(",", ".")


def _code(word: str) -> str | None:
    return _EXACT.get(word) or _FOLDED.get(word.casefold())


@lru_cache(maxsize=4096)
def parse(text: str, *, unit: str | None = None) -> Measure:
    """The one measure that `text` says; a bare number is taken in `unit`, when given. Refuses `UnreadableMeasure`."""
    measures = parse_each(text, unit=unit)
    if len(measures) != 1:
        raise UnreadableMeasure(text=text[:LONGEST])
    return measures[0]


def parse_each(text: str, *, unit: str | None = None) -> tuple[Measure, ...]:
    """The measures that `text` lists: "30 x 40 cm" -> 30 cm, 40 cm. Refuses `UnreadableMeasure`."""
    flat = _flatten(unicodedata.normalize("NFC", text)).strip()
    if len(flat) > LONGEST:
        raise UnreadableMeasure(text=text[:LONGEST])
    if unit is not None and _LONE.fullmatch(flat):
        return (Measure(parse_number(flat), unit),)
    found = _MEASURE.fullmatch(flat)
    if found is None:
        raise UnreadableMeasure(text=text[:LONGEST])
    return _measures(found, text)


def _measures(found: re.Match[str], text: str) -> tuple[Measure, ...]:
    last = _code(found["unit"])
    if last is None:
        raise UnreadableMeasure(text=text[:LONGEST])
    sign = -1 if found["sign"] == "-" else 1
    numbers = found["numbers"]
    return tuple(
        Measure(sign * _number(step["number"], text), (step["unit"] and _code(step["unit"])) or last)
        for step in _STEP.finditer(numbers)
    )


def spot(text: str) -> tuple[Spotted, ...]:
    """Measures said inside free text (a search, a title), left to right.

    Lengths joined by "x" are dimensions, all kept; for other units only the last number is ("6 x 33 cl": 33 cl).
    Everyday words that are also units (livre, par), the "in" of "2 in 1" and the model number of "iPhone 15 128 Go"
    are left alone. `text` in NFC.
    """
    flat = _flatten(text[:2000])
    return tuple(spotted for found in _MEASURE.finditer(flat) if (spotted := _spotted(found, flat)))


def _spotted(found: re.Match[str], flat: str) -> Spotted | None:
    if not _means_unit(found, flat):
        return None
    try:
        measures = _measures(found, flat)
    except UnreadableMeasure:
        return None
    start = found.start()
    if len(measures) > 1 and measures[-1].dimension is not Dimension.LENGTH:
        measures = measures[-1:]
    model, _, amount = found["numbers"].rpartition(" ")
    if model.isdigit() and amount.isdigit() and amount[-1] not in "05":
        measures, start = (Measure(Fraction(int(amount)), measures[0].unit),), start + len(model) + 1
    return Spotted(start, found.end(), measures)


def _means_unit(found: re.Match[str], flat: str) -> bool:
    word = found["unit"].casefold()
    if word in _NOT_IN_FREE_TEXT:
        return False
    if word in _ONLY_GLUED_IN_FREE_TEXT:
        return flat[found.start("unit") - 1].isdigit() or not flat[found.end() :].strip()
    return True
