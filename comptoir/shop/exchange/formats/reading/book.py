"""The files given to one import, opened, measured, and known by their heads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from comptoir.shop.exchange.errors import UnreadableFile
from comptoir.shop.exchange.formats.reading import objects, tables
from comptoir.shop.exchange.formats.reading.source import Source, open_sources
from comptoir.shop.exchange.formats.reading.tables import Header, Row
from comptoir.shop.exchange.formats.reading.text import TextFacts, lines, survey
from comptoir.shop.exchange.formats.reading.workbook import Sheet, load_sheets
from comptoir.shop.exchange.types import Severity, Trouble


@dataclass(frozen=True, slots=True)
class Part:
    """One table, JSON lines file or XML file. `names` gives it away: columns, keys of its first object, or its root."""

    source: Source
    kind: str  # "table", "sheet", "json" or "xml"
    names: frozenset[str]
    facts: TextFacts
    header: Header | None = None
    sheet: Sheet | None = None

    @property
    def name(self) -> str:
        return self.sheet.title if self.sheet else self.source.name

    def rows(self) -> Iterator[Row | Trouble]:
        """The rows of a table, with the troubles of lines that cannot be read."""
        if self.header is None:
            return iter(())
        if self.sheet is not None:
            return self.sheet.rows()
        return tables.text_rows(self.source, self.facts.encoding, self.header)

    def objects(self) -> Iterator[tuple[int, dict[str, Any]] | Trouble]:
        """The objects of a JSON lines or XML file."""
        if self.kind == "xml":
            return iter(objects.xml_objects(self.source))
        return objects.json_objects(self.source, self.facts.encoding)


@dataclass(frozen=True, slots=True)
class Book:
    """Everything given to one import. `digest` is of the bytes, in order, whatever the names."""

    parts: tuple[Part, ...]
    digest: str

    def homes(self) -> tuple[Path, ...]:
        """The zips and folders that the files stand in: where pictures named by their rows are."""
        return tuple(dict.fromkeys(part.source.home for part in self.parts if part.source.home))

    def troubles(self) -> Iterator[Trouble]:
        """What must be said of the files as a whole: an encoding that is not UTF-8, bytes put right."""
        for part in self.parts:
            if part.kind != "sheet" and part.facts.encoding not in {"utf-8", "utf-8-sig"}:
                yield Trouble(part.name, 0, Severity.INFO, "encoding_found", {"encoding": part.facts.encoding})
            if part.facts.repaired:
                yield Trouble(part.name, 0, Severity.WARNING, "encoding_mixed", {"bytes": part.facts.repaired})


def open_book(paths: tuple[str, ...]) -> Book:
    """Open, measure and recognise the nature of each file; nothing of their contents is kept in memory."""
    digest = hashlib.sha256()
    parts: list[Part] = []
    for source in open_sources(paths):
        if source.workbook:
            found = _sheets(source)
            digest.update(found[0].facts.sha256.encode() if found else b"")
            parts += found
        else:
            part = _text_part(source)
            digest.update(part.facts.sha256.encode())
            parts.append(part)
    if not parts:
        raise UnreadableFile(file=", ".join(paths), reason="empty")
    return Book(tuple(parts), digest.hexdigest())


def _sheets(source: Source) -> list[Part]:
    facts = _weigh(source)
    return [
        Part(source, "sheet", frozenset(sheet.header.names), facts, sheet.header, sheet)
        for sheet in load_sheets(source)
    ]


def _weigh(source: Source) -> TextFacts:
    digest, size = hashlib.sha256(), 0
    with source.open() as stream:
        while piece := stream.read(1 << 18):
            digest.update(piece)
            size += len(piece)
    return TextFacts(digest.hexdigest(), size, "")


def _text_part(source: Source) -> Part:
    facts = survey(source)
    opening = _opening(source, facts.encoding)
    if opening.startswith("<"):
        if root := objects.xml_root(source):
            return Part(source, "xml", frozenset({root}), facts)
        raise UnreadableFile(file=source.name, reason="not well-formed XML")
    if opening.startswith("{"):
        return Part(source, "json", _first_keys(source, facts), facts)
    if opening.startswith("["):
        raise UnreadableFile(file=source.name, reason="a JSON list: one object a line is read")
    header = tables.read_header(source, facts.encoding)
    return Part(source, "table", frozenset(header.names), facts, header)


def _opening(source: Source, encoding: str) -> str:
    for line in lines(source, encoding):
        if line.flaw:
            raise UnreadableFile(file=source.name, reason=line.flaw, line=line.number)
        if text := line.text.strip("\ufeff \t\r\n"):
            return text
    raise UnreadableFile(file=source.name, reason="empty")


def _first_keys(source: Source, facts: TextFacts) -> frozenset[str]:
    for found in objects.json_objects(source, facts.encoding):
        if not isinstance(found, Trouble):
            return frozenset(found[1])
    raise UnreadableFile(file=source.name, reason="no JSON object in it")


def decode_json(text: str) -> object:
    """A JSON value written in a cell; None when it is not one."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None
