"""Magento 2: the layout of its sample data, one product a row, one value a line within a cell."""

from __future__ import annotations

from collections.abc import Iterator

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.tables import Row
from comptoir.shop.exchange.formats.shaping import Desk, listed, said, words
from comptoir.shop.exchange.rules.texts import plain, rich
from comptoir.shop.exchange.rules.values import read_flag
from comptoir.shop.exchange.types import Item, ReadArticle, ReadAttribute, ReadVariant, Severity, Trouble

_KNOWN = frozenset(
    {"category", "name", "sku", "price", "qty", "description", "attribute_set", "special_price", "sale", "new"}
)


class MagentoSamples:
    """`category` holds one path, a name a line, followed by further categories of the root."""

    code = "magento2-samples"
    name = "Magento 2 (layout of the sample data)"
    signatures = (Signature("products", frozenset({"category", "name", "sku", "price", "attribute_set"})),)

    def read(self, reading: Reading) -> Iterator[Item]:
        for part in reading.parts.get("products", ()):
            desk = Desk(part.name, reading.language)
            for row in part.rows():
                if isinstance(row, Trouble):
                    yield row
                    continue
                desk.line = row.line
                sku = desk.code(row["sku"])
                if sku is None:
                    desk.tell(Severity.ERROR, "no_sku")
                    yield from desk.drain()
                    continue
                article = _article(row, sku, desk)
                yield from desk.drain()
                yield article


def _article(row: Row, sku: str, desk: Desk) -> ReadArticle:
    language = desk.language
    path = words(row["category"], "\n")
    if row["special_price"]:
        desk.tell(Severity.INFO, "promotion_not_taken")
    placed = [desk.category(path[:2]), *(desk.category([name]) for name in path[2:])]
    return ReadArticle(
        part=desk.part,
        line=row.line,
        code=sku,
        name=said(language, plain(row["name"])),
        variants=(ReadVariant(line=row.line, sku=sku, prices=desk.price(row["price"]), stock=desk.pieces(row["qty"])),),
        family=plain(row["attribute_set"]),
        categories=tuple(dict.fromkeys(filter(None, placed))),
        description=said(language, rich(row["description"])),
        attributes=tuple(_attributes(row, language)),
    )


def _attributes(row: Row, language: str) -> Iterator[ReadAttribute]:
    for name in row.columns:
        if not name or name in _KNOWN or not (values := words(row[name], "\n")):
            continue
        label = name.replace("_", " ").capitalize()
        if values == ("1",) and read_flag(values[0]):
            yield ReadAttribute(code=listed(label, (), language).code, label={language: label}, values=("1",))
        else:
            yield listed(label, values, language)


FORMAT = MagentoSamples()
