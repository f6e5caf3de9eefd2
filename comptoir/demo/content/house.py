"""The house's own files: words of the vocabulary, makers, departments, places, what the merchant says of himself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from comptoir.kernel.languages import LANGUAGES, Text

HERE = Path(__file__).parent
Sayings = tuple[str, ...]
T = TypeVar("T")


class AttributeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribute; each choice is its code followed by its label in each language."""

    code: str
    kind: str
    label: Sayings
    unit: str | None = None
    facet: bool = False
    choices: tuple[Sayings, ...] = ()


class OptionEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An option; each value is its code followed by its label in each language."""

    code: str
    label: Sayings
    values: tuple[Sayings, ...]


class BrandEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A maker and where to write to him; `responsible` (name, address, e-mail) when he is outside the Union."""

    code: str
    name: str
    address: str
    email: str
    country: str = "FR"
    responsible: Sayings = ()
    food: bool = False


class PlaceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A warehouse or a shop."""

    code: str
    kind: str
    name: str
    sells_online: bool
    address: dict[str, str]


class Tree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Departments in order, each as (code, parent's code or "", label in each language), and their descriptions."""

    tree: tuple[Sayings, ...]
    descriptions: dict[str, Sayings]


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Attributes and options of the whole shop."""

    attribute: tuple[AttributeEntry, ...]
    option: tuple[OptionEntry, ...]


class _Brands(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    brand: tuple[BrandEntry, ...]


class _Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    place: tuple[PlaceEntry, ...]


def say(sayings: Sayings) -> Text:
    """One saying per language, in the order of `LANGUAGES`."""
    return dict(zip(LANGUAGES, sayings, strict=True))


def read(name: str, kind: type[T]) -> T:
    """One TOML file of the content, typed."""
    return msgspec.toml.decode((HERE / f"{name}.toml").read_bytes(), type=kind)


@cache
def read_vocabulary() -> Vocabulary:
    """Every attribute and option."""
    return read("vocabulary", Vocabulary)


def list_brands() -> tuple[BrandEntry, ...]:
    """Every maker."""
    return read("brands", _Brands).brand


def list_places() -> tuple[PlaceEntry, ...]:
    """The warehouse, then the shops."""
    return read("places", _Places).place


def read_tree() -> Tree:
    """The departments."""
    return read("categories", Tree)


def read_merchant() -> bytes:
    """The merchant's own file, as the storefront reads it."""
    return (HERE / "merchant.toml").read_bytes()
