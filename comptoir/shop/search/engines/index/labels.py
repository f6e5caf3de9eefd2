"""What codes are called, kept beside the index so that a search asks the database for nothing but its cards."""

from __future__ import annotations

from pathlib import Path

import msgspec

from comptoir.shop.search.engines.index.folders import write_whole


class CategoryLabel(msgspec.Struct, frozen=True, array_like=True):
    label: str
    slug: str
    parent: str
    position: int


class AttributeLabel(msgspec.Struct, array_like=True):
    label: str
    kind: str
    unit: str
    values: dict[str, str]


class Labels(msgspec.Struct):
    """Code -> what shoppers read, in the index's language; the shop's own synonyms with it."""

    categories: dict[str, CategoryLabel] = {}
    brands: dict[str, str] = {}
    places: dict[str, str] = {}
    attributes: dict[str, AttributeLabel] = {}
    synonyms: list[tuple[str, tuple[str, ...], bool]] = []


class Words(msgspec.Struct):
    """Word as written -> (token, articles that say it); token -> (articles it names, articles whose title says it)."""

    counts: dict[str, tuple[str, int]] = {}
    naming: dict[str, tuple[int, int]] = {}


def save_labels(folder: Path, labels: Labels) -> None:
    write_whole(folder / "labels.json", msgspec.json.encode(labels))


def load_labels(folder: Path) -> Labels:
    return msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)


def save_words(folder: Path, words: Words) -> None:
    write_whole(folder / "words.json", msgspec.json.encode(words))


def load_words(folder: Path) -> Words:
    return msgspec.json.decode((folder / "words.json").read_bytes(), type=Words)
