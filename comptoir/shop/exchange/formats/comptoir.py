"""Our own format: a zip of CSV tables, a workbook, JSON lines, or a product table alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.comptoir_articles import read_article, read_picture
from comptoir.shop.exchange.formats.comptoir_words import read_words
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.reading.spool import Spool
from comptoir.shop.exchange.rules.escape import unescape_cell
from comptoir.shop.exchange.rules.tables import KEYS
from comptoir.shop.exchange.types import Item, Severity, Trouble

_ARTICLES = ("products", "prices")
_PICTURES = "media"
_WORDS = tuple(table for table in KEYS if table not in {*_ARTICLES, _PICTURES})


class Comptoir:
    """Codes are exact; columns left out are kept as they are in the catalogue. Columns: docs/import.md."""

    code = "comptoir"
    name = "Comptoir (zip of CSV, XLSX, JSON lines, or a product table)"
    signatures = (
        *(Signature(table, names) for table, names in KEYS.items()),
        Signature("products", frozenset({"sku", "price"})),
        Signature("products", frozenset({"sku", "stock"})),
        Signature("lines", frozenset({"comptoir", "table"}), "json"),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        for table in _WORDS:
            yield from read_words(table, _rows(reading, table))
        with Spool() as spool:
            for table in _ARTICLES:
                yield from _gather(reading, table, spool)
            for rows in spool.groups():
                yield from read_article(rows)
        for row in _rows(reading, _PICTURES):
            yield row if isinstance(row, Trouble) else read_picture(row)


def _gather(reading: Reading, table: str, spool: Spool) -> Iterator[Trouble]:
    for row in _rows(reading, table):
        if isinstance(row, Trouble):
            yield row
        elif key := row["code"] or (f"sku {row['sku']}" if row["sku"] else ""):
            spool.add(key, {"": table, **row})
        else:
            yield Trouble(row[" part"], row[" line"], Severity.ERROR, "no_sku")


def _rows(reading: Reading, table: str) -> Iterator[dict[str, Any] | Trouble]:
    """The rows of a table wherever it stands, as cells by exact column name, with " part" and " line"."""
    for part in reading.parts.get(table, ()):
        yield from _table_rows(part)
    for part in reading.parts.get("lines", ()):
        for found in part.objects():
            if isinstance(found, Trouble):
                if table == "products":
                    yield found
            elif found[1].get("table") == table:
                cells = {name: text for name, text in found[1].items() if isinstance(text, str) and name != "table"}
                yield {"code": "", "sku": "", **cells, " part": part.name, " line": found[0]}


def _table_rows(part: Part) -> Iterator[dict[str, Any] | Trouble]:
    titles = part.header.titles if part.header else ()
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        else:
            cells = {title: _cell(text) for title, text in zip(titles, row.cells, strict=False) if title}
            yield {"code": "", "sku": "", **cells, " part": part.name, " line": row.line}


def _cell(text: str) -> str:
    plain = unescape_cell(text)
    return plain if plain != text else text.strip()


FORMAT = Comptoir()
