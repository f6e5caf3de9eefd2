"""WooCommerce: the CSV of its product exporter: simple and variable products, variations, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.reading.spool import Spool
from comptoir.shop.exchange.formats.shaping import Desk, choice, custom, listed, said
from comptoir.shop.exchange.rules.texts import literal_breaks, plain, rich
from comptoir.shop.exchange.rules.values import read_flag, scaled
from comptoir.shop.exchange.types import (
    Item,
    ReadArticle,
    ReadAttribute,
    ReadChoice,
    ReadVariant,
    Severity,
    Trouble,
)

_LIST = re.compile(r"(?<!\\),")
_NOT_SOLD = {"grouped": "grouped_not_taken", "external": "external_not_taken"}
_GRAMS = {"kg": "1000", "g": "1", "lbs": "453.59237", "oz": "28.349523"}
_MILLIMETRES = {"cm": "10", "mm": "1", "m": "1000", "in": "25.4", "yd": "914.4"}

_Cells = dict[str, Any]


class WooCommerce:
    """The regular price is taken, in the channel's price mode; a sale price is a promotion and is only told."""

    code = "woocommerce"
    name = "WooCommerce (CSV)"
    signatures = (Signature("products", frozenset({"type", "sku", "name", "published", "regular price", "parent"})),)

    def read(self, reading: Reading) -> Iterator[Item]:
        for part in reading.parts.get("products", ()):
            parents = _parents(part)
            with Spool() as spool:
                yield from _gather(part, parents, spool)
                desk = Desk(part.name, reading.language)
                for rows in spool.groups():
                    yield from _article(rows, desk)


def _parents(part: Part) -> dict[str, str]:
    """Every way a variation may name its parent, to the parent's key; variable products only."""
    found: dict[str, str] = {}
    for row in part.rows():
        if not isinstance(row, Trouble) and "variable" in row["type"]:
            key = row["sku"] or f"id:{row['id']}"
            found[f"id:{row['id']}"] = found[key] = key
    return found


def _gather(part: Part, parents: dict[str, str], spool: Spool) -> Iterator[Trouble]:
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
            continue
        cells: _Cells = {name: row[name] for name in row.columns if row[name]}
        cells["line"] = row.line
        if "variation" not in row["type"]:
            spool.add(row["sku"] or f"id:{row['id']}", cells)
        elif row["parent"] in parents:
            spool.add(parents[row["parent"]], cells)
        else:
            facts = {"parent": row["parent"][:64]}
            yield Trouble(part.name, row.line, Severity.ERROR, "variant_without_article", facts)


def _article(rows: list[_Cells], desk: Desk) -> Iterator[Item]:
    sheets = [row for row in rows if "variation" not in row.get("type", "")]
    variations = [row for row in rows if "variation" in row.get("type", "")]
    row = sheets[-1] if sheets else variations[0]
    desk.line = row["line"]
    for kind, fact in _NOT_SOLD.items():
        if kind in row.get("type", ""):
            desk.tell(Severity.WARNING, fact, sku=row.get("sku", "")[:64])
            yield from desk.drain()
            return
    if len(sheets) > 1:
        desk.tell(Severity.WARNING, "article_twice", product=row.get("sku", "")[:64], first=sheets[0]["line"])
    code = desk.code(row.get("sku", "")) or f"WC-{row.get('id', row['line'])}"[:64]
    article = _sheet(row, code, desk)
    if variations:
        chosen = _open_options(variations, desk)
        article.variants = tuple(_variation(one, row, chosen, desk) for one in variations)
        article.attributes = tuple(one for one in _attributes(row, desk.language) if one.code not in chosen)
    else:
        if "variable" in row.get("type", ""):
            desk.tell(Severity.WARNING, "variable_without_variants")
        article.variants = (_variant(row, row, code, desk),)
        article.attributes = tuple(_attributes(row, desk.language))
    desk.line = row["line"]
    yield from desk.drain()
    yield article


def _sheet(row: _Cells, code: str, desk: Desk) -> ReadArticle:
    language = desk.language
    placed = [desk.category(path.split(">")) for path in _split(row.get("categories", ""))]
    if hidden := row.get("visibility in catalog") == "hidden":
        desk.tell(Severity.WARNING, "hidden_kept_unpublished")
    return ReadArticle(
        part=desk.part,
        line=row["line"],
        code=code,
        name=said(language, plain(row.get("name", ""))),
        variants=(),
        brand=plain(row.get("brands", ""))[:120],
        categories=tuple(dict.fromkeys(filter(None, placed))),
        summary=said(language, plain(literal_breaks(row.get("short description", "")))),
        description=said(language, rich(literal_breaks(row.get("description", "")))),
        status="active" if row.get("published", "1") == "1" and not hidden else "draft",
        custom=custom(source_pictures=row.get("images", ""), tags=row.get("tags", "")),
    )


def _variant(row: _Cells, sheet: _Cells, sku: str, desk: Desk) -> ReadVariant:
    desk.line = row["line"]
    if row.get("sale price"):
        desk.tell(Severity.INFO, "promotion_not_taken")
    gtin = row.get("gtin, upc, ean, or isbn", "")
    return ReadVariant(
        line=row["line"],
        sku=sku,
        gtin=desk.gtin(gtin),
        weight_g=_size(row, sheet, "weight", _GRAMS),
        length_mm=_size(row, sheet, "length", _MILLIMETRES),
        width_mm=_size(row, sheet, "width", _MILLIMETRES),
        height_mm=_size(row, sheet, "height", _MILLIMETRES),
        active=read_flag(row.get("published", "1")) is not False or row is sheet,
        prices=desk.price(row.get("regular price", "")),
        stock=desk.pieces(row.get("stock", "")),
    )


def _variation(row: _Cells, sheet: _Cells, chosen: list[str], desk: Desk) -> ReadVariant:
    sku = desk.code(row.get("sku", "")) or f"WC-{row.get('id', row['line'])}"[:64]
    variant = _variant(row, sheet, sku, desk)
    variant.choices = tuple(one for one in _choices(row, desk.language) if one.option in chosen)
    return variant


def _size(row: _Cells, sheet: _Cells, what: str, units: dict[str, str]) -> int | None:
    """A weight or size in the unit that its column names, the sheet's own when a variation says none."""
    for unit, factor in units.items():
        column = f"{what} ({unit})"
        if found := row.get(column) or sheet.get(column):
            return scaled(found, factor)
    return None


def _open_options(variations: list[_Cells], desk: Desk) -> list[str]:
    """Options that every variation answers; one left open ("any size") cannot be sold as such and is told."""
    answered = [{one.option for one in _choices(row, desk.language)} for row in variations]
    everywhere = set.intersection(*answered)
    for code in sorted(set.union(*answered, *(_named(row) for row in variations)) - everywhere):
        desk.tell(Severity.WARNING, "option_left_open", option=code)
    return sorted(everywhere)


def _named(row: _Cells) -> set[str]:
    return {
        choice(row[name], "-", "en").option for name in row if name.startswith("attribute ") and name.endswith(" name")
    }


def _choices(row: _Cells, language: str) -> Iterator[ReadChoice]:
    for place, name, values in _numbered(row):
        if values and plain(values[0]):
            yield choice(name, values[0], language, position=place)


def _attributes(row: _Cells, language: str) -> Iterator[ReadAttribute]:
    for _, name, values in _numbered(row):
        if kept := tuple(filter(None, map(plain, values))):
            yield listed(name, kept, language)


def _numbered(row: _Cells) -> Iterator[tuple[int, str, list[str]]]:
    place = 1
    while f"attribute {place} name" in row or place < 4:
        if name := plain(row.get(f"attribute {place} name", "")):
            yield place, name, _split(row.get(f"attribute {place} value(s)", ""))
        place += 1


def _split(text: str) -> list[str]:
    return [part.replace("\\,", ",").strip() for part in _LIST.split(text) if part.strip()]


FORMAT = WooCommerce()
