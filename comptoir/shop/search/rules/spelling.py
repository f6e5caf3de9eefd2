"""Did you mean: the words of the shop that are nearest to one that finds nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from comptoir.shop.search.rules.question import Alternative

CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a shop as written (folded), with their token and how many articles say them; sorted."""

    words: tuple[str, ...]
    tokens: tuple[str, ...]
    counts: tuple[int, ...]
    by_length: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def continue_word(self, prefix: str, most: int) -> list[int]:
        """Places of the words that begin with `prefix`, those said by most articles first."""
        start = bisect_left(self.words, prefix)
        end = bisect_left(self.words, prefix + "\U0010ffff", lo=start)
        return sorted(islice(range(start, end), 5_000), key=lambda place: (-self.counts[place], place))[:most]

    def nearest(self, word: str) -> list[int]:
        """Places of the words at one error of `word`, two when it is long, the likeliest first."""
        allowed = 1 if len(word) < 8 else 2
        places = [
            place
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for place in self.by_length.get(length, ())
        ]
        found = process.extract(
            word,
            {place: self.words[place] for place in places},
            scorer=DamerauLevenshtein.distance,
            score_cutoff=allowed,
            limit=50,
        )
        ranked = sorted(found, key=lambda hit: (hit[1], hit[0][0] != word[0], -self.counts[hit[2]], hit[0]))
        return [place for _, _, place in ranked[:CANDIDATES]]


def build_lexicon(counts: Mapping[str, tuple[str, int]]) -> Lexicon:
    """A lexicon of word -> (token, articles)."""
    words = tuple(sorted(counts))
    by_length: dict[int, list[int]] = {}
    for place, word in enumerate(words):
        by_length.setdefault(len(word), []).append(place)
    return Lexicon(
        words,
        tuple(counts[word][0] for word in words),
        tuple(counts[word][1] for word in words),
        {length: tuple(places) for length, places in by_length.items()},
    )


def alternatives_of(lexicon: Lexicon, places: list[int]) -> tuple[Alternative, ...]:
    """The corrections of one word, the first one counting most."""
    seen: dict[str, float] = {}
    for rank, place in enumerate(places):
        seen.setdefault(lexicon.tokens[place], 1.0 - 0.3 * rank)
    return tuple(Alternative((token,), weight) for token, weight in seen.items())
