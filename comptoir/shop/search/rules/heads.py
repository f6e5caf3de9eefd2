"""What an article is: the words of its title that name the thing, not what it goes with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from comptoir.shop.search.rules.analysis import Word
from comptoir.shop.search.rules.lexis import lexis

DOUBT = 2


def name_run(title: Sequence[Word], brand: Sequence[Word], language: str) -> tuple[str, ...]:
    """Tokens of the phrase that names the article, its head last.

    The title is read up to the first word that begins a complement ("for", "pour"), a measure or a colour; the brand
    where it is said, and codes, are no part of the name. Languages that put the head first are turned round.
    """
    known = lexis(language)
    run: list[str] = []
    for word in _without(title, brand):
        coloured = word.token in known.colours or word.shown in known.colours
        if run and (word.measure or coloured or word.shown in known.breaks):
            break
        if word.shown.isalpha() and len(word.shown) > 1 and not word.light and not coloured:
            run.append(word.token)
    return tuple(reversed(run)) if known.head_first else tuple(run)


def _without(title: Sequence[Word], brand: Sequence[Word]) -> Iterator[Word]:
    """The title without the first saying of the brand: "Case Logic VNA-216 notebook case" keeps its last word."""
    said = [word.token for word in brand]
    starts = (place for place in range(len(title)) if [word.token for word in title[place : place + len(said)]] == said)
    start = next(starts, -1) if said else -1
    for place, word in enumerate(title):
        if not start <= place < start + len(said) or start < 0:
            yield word


def own_words(title: Sequence[Word], language: str) -> tuple[Word, ...]:
    """The title up to its complement: of "Cartouche pour PIXMA MG5750" the cartridge, and not the printer."""
    breaks = lexis(language).breaks
    end = next((place for place, word in enumerate(title) if place and word.shown in breaks), len(title))
    return tuple(title[:end])


def naming_shares(counts: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Learned from the shop itself: of the articles whose title says a word, the share that the word names.

    "case" names most articles that say it, "laptop" few of them: they are cases, bags and locks for laptops. A word
    seen a few times only is taken with caution.
    """
    return {token: named / (said + DOUBT) for token, (named, said) in counts.items() if named}
