"""The product and price tables of our own format, one article at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import NetQuantity
from comptoir.shop.exchange.formats.shaping import Desk
from comptoir.shop.exchange.rules.packing import column_parts, split, texts, unpack
from comptoir.shop.exchange.rules.values import read_decimal, read_flag
from comptoir.shop.exchange.types import (
    Item,
    ReadArticle,
    ReadAttribute,
    ReadChoice,
    ReadPicture,
    ReadPrice,
    ReadVariant,
    Severity,
)

_Cells = dict[str, Any]
_STATUSES = frozenset({"draft", "active", "archived"})
_TEXTS = ("name", "summary", "description", "seo_title", "seo_description")


def read_article(rows: list[_Cells]) -> Iterator[Item]:
    """The article of these rows: what its sheet says on any of them, a variant each, prices for later."""
    lines = [row for row in rows if row[""] == "products"]
    desk = Desk(rows[0][" part"], "")
    desk.line = rows[0][" line"]
    if not lines:
        desk.tell(Severity.ERROR, "variant_without_article")
        yield from desk.drain()
        return
    sheet = _sheet(lines)
    variants = [_variant(row, place, desk) for place, row in enumerate(lines)]
    for row in rows:
        if row[""] == "prices":
            _add_price(row, lines, variants, desk)
    desk.line = lines[0][" line"]
    article = ReadArticle(
        part=desk.part,
        line=desk.line,
        coded=True,
        code=sheet.get("code", ""),
        variants=tuple(variants),
        family=sheet.get("family", ""),
        brand=sheet.get("brand"),
        categories=split(sheet["categories"]) if "categories" in sheet else None,
        slugs={language: slug for language, slug in texts(sheet, "slug").items() if slug},
        attributes=tuple(_values(sheet, "attr.", sheet.get("attributes", ""))),
        legal=tuple(_values(sheet, "legal.")),
        options=split(sheet["options"]) if sheet.get("options") else None,
        tax_class=sheet.get("tax_class", ""),
        status=_status(sheet.get("status", ""), desk),
        channels=split(sheet["channels"]) if "channels" in sheet else None,
        custom=texts(sheet, "custom"),
        **{name: texts(sheet, name) for name in _TEXTS},
    )
    yield from desk.drain()
    yield article


def read_picture(row: _Cells) -> ReadPicture:
    """One picture or document; what it hangs on is sought once the articles are there."""
    position = read_decimal(row.get("position", ""))
    named = bool(row["sku"] or row.get("options"))
    return ReadPicture(
        part=row[" part"],
        line=row[" line"],
        code=row["code"],
        file=row.get("file", ""),
        of_variant=named or read_flag(row.get("of_variant", "")) is True,
        sku=row["sku"],
        options=unpack(row.get("options", "")),
        digest=row.get("digest", "").lower(),
        filename=row.get("filename", "") or row.get("file", ""),
        alt={language: text for language, text in texts(row, "alt").items() if text},
        position=int(position) if position is not None and 0 <= position < 10**6 else 0,
    )


def _sheet(lines: list[_Cells]) -> dict[str, str]:
    """Each cell from the first line that says it, so that lines may be sorted."""
    sheet: dict[str, str] = {}
    for row in lines:
        for name, cell in row.items():
            if isinstance(cell, str) and not sheet.get(name):
                sheet[name] = cell
    return sheet


def _status(status: str, desk: Desk) -> str | None:
    if status and status not in _STATUSES:
        desk.tell(Severity.WARNING, "status_unknown", given=status[:40])
        return None
    return status or None


def _values(cells: Mapping[str, str], prefix: str, packed: str = "") -> Iterator[ReadAttribute]:
    named = {name.removeprefix(prefix): cell for name, cell in cells.items() if name.startswith(prefix)}
    spoken: dict[str, dict[str, str]] = {}
    for name, cell in {**unpack(packed), **named}.items():
        code, language = column_parts(name)
        if language:
            spoken.setdefault(code, {})[language] = cell
        else:
            yield ReadAttribute(code=code, label={}, values=split(cell))
    for code, text in spoken.items():
        yield ReadAttribute(code=code, label={}, text=text)


def _variant(row: _Cells, place: int, desk: Desk) -> ReadVariant:
    desk.line = row[" line"]
    sizes = {name: _whole(row, name, desk) for name in ("weight_g", "length_mm", "width_mm", "height_mm")}
    position = _whole(row, "position", desk)
    return ReadVariant(
        line=desk.line,
        sku=row["sku"] or None,
        gtin=desk.gtin(row.get("gtin", "")),
        choices=tuple(_choices(row)),
        attributes=tuple(_values(_texts_only(row), "variant.")),
        net_quantity=_net_quantity(row.get("net_quantity", "")),
        position=place if position is None else position,
        active=read_flag(row.get("active", "1")) is not False,
        prices=tuple(_prices(row, desk)),
        stock=_stock(row, desk),
        weight_g=sizes["weight_g"],
        length_mm=sizes["length_mm"],
        width_mm=sizes["width_mm"],
        height_mm=sizes["height_mm"],
    )


def _texts_only(row: _Cells) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if isinstance(cell, str) and cell}


def _choices(row: _Cells) -> Iterator[ReadChoice]:
    for code, value in texts(_texts_only(row), "option").items():
        yield ReadChoice(option=code, option_label=_named(code), value=value, value_label=_named(value))


def _named(code: str) -> Text:
    return {"en": code}


def _whole(row: _Cells, name: str, desk: Desk) -> int | None:
    if not (cell := row.get(name, "")):
        return None
    number = read_decimal(cell)
    if number is None or not 0 <= number < 10**9:
        desk.tell(Severity.WARNING, "number_not_taken", field=name, given=cell[:40])
        return None
    return int(number)


def _net_quantity(cell: str) -> NetQuantity | None:
    amount, _, unit = cell.partition(" ")
    return NetQuantity(amount, unit.strip()) if amount and unit.strip() else None


def _prices(row: _Cells, desk: Desk) -> Iterator[ReadPrice]:
    cells = _texts_only(row)
    if "price" in cells:
        yield from desk.price(cells["price"])
    for channel, cell in texts(cells, "price").items():
        for price in desk.price(cell, mode=cells.get(f"price_mode.{channel}", "")):
            price.channel = channel
            yield price


def _stock(row: _Cells, desk: Desk) -> dict[str, int]:
    cells = _texts_only(row)
    found = {"": cells["stock"]} if "stock" in cells else {}
    found.update(texts(cells, "stock"))
    return {place: pieces for place, cell in found.items() for pieces in desk.pieces(cell).values()}


def _add_price(row: _Cells, lines: list[_Cells], variants: list[ReadVariant], desk: Desk) -> None:
    desk.line = row[" line"]
    options = unpack(row.get("options", ""))
    for line, variant in zip(lines, variants, strict=True):
        if line["sku"] == row["sku"] and (row["sku"] or texts(_texts_only(line), "option") == options):
            for price in desk.price(row.get("amount", ""), mode=row.get("mode", "")):
                price.channel = row.get("channel", "")
                price.valid_from = _moment(row.get("valid_from", ""), desk)
                variant.prices = (*variant.prices, price)
            return
    desk.tell(Severity.WARNING, "variant_missing", sku=row["sku"][:64])


def _moment(cell: str, desk: Desk) -> datetime | None:
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        desk.tell(Severity.WARNING, "date_not_taken", given=cell[:40])
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
