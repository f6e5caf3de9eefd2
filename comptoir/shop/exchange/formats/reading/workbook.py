"""XLSX sheets as tables, streamed: values become the text that a CSV of the same sheet would hold."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from comptoir.shop.exchange.errors import UnreadableFile
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.source import Source
from comptoir.shop.exchange.formats.reading.spool import Tape
from comptoir.shop.exchange.formats.reading.tables import Header, Row, make_header
from comptoir.shop.exchange.rules.values import number_text
from comptoir.shop.exchange.types import Severity, Trouble

_FAULTS = (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError)


_MOST_EMPTY = 100_000


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stream = source.open()
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except _FAULTS as fault:
            stream.close()
            raise UnreadableFile(file=source.name, reason=f"a damaged workbook: {fault}"[:200]) from fault
        try:
            yield book
        except _FAULTS as fault:
            raise UnreadableFile(file=source.name, reason=f"a damaged workbook: {fault}"[:200]) from fault
        finally:
            book.close()
            stream.close()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its header; its rows wait on a tape, since reading a workbook is slow and is done once."""

    title: str
    header: Header
    tape: Tape

    def rows(self) -> Iterator[Row | Trouble]:
        """The rows under the header."""
        width = len(self.header.names)
        for number, cells in self.tape.rows():
            if any(cells[width:]):
                facts: dict[str, str | int] = {"expected": width, "found": len(cells)}
                yield Trouble(self.title, number, Severity.WARNING, "cells_outside_table", facts)
            yield Row(number, cells[:width], self.header.columns)


def load_sheets(source: Source) -> tuple[Sheet, ...]:
    """Every sheet of a workbook that says something."""
    found = []
    with _opened(source) as book:
        for page in book.worksheets[: limits.MEMBERS]:
            sheet = _load(source, page)
            if sheet is not None:
                found.append(sheet)
    return tuple(found)


def _load(source: Source, page: Any) -> Sheet | None:
    header, tape = None, Tape()
    for number, cells in _cells(source, page):
        while cells and not cells[-1]:
            cells.pop()
        if cells and header is None:
            header = make_header(number, cells)
        elif cells:
            tape.add(number, cells)
    return Sheet(page.title, header, tape) if header else None


def _cells(source: Source, page: Any) -> Iterator[tuple[int, list[str]]]:
    page.reset_dimensions()
    empty = 0
    for number, row in enumerate(page.iter_rows(values_only=True), start=1):
        if len(row) > limits.COLUMNS:
            raise UnreadableFile(file=source.name, sheet=page.title, reason="too many columns", line=number)
        empty = 0 if any(value is not None for value in row) else empty + 1
        if empty > _MOST_EMPTY:
            return
        if not empty:
            yield number, [_text(value) for value in row]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | int):
        return str(int(value))
    if isinstance(value, float):
        return number_text(Decimal(repr(value))) if abs(value) < 1e16 else ""
    if isinstance(value, date | time):
        return value.isoformat().removesuffix("T00:00:00")
    text = str(value)
    return "" if text.startswith("#") and text.rstrip("!?").isupper() and text.endswith(("!", "?", "N/A")) else text
