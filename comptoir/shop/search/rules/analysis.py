"""Turns a text into the words that are looked for: the same for an article and for a question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from comptoir.kernel import units
from comptoir.shop.search.rules.folding import fold
from comptoir.shop.search.rules.lexis import lexis
from comptoir.shop.search.rules.stems import stem

LONGEST_WORD = 40
_WORD = re.compile(r"\d+(?:[.,]\d+)+(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text. `token` is what is looked for; `shown` is the folded word as written.

    A measure has the token of its amount in base units ("=500ml" for "0,5 l"); its `shown` is the number written.
    `glued` words stand without a blank after the one before ("wi-fi").
    """

    token: str
    shown: str
    light: bool = False
    measure: bool = False
    glued: bool = False


def read(text: str, language: str) -> tuple[Word, ...]:
    """The words of `text` in order, measures recognised ("2 kg", `24"`, "0,5 l")."""
    return tuple(_read(text, language))


def index_text(text: str, language: str) -> str:
    """`read` as one line of tokens for a whitespace tokenizer; a measure also leaves its number."""
    return " ".join(_index_tokens(read(text, language)))


def _index_tokens(words: tuple[Word, ...]) -> Iterator[str]:
    for word in words:
        if word.measure and word.shown:
            yield word.shown
        yield word.token


def _read(text: str, language: str) -> Iterator[Word]:
    if not _DIGIT.search(text):
        yield from _plain_words(text, language)
        return
    text = unicodedata.normalize("NFC", text)
    done = 0
    for spotted in units.spot(text):
        if _inside_a_code(text, spotted.start):
            continue
        yield from _plain_words(text[done : spotted.start], language)
        numbers = _NUMBER.findall(text[spotted.start : spotted.end])
        for number in numbers[: -len(spotted.measures)]:
            yield Word(number, number)
        for measure in spotted.measures:
            yield Word(measure_token(measure), units.write_amount(measure.amount), measure=True)
        done = spotted.end
    yield from _plain_words(text[done:], language)


def _inside_a_code(text: str, start: int) -> bool:
    """ "3H" in "CB315-3H-C5JS" is no duration."""
    return start > 1 and text[start - 1] in "-/._" and text[start - 2].isalnum()


def _plain_words(text: str, language: str) -> Iterator[Word]:
    folded = fold(text)
    light = lexis(language).light
    end = -1
    for match in _WORD.finditer(folded):
        glued = match.start() == end + 1 and end >= 0 and not folded[end].isspace()
        end = match.end()
        for shown in _unelided(match[0], language):
            word = shown[:LONGEST_WORD]
            yield Word(stem(word, language), word, light=word in light, glued=glued)
            glued = False


def _unelided(word: str, language: str) -> tuple[str, ...]:
    if "'" not in word:
        return (word.replace(",", "."),)
    parts = word.split("'")
    if language == "en" and parts[-1] == "s":
        parts = parts[:-1]
    elided = lexis(language).elisions
    while len(parts) > 1 and parts[0] in elided:
        parts = parts[1:]
    return ("".join(parts),)


def measure_token(measure: units.Measure) -> str:
    """One token for every way to say an amount, to three significant digits: 15.6" and 39.6 cm are the same."""
    unit = next(iter(units.list_units(measure.dimension)))
    amount = measure.to(unit.code).amount
    return f"={_significant(amount)}{unit.code}".replace(" ", "")


def _significant(amount: Fraction) -> str:
    if amount == 0:
        return "0"
    return f"{float(amount):.3g}"


def joined_forms(words: tuple[Word, ...], language: str) -> Iterator[str]:
    """Other ways to write what stands in a title: "MG 5750" and "MG-5750" as "mg5750", "smart watch" as
    "smartwatch", and the parts of a code, "mg5750" as "mg" and "5750"."""
    kept = [word for word in words if not word.measure]
    for word in kept:
        if not word.shown.isalpha() and not word.shown.isdigit():
            yield from (part for part in _PARTS.findall(word.shown) if len(part) > 1)
    for left, right in pairwise(kept):
        if not (left.light or right.light) and len(left.shown) + len(right.shown) <= LONGEST_WORD:
            yield stem(left.shown + right.shown, language)
    yield from _runs(kept, language)


def _runs(words: list[Word], language: str) -> Iterator[str]:
    """Three or more words written without a blank, as one: "cb315-3h-c5js"."""
    run: list[str] = []
    for word in [*words, Word("", "")]:
        if word.glued and word.shown:
            run.append(word.shown)
            continue
        if len(run) > 2:
            yield stem("".join(run)[:LONGEST_WORD], language)
        run = [word.shown]


def gtin_key(code: str) -> str:
    """A GTIN without separators or leading zeros, so that EAN-13 and UPC-A meet; "" when it is not a number."""
    digits = "".join(letter for letter in code if letter not in " -.")
    return digits.lstrip("0") if digits.isdigit() and 8 <= len(digits) <= 14 else ""
