"""Understands what was typed: slots to be satisfied, each by any of its alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from comptoir.shop.search.rules.analysis import Word, gtin_key, read
from comptoir.shop.search.rules.folding import clip, compact
from comptoir.shop.search.rules.lexis import lexis
from comptoir.shop.search.rules.synonyms import Thesaurus

WORDS_MOST = 12
SYNONYM_WEIGHT = 0.6
NUMBER_WEIGHT = 0.4  # a measure asked for, found as a bare number


@dataclass(frozen=True, slots=True)
class Alternative:
    """Tokens that must all be there; next to each other, in order, when `bound`."""

    tokens: tuple[str, ...]
    weight: float = 1.0
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing asked for. `light` slots help but are not required. `shown` is what was typed, folded."""

    alternatives: tuple[Alternative, ...]
    shown: str
    light: bool = False
    correctable: bool = False  # one plain word, that may be a typing error

    @property
    def token(self) -> str:
        """The token of the word itself."""
        return self.alternatives[0].tokens[-1]


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, understood. `head`: places in `slots` of what the thing is; `pairs`: neighbours that belong
    together, as (left, right, joined); `codes`: the whole as a code, by SKU and by GTIN."""

    typed: str
    slots: tuple[Slot, ...]
    head: int | None
    pairs: tuple[tuple[str, str, str], ...]
    codes: tuple[str, ...]

    @property
    def required(self) -> tuple[Slot, ...]:
        """The slots that count; all of them when every word is light."""
        heavy = tuple(slot for slot in self.slots if not slot.light)
        return heavy or self.slots

    def corrected(self, corrections: dict[str, tuple[Alternative, ...]]) -> Question:
        """The same question with other alternatives for the words that were typed wrong."""
        slots = (
            replace(slot, alternatives=corrections.get(slot.shown, slot.alternatives)) if slot.correctable else slot
            for slot in self.slots
        )
        return replace(self, slots=tuple(slots))


def understand(typed: str, language: str, thesaurus: Thesaurus) -> Question:
    """Read at most 200 characters and 12 words of what was typed; anything is a question, none is an error."""
    clipped = clip(typed)
    words = read(clipped, language)[:WORDS_MOST]
    slots = tuple(_slots(words, language, thesaurus))
    joined = compact(clipped)
    codes = tuple(code for code in dict.fromkeys((joined, gtin_key(clipped))) if code)
    return Question(clipped, slots, _head(slots, language), tuple(_pairs(words)), codes)


def _slots(words: tuple[Word, ...], language: str, thesaurus: Thesaurus) -> Iterator[Slot]:
    tokens = tuple(word.token for word in words)
    denials = lexis(language).denials
    place = 0
    while place < len(words):
        word = words[place]
        length, others = thesaurus.at(tokens, place)
        if word.light and word.shown in denials and place + 1 < len(words) and not words[place + 1].measure:
            length = 2
            yield _span_slot(words[place : place + 2], (), bound=True)
        elif length > 1:
            yield _span_slot(words[place : place + length], others)
        else:
            yield _word_slot(word, others)
        place += length


def _span_slot(words: tuple[Word, ...], others: tuple[tuple[str, ...], ...], *, bound: bool = False) -> Slot:
    own = Alternative(tuple(word.token for word in words), bound=bound)
    shown = " ".join(word.shown for word in words)
    return Slot((own, *(Alternative(tokens, SYNONYM_WEIGHT) for tokens in others)), shown)


def _word_slot(word: Word, others: tuple[tuple[str, ...], ...]) -> Slot:
    own = [Alternative((word.token,))]
    if word.measure:
        own.append(Alternative((word.shown,), NUMBER_WEIGHT))
    own += (Alternative(tokens, SYNONYM_WEIGHT) for tokens in others)
    correctable = word.shown.isalpha() and len(word.shown) > 3 and not word.light
    return Slot(tuple(own), word.shown, light=word.light, correctable=correctable)


def _head(slots: tuple[Slot, ...], language: str) -> int | None:
    """Which slot says what the thing is: the last before a complement, or the first in head-first languages."""
    known = lexis(language)
    end = next((place for place, slot in enumerate(slots) if place and slot.shown in known.breaks), len(slots))
    names = [place for place in range(end) if not slots[place].light and not slots[place].token.startswith("=")]
    if not names:
        return None
    return names[0] if known.head_first else names[-1]


def _pairs(words: tuple[Word, ...]) -> Iterator[tuple[str, str, str]]:
    kept = [word for word in words if not word.light and not word.measure]
    for left, right in pairwise(kept):
        yield left.token, right.token, left.shown + right.shown
