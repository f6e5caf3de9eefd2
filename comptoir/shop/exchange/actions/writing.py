"""Writers of our own tables: a zip of CSV, a workbook, JSON lines; and the tape that rows wait on."""

from __future__ import annotations

import csv
import gzip
import io
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol, Self

import msgspec
import openpyxl

from comptoir.shop.exchange.errors import CellTooLong
from comptoir.shop.exchange.formats.reading.spool import unnamed_file
from comptoir.shop.exchange.rules.escape import escape_cell
from comptoir.shop.exchange.rules.tables import VERSION, Cells

_BIRTH = (1980, 1, 1, 0, 0, 0)  # of every file in a zip: the same catalogue gives the same bytes
_WORKBOOK_CELL, _WORKBOOK_ROWS = 32_767, 1_048_575
_SUMMED = ("price.", "stock.", "weight_g", "length_mm", "width_mm", "height_mm")
_PLAIN_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,4})?")
_NOT_IN_XML = {code: None for code in range(32) if chr(code) not in "\t\n\r"}


class Rows:
    """Rows kept on disk until their columns are all known; iterates as often as wanted."""

    def __init__(self) -> None:
        self.columns: set[str] = set()
        self._stack = ExitStack()
        self._file = self._stack.enter_context(os.fdopen(unnamed_file(), "w+b"))
        self._encode, self._decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(Cells).decode
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def __len__(self) -> int:
        return self._count

    def extend(self, rows: Iterable[Cells]) -> None:
        """Keep rows; a cell that says nothing makes no column."""
        for row in rows:
            said = {name: cell for name, cell in row.items() if cell}
            self.columns.update(said)
            written = self._encode(said)
            self._file.write(len(written).to_bytes(4, "little") + written)
            self._count += 1

    def __iter__(self) -> Iterator[Cells]:
        self._file.seek(0)
        for _ in range(self._count):
            yield self._decode(self._file.read(int.from_bytes(self._file.read(4), "little")))


class Writer(Protocol):
    """Writes tables one after the other; nothing is there before `__exit__`."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *raised: object) -> None: ...

    def write(self, table: str, columns: tuple[str, ...], rows: Iterator[Cells]) -> int:
        """Write one table; answers how many rows."""


class CsvZip:
    """A zip with `products.csv` and a CSV for each other table; UTF-8 with a BOM, which spreadsheets ask for."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._zip.close()

    def write(self, table: str, columns: tuple[str, ...], rows: Iterator[Cells]) -> int:
        entry = zipfile.ZipInfo(f"{table}.csv", _BIRTH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        with self._zip.open(entry, "w", force_zip64=True) as raw:
            text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
            writer = csv.writer(text)
            writer.writerow([escape_cell(column) for column in columns])
            count = 0
            for row in rows:
                writer.writerow([escape_cell(row.get(column, "")) for column in columns])
                count += 1
            text.flush()
            text.detach()
        return count

    def keep(self, name: str, content: bytes) -> None:
        """Write one file as it is; pictures are packed already, drawings are text."""
        entry = zipfile.ZipInfo(name, _BIRTH)
        entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith(".svg") else zipfile.ZIP_STORED
        self._zip.writestr(entry, content)


class Workbook:
    """An XLSX with a sheet a table, written row by row."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = openpyxl.Workbook(write_only=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        if raised[0] is None:
            self._book.save(self._path)

    def write(self, table: str, columns: tuple[str, ...], rows: Iterator[Cells]) -> int:
        sheet = self._book.create_sheet(table)
        sheet.append([escape_cell(column) for column in columns])
        count = 0
        for row in rows:
            count += 1
            if count > _WORKBOOK_ROWS:
                raise CellTooLong(table=table, row=count, limit=_WORKBOOK_ROWS)
            sheet.append([_workbook_cell(row.get(column, ""), column, f"{table}:{count + 1}") for column in columns])
        return count


def _workbook_cell(text: str, column: str, where: str) -> str | Decimal | None:
    """A cell: amounts and pieces as numbers, so that a spreadsheet can sum them; all else as text."""
    if len(text) >= _WORKBOOK_CELL:
        raise CellTooLong(row=where, column=column, limit=_WORKBOOK_CELL)
    if column.startswith(_SUMMED) and _PLAIN_NUMBER.fullmatch(text):
        return Decimal(text)
    return escape_cell(text.translate(_NOT_IN_XML)) or None


class JsonLines:
    """One JSON object a row, its table named in it; cells that say nothing are left out."""

    def __init__(self, path: Path) -> None:
        packed = path.name.removesuffix(".unfinished").endswith(".gz")
        self._stack = ExitStack()
        raw = self._stack.enter_context(path.open("wb"))
        unpacked: Any = raw
        if packed:
            unpacked = self._stack.enter_context(gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0))
        self._file = unpacked

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._stack.close()

    def write(self, table: str, columns: tuple[str, ...], rows: Iterator[Cells]) -> int:
        del columns
        count = 0
        for row in rows:
            said = {name: row[name] for name in sorted(row) if row[name]}
            self._file.write(msgspec.json.encode({"comptoir": VERSION, "table": table, **said}) + b"\n")
            count += 1
        return count


def writer_for(name: str) -> Callable[[Path], Writer] | None:
    """The writer of a file's suffix."""
    suffixes: dict[str, Callable[[Path], Writer]] = {
        ".zip": CsvZip,
        ".xlsx": Workbook,
        ".jsonl": JsonLines,
        ".jsonl.gz": JsonLines,
    }
    return next((make for suffix, make in suffixes.items() if name.lower().endswith(suffix)), None)
