"""What an article is: the words of its title that name the thing, not what it goes with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from comptoir.shop.search.rules.analysis import Word
from comptoir.shop.search.rules.lexis import lexis

DOUBT = 2


def name_run(title: Sequence[Word], brand: Iterable[str], language: str) -> tuple[str, ...]:
    """Tokens of the phrase that names the article, its head last.

    The title is read up to the first word that begins a complement ("for", "pour"), a measure or a colour; brand and
    codes are no part of the name. Languages that put the head first are turned round.
    """
    known, makers = lexis(language), set(brand)
    breaks, colours = known.breaks, known.colours
    run: list[str] = []
    for word in title:
        if run and (word.measure or word.shown in breaks or word.token in colours or word.shown in colours):
            break
        if _names(word, makers) and word.shown not in colours:
            run.append(word.token)
    return tuple(reversed(run)) if known.head_first else tuple(run)


def _names(word: Word, makers: set[str]) -> bool:
    return word.shown.isalpha() and len(word.shown) > 1 and not word.light and word.token not in makers


def naming_shares(counts: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Learned from the shop itself: of the articles whose title says a word, the share that the word names.

    "case" names most articles that say it, "laptop" few of them: they are cases, bags and locks for laptops. A word
    seen a few times only is taken with caution.
    """
    return {token: named / (said + DOUBT) for token, (named, said) in counts.items() if named}
