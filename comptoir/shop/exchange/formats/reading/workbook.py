"""XLSX sheets as tables, streamed: values become the text that a CSV of the same sheet would hold."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from comptoir.shop.exchange.errors import UnreadableFile
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.source import Source
from comptoir.shop.exchange.formats.reading.tables import Header, Row, make_header
from comptoir.shop.exchange.rules.values import number_text
from comptoir.shop.exchange.types import Severity, Trouble

_FAULTS = (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError)


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


def sheet_names(source: Source) -> tuple[str, ...]:
    with _opened(source) as book:
        return tuple(sheet.title for sheet in book.worksheets)[: limits.MEMBERS]


def read_sheet_header(source: Source, sheet: str) -> Header | None:
    """The first row of a sheet that says something; None for an empty sheet."""
    for number, cells in _cells(source, sheet):
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            return make_header(number, cells)
    return None


def sheet_rows(source: Source, sheet: str, header: Header) -> Iterator[Row | Trouble]:
    """The rows of a sheet under its header."""
    width = len(header.names)
    for number, cells in _cells(source, sheet):
        if number <= header.line or not any(cells):
            continue
        if any(cells[width:]):
            facts = {"expected": width, "found": len(cells)}
            yield Trouble(sheet, number, Severity.WARNING, "cells_outside_table", facts)
        yield Row(number, cells[:width], header.columns)


def _cells(source: Source, sheet: str) -> Iterator[tuple[int, list[str]]]:
    with _opened(source) as book:
        page = book[sheet]
        page.reset_dimensions()
        empty = 0
        for number, row in enumerate(page.iter_rows(values_only=True), start=1):
            if len(row) > limits.COLUMNS:
                raise UnreadableFile(file=source.name, sheet=sheet, reason="too many columns", line=number)
            empty = 0 if any(value is not None for value in row) else empty + 1
            if empty > 100_000:
                return
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
