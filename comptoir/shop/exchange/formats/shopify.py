"""Shopify: its product CSV, one line per variant or picture, the product told on its first line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.reading.spool import Spool
from comptoir.shop.exchange.formats.shaping import Desk, choice, custom, said
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import plain, rich
from comptoir.shop.exchange.rules.values import read_flag, scaled
from comptoir.shop.exchange.types import Item, ReadArticle, ReadChoice, ReadVariant, Severity, Trouble

_Cells = dict[str, Any]
_OF_A_VARIANT = ("option1 value", "variant sku", "variant price", "variant inventory qty", "variant grams")


class Shopify:
    """Prices are in the channel's mode; "compare at" prices are no lawful reference and are only told."""

    code = "shopify"
    name = "Shopify (product CSV)"
    signatures = (Signature("products", frozenset({"handle", "title", "variant price", "option1 value"})),)

    def read(self, reading: Reading) -> Iterator[Item]:
        for part in reading.parts.get("products", ()):
            with Spool() as spool:
                yield from _gather(part, spool)
                desk = Desk(part.name, reading.language)
                for rows in spool.groups():
                    yield from _article(rows, desk)


def _gather(part: Part, spool: Spool) -> Iterator[Trouble]:
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif not row["handle"]:
            yield Trouble(part.name, row.line, Severity.ERROR, "no_handle")
        else:
            cells: _Cells = {name: row[name] for name in row.columns if row[name]}
            spool.add(row["handle"], {**cells, "line": row.line})


def _article(rows: list[_Cells], desk: Desk) -> Iterator[Item]:
    first = rows[0]
    desk.line = first["line"]
    article = _sheet(rows, desk)
    lines = [row for row in rows if any(row.get(column) for column in _OF_A_VARIANT)] or [first]
    names = [plain(first.get(f"option{place} name", "")) for place in (1, 2, 3)]
    for row in lines:
        article.variants = (*article.variants, _variant(row, names, article, desk))
    desk.line = first["line"]
    yield from desk.drain()
    yield article


def _sheet(rows: list[_Cells], desk: Desk) -> ReadArticle:
    row, language = rows[0], desk.language
    pictures = ", ".join(one["image src"] for one in rows if one.get("image src"))
    place = row.get("product category", "") or row.get("type", "")
    placed = desk.category(place.split(">"))
    live = read_flag(row.get("published", "true")) is not False and row.get("status", "active") == "active"
    if row.get("gift card") and read_flag(row["gift card"]):
        desk.tell(Severity.WARNING, "gift_card_as_article")
    return ReadArticle(
        part=desk.part,
        line=row["line"],
        code=desk.code(row["handle"]) or code_of(row["handle"]),
        name=said(language, plain(row.get("title", ""))),
        variants=(),
        family=plain(row.get("type", "")),
        brand=plain(row.get("vendor", ""))[:120],
        categories=(placed,) if placed else (),
        description=said(language, rich(row.get("body (html)", ""))),
        seo_title=said(language, plain(row.get("seo title", ""))),
        seo_description=said(language, plain(row.get("seo description", ""))),
        slugs=said(language, row["handle"]),
        status="active" if live else "draft",
        custom=custom(source_pictures=pictures, tags=row.get("tags", "")),
    )


def _variant(row: _Cells, names: list[str], article: ReadArticle, desk: Desk) -> ReadVariant:
    position = len(article.variants)
    desk.line = row["line"]
    if row.get("variant compare at price"):
        desk.tell(Severity.INFO, "promotion_not_taken")
    sku = desk.code(row.get("variant sku", "").lstrip("'")) or _numbered(article.code, position)
    return ReadVariant(
        line=row["line"],
        sku=sku,
        gtin=desk.gtin(row.get("variant barcode", "").lstrip("'")),
        choices=tuple(_choices(row, names, desk.language)),
        weight_g=scaled(row.get("variant grams", ""), 1),
        position=position,
        prices=desk.price(row.get("variant price", "")),
        stock=desk.pieces(row.get("variant inventory qty", "")),
    )


def _numbered(code: str, position: int) -> str:
    return f"{code[:58]}-{position + 1}" if position else code


def _choices(row: _Cells, names: list[str], language: str) -> Iterator[ReadChoice]:
    for place, name in enumerate(names, start=1):
        value = plain(row.get(f"option{place} value", ""))
        if name and value and not (name == "Title" and value == "Default Title"):
            yield choice(name, value, language, position=place)


FORMAT = Shopify()
