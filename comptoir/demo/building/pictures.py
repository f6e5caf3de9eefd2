"""The pictures of an article: one per colour, then the close-up and the scenes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comptoir.demo.building.sheets import sku_of
from comptoir.demo.content import Article, list_families, read_vocabulary, say
from comptoir.demo.content.articles import Look
from comptoir.demo.drawings import draw_look
from comptoir.kernel.languages import LANGUAGES, Text

_SEEN: Mapping[str, Text] = {
    "counter": {"fr": "{name}", "en": "{name}", "es": "{name}"},
    "detail": {"fr": "{name}, de près", "en": "{name}, close up", "es": "{name}, de cerca"},
    "garden": {"fr": "{name}, au jardin", "en": "{name}, in the garden", "es": "{name}, en el jardín"},
    "table": {"fr": "{name}, sur la table", "en": "{name}, on the table", "es": "{name}, en la mesa"},
    "wall": {"fr": "{name}, contre un mur", "en": "{name}, against a wall", "es": "{name}, contra una pared"},
    "shelf": {"fr": "{name}, sur l’étagère", "en": "{name}, on the shelf", "es": "{name}, en el estante"},
}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One drawing to attach; `sku` when it shows one variant only."""

    filename: str
    content: bytes
    alt: Text
    sku: str | None
    position: int


def list_articles() -> tuple[Article, ...]:
    """Every article of the shop."""
    return tuple(article for file in list_families() for article in file.articles)


def list_pictures(article: Article) -> tuple[PictureFile, ...]:
    """Every drawing of an article, in order; a colour is given to each variant that has it."""
    return tuple(_list(article))


def _list(article: Article) -> Iterator[PictureFile]:
    name = article.say(0)
    looks = article.draw_by or {"": {}}
    for position, (value, colours) in enumerate(looks.items()):
        look = {**article.draw, **colours}
        skus = [sku_of(article, choice) for choice in article.choices if value in choice.picks] if value else [None]
        shown = _coloured(name, value) if value else name
        for sku in skus:
            filename = f"{article.code}{'-' if value else ''}{value}.svg"
            yield PictureFile(filename, draw_look(look).encode(), _alt(shown, "counter"), sku, position)
    first: Look = {**article.draw, **next(iter(looks.values()))}
    for position, view in enumerate(article.views, start=len(looks)):
        content = draw_look(first, view).encode()
        yield PictureFile(f"{article.code}-{view}.svg", content, _alt(name, view), None, position)


def _alt(name: Text, view: str) -> Text:
    return {language: _SEEN[view][language].format(name=name[language]) for language in LANGUAGES}


def _coloured(name: Text, value: str) -> Text:
    labels = {code: say(tuple(label)) for option in read_vocabulary().option for code, *label in option.values}
    return {language: f"{name[language]}, {labels[value][language].lower()}" for language in LANGUAGES}
