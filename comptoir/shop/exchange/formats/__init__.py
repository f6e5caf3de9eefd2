"""The formats that can be read: one file each, found by name, and those that others add by entry point.

A format is an object `FORMAT` with a `code`, a `name`, the `signatures` of its files and `read`. Third parties
declare theirs under the entry point group `comptoir.formats`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast

from comptoir.shop.exchange.errors import MixedFormats, UnknownFormat
from comptoir.shop.exchange.formats.reading.book import Book, Part
from comptoir.shop.exchange.types import Item, Severity, Trouble


@dataclass(frozen=True, slots=True)
class Signature:
    """What gives a file away: the columns (or JSON keys, or XML root) that it always has. `kind`: table, json, xml."""

    role: str
    names: frozenset[str]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format is given to read: its parts by role, and the language of texts that name none."""

    parts: Mapping[str, tuple[Part, ...]]
    language: str
    currency: str

    def part(self, role: str) -> Part | None:
        """The first file of that role."""
        found = self.parts.get(role, ())
        return found[0] if found else None


class Format(Protocol):
    """How the files of one platform are read. `read` yields the same items in the same order each time."""

    code: str
    name: str
    signatures: tuple[Signature, ...]

    def read(self, reading: Reading) -> Iterator[Item]:
        """Every item of the files, troubles included."""


@cache
def known_formats() -> Mapping[str, Format]:
    """Every format by its code."""
    found: dict[str, Format] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.ispkg:
            loaded = importlib.import_module(f"{__name__}.{module.name}")
            if hasattr(loaded, "FORMAT"):
                found[loaded.FORMAT.code] = loaded.FORMAT
    for entry in entry_points(group="comptoir.formats"):
        found.setdefault(entry.name, cast("Format", entry.load()))
    return found


def recognise(book: Book, forced: str = "") -> tuple[Format, Mapping[str, tuple[Part, ...]], tuple[Trouble, ...]]:
    """The format of a book, its parts by role, and what to say of files left aside.

    The format whose signature holds the most columns wins; a file of no known role is left aside when others are read.
    """
    formats = known_formats()
    if forced and forced not in formats:
        raise UnknownFormat(format=forced, formats=", ".join(sorted(formats)))
    candidates = {forced: formats[forced]} if forced else formats
    best = [_best(part, candidates) for part in book.parts]
    codes = {found[0] for found in best if found is not None}
    if not codes:
        first = book.parts[0]
        raise UnknownFormat(
            file=first.name, columns=", ".join(sorted(first.names)[:12]), formats=", ".join(sorted(formats))
        )
    if len(codes) > 1:
        raise MixedFormats(formats=", ".join(sorted(codes)))
    parts: dict[str, tuple[Part, ...]] = {}
    aside = []
    for part, found in zip(book.parts, best, strict=True):
        if found is None:
            aside.append(Trouble(part.name, 0, Severity.WARNING, "file_left_aside", {"columns": len(part.names)}))
        else:
            parts[found[1]] = (*parts.get(found[1], ()), part)
    return formats[codes.pop()], parts, tuple(aside)


def _best(part: Part, formats: Mapping[str, Format]) -> tuple[str, str] | None:
    kind = "table" if part.kind == "sheet" else part.kind
    matches = [
        (len(signature.names), -place, code, signature.role)
        for place, (code, known) in enumerate(formats.items())
        for signature in known.signatures
        if signature.kind == kind and signature.names <= part.names
    ]
    return max(matches)[2:] if matches else None
