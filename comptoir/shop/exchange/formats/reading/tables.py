"""Tables: a header, then rows whose cells are asked for by column name, from separated text or from a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comptoir.shop.exchange.errors import TooManyFaults, UnreadableFile
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.records import Record, RecordReader, find_delimiter
from comptoir.shop.exchange.formats.reading.source import Source
from comptoir.shop.exchange.formats.reading.text import Line, lines
from comptoir.shop.exchange.types import Severity, Trouble

_SPACES = re.compile(r"\s+")
_SEPARATOR_HINT = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_SPARE = 2  # cells that may be missing at the end of a line without doubt on what the others are


class Row:
    """One line of a table. `row["name"]` is the cell without space around, "" when the column or the cell is absent."""

    __slots__ = ("cells", "columns", "line")

    def __init__(self, line: int, cells: list[str], columns: Mapping[str, int]) -> None:
        self.line, self.cells, self.columns = line, cells, columns

    def __getitem__(self, name: str) -> str:
        place = self.columns.get(name)
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""

    def first(self, *names: str) -> str:
        """The first of these columns that says something."""
        for name in names:
            if found := self[name]:
                return found
        return ""


@dataclass(frozen=True, slots=True)
class Header:
    """Names of the columns, in small letters, and where each is; a name met twice counts once. `titles`: as written."""

    line: int
    names: tuple[str, ...]
    columns: Mapping[str, int]
    titles: tuple[str, ...]
    delimiter: str = ""


def column_name(cell: str) -> str:
    """`Name *` and ` NAME ` are the column `name`."""
    return _SPACES.sub(" ", cell.replace("\ufeff", "")).strip().strip("*").strip().casefold()


def make_header(line: int, cells: list[str], delimiter: str = "") -> Header:
    names = tuple(column_name(cell) for cell in cells)
    columns: dict[str, int] = {}
    for place, name in enumerate(names):
        columns.setdefault(name, place)
    titles = tuple(cell.replace("\ufeff", "").strip() for cell in cells)
    return Header(line, names, columns, titles, delimiter)


def read_header(source: Source, encoding: str) -> Header:
    """The header of a text table: the first line that says something, after an Excel `sep=;` hint if there is one."""
    stream = lines(source, encoding)
    hinted = ""
    for line in stream:
        if line.flaw:
            raise UnreadableFile(file=source.name, reason=line.flaw, line=line.number)
        if hint := _SEPARATOR_HINT.fullmatch(line.text):
            hinted = hint.group(1)
        elif line.text.strip("\ufeff \t\r\n"):
            return _header_from(source, line, stream, hinted)
    raise UnreadableFile(file=source.name, reason="empty")


def _header_from(source: Source, first: Line, rest: Iterator[Line], hinted: str) -> Header:
    delimiter = hinted or find_delimiter(first.text)

    def again() -> Iterator[Line]:
        yield first
        yield from rest

    for record in RecordReader(again(), delimiter):
        if record.flaw or len(record.cells) > limits.COLUMNS:
            raise UnreadableFile(file=source.name, reason=record.flaw or "too many columns", line=record.line)
        return make_header(record.line, record.cells, delimiter)
    raise UnreadableFile(file=source.name, reason="empty")


def text_rows(source: Source, encoding: str, header: Header) -> Iterator[Row | Trouble]:
    """The rows under a header. Lines that cannot be read are told as troubles and passed over."""
    reader = RecordReader(lines(source, encoding), header.delimiter)
    width, faults = len(header.names), 0
    for record in reader:
        if not record.flaw and (record.line <= header.line or not any(cell.strip() for cell in record.cells)):
            continue
        trouble, row = _judge(source.name, record, width, header.columns)
        if record.height > 1 and (row is None or reader.is_crooked()) and reader.fits(width):
            reader.give_back()
            trouble, row = Trouble(source.name, record.line, Severity.ERROR, "quote_never_closed"), None
        if trouble is not None:
            faults += trouble.severity is Severity.ERROR
            if faults > limits.FAULTS:
                raise TooManyFaults(file=source.name, faults=faults, line=record.line)
            yield trouble
        if row is not None:
            yield row


def _judge(part: str, record: Record, width: int, columns: Mapping[str, int]) -> tuple[Trouble | None, Row | None]:
    """Whether a record's cells are those of the header; a doubtful one is told, an impossible one is not read."""
    if record.flaw:
        return Trouble(part, record.line, Severity.ERROR, record.flaw), None
    cells = record.cells
    severity, code, keeps = _shape(cells, width)
    if not code:
        return None, Row(record.line, cells, columns)
    trouble = Trouble(part, record.line, severity, code, {"expected": width, "found": len(cells)})
    return trouble, Row(record.line, cells[:width], columns) if keeps else None


def _shape(cells: list[str], width: int) -> tuple[Severity, str, bool]:
    """What a row's number of cells says: how grave, which fact ("" for none), and whether the row can be read."""
    found = len(cells)
    if found == width or not any(cell.strip() for cell in cells):
        return Severity.INFO, "", True
    if found > width:
        if any(cell.strip() for cell in cells[width:]):
            return Severity.ERROR, "too_many_cells", False
        return Severity.WARNING, "empty_extra_cells", True
    if found < width - _SPARE:
        return Severity.ERROR, "too_few_cells", False
    return Severity.WARNING, "missing_last_cells", True
