"""Words that mean the same: the merchant's table first, a small general list after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from comptoir.shop.search.rules.analysis import read
from comptoir.shop.search.rules.lexis import lexis

Tokens = tuple[str, ...]
SPAN_MOST = 4


@dataclass(frozen=True, slots=True)
class SynonymRow:
    """`words` find what says any of `means` too; when `both_ways`, each of them finds all the others."""

    words: str
    means: tuple[str, ...]
    both_ways: bool = True


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Spans of tokens to the spans that may stand for them, shop's own first."""

    spans: Mapping[Tokens, tuple[Tokens, ...]] = field(default_factory=dict)

    def at(self, tokens: Tokens, start: int) -> tuple[int, tuple[Tokens, ...]]:
        """The longest span that begins at `start` and has synonyms: its length and them; (1, ()) when none."""
        for length in range(min(SPAN_MOST, len(tokens) - start), 0, -1):
            found = self.spans.get(tokens[start : start + length])
            if found:
                return length, found
        return 1, ()


def build_thesaurus(rows: Iterable[SynonymRow], language: str) -> Thesaurus:
    """The rows of a language with the general list behind them, read into tokens."""
    spans: dict[Tokens, dict[Tokens, None]] = {}
    for row in (*rows, *_general(language)):
        group = [tokens for text in (row.words, *row.means) if 0 < len(tokens := _tokens(text, language)) <= SPAN_MOST]
        for place, source in enumerate(group):
            if place == 0 or row.both_ways:
                spans.setdefault(source, {}).update({tokens: None for tokens in group if tokens != source})
    return Thesaurus({source: tuple(others) for source, others in spans.items() if others})


def _general(language: str) -> Iterable[SynonymRow]:
    return (SynonymRow(first, tuple(others)) for first, *others in lexis(language).synonyms)


def _tokens(text: str, language: str) -> Tokens:
    return tuple(word.token for word in read(text, language) if not word.light)
