"""Open Icecat as JSON lines by family in French, English and German, with its tree and attribute labels beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comptoir.kernel import units
from comptoir.shop.catalogue.types import AttributeKind
from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.icecat import label_of, text_of
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.shaping import Desk
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import literal_breaks, plain, rich
from comptoir.shop.exchange.rules.values import number_text, read_decimal, scaled
from comptoir.shop.exchange.types import (
    Item,
    ReadArticle,
    ReadAttribute,
    ReadBrand,
    ReadCategory,
    ReadFamily,
    ReadPrice,
    ReadVariant,
    Severity,
    Trouble,
)

_TONGUES = ("fr", "en", "de")
_KINDS = {
    "pim_catalog_metric": AttributeKind.MEASURE,
    "pim_catalog_boolean": AttributeKind.FLAG,
    "pim_catalog_number": AttributeKind.NUMBER,
    "pim_catalog_simpleselect": AttributeKind.CHOICE,
    "pim_catalog_multiselect": AttributeKind.CHOICES,
    "pim_catalog_date": AttributeKind.DAY,
}
_GRAMS = {"kilogram": "1000", "gram": "1", "pound": "453.59237", "ounce": "28.349523"}


class IcecatFamilies:
    """The price in the import's currency is taken; an article that has none in it stays unpublished."""

    code = "icecat-families"
    name = "Open Icecat (JSON lines by family, French, English, German)"
    signatures = (
        Signature("products", frozenset({"sku", "family", "categories", "name", "attributes"}), "json"),
        Signature("categories", frozenset({"code", "parent", "label_en", "label_fr"})),
        Signature("attributes", frozenset({"code", "type", "group", "label_en", "label_fr"})),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        tree: dict[str, Any] = {}
        for part in reading.parts.get("categories", ()):
            yield from _categories(part, tree)
        known: dict[str, ReadAttribute] = {}
        for part in reading.parts.get("attributes", ()):
            yield from _labels(part, known)
        seen: set[str] = set()
        for part in reading.parts.get("products", ()):
            desk = Desk(part.name, "en")
            for found in part.objects():
                if isinstance(found, Trouble):
                    yield found
                    continue
                desk.line = found[0]
                yield from _article(found[1], desk, reading.currency, known)
                yield from _words(found[1], tree, seen)


def _labels_of(row: Any) -> dict[str, str]:
    return {tongue: text for tongue in _TONGUES if (text := plain(row[f"label_{tongue}"]))}


def _categories(part: Part, tree: dict[str, Any]) -> Iterator[Item]:
    position = 0
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif row["code"]:
            tree[row["code"]] = _labels_of(row)
            label = _labels_of(row) or {"en": row["code"]}
            yield ReadCategory(code=row["code"], label=label, parent=row["parent"], position=position)
            position += 1


def _labels(part: Part, known: dict[str, ReadAttribute]) -> Iterator[Item]:
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif row["code"]:
            kind = _KINDS.get(row["type"])
            known[row["code"]] = ReadAttribute(code=row["code"], label=_labels_of(row), kind=kind)


def _words(fields: dict[str, Any], tree: dict[str, Any], seen: set[str]) -> Iterator[Item]:
    """The family, and categories that no tree introduced, each once."""
    family = text_of(fields.get("family"))
    if family and family not in seen:
        seen.add(family)
        yield ReadFamily(code=code_of(family), label=tree.get(family) or {"en": label_of(family)})
    for code in _texts(fields.get("categories")):
        if code not in tree and code not in seen:
            seen.add(code)
            yield ReadCategory(code=code[:64], label={"en": label_of(code)})
    vendor = text_of(fields.get("vendor"))
    if vendor and vendor not in seen:
        seen.add(vendor)
        yield ReadBrand(code=code_of(vendor), name=label_of(vendor)[:120])


def _article(fields: dict[str, Any], desk: Desk, currency: str, known: dict[str, ReadAttribute]) -> Iterator[Item]:
    code = desk.code(text_of(fields.get("sku")))
    if code is None:
        desk.tell(Severity.ERROR, "no_sku")
        yield from desk.drain()
        return
    attributes = fields.get("attributes")
    attributes = attributes if isinstance(attributes, dict) else {}
    name = plain(text_of(fields.get("name")))
    article = ReadArticle(
        part=desk.part,
        line=desk.line,
        code=code,
        name={"en": name} if name else {},
        variants=(
            ReadVariant(
                line=desk.line,
                sku=code,
                weight_g=_grams(text_of(attributes.get("weight"))),
                prices=_prices(fields.get("price"), currency, desk),
            ),
        ),
        family=text_of(fields.get("family")),
        brand=text_of(fields.get("vendor")),
        categories=tuple(one[:64] for one in _texts(fields.get("categories"))),
        summary={tongue: text for tongue in _TONGUES if (text := plain(_text(fields, "short", tongue)))},
        description={tongue: text for tongue in _TONGUES if (text := rich(_text(fields, "long", tongue)))},
        attributes=tuple(_attributes(attributes, known)),
    )
    yield from desk.drain()
    yield article


def _text(fields: dict[str, Any], length: str, tongue: str) -> str:
    return literal_breaks(text_of(fields.get(f"description_{length}_{tongue}")))


def _texts(values: object) -> list[str]:
    return [text for one in values if (text := text_of(one))] if isinstance(values, list) else []


def _prices(prices: object, currency: str, desk: Desk) -> tuple[ReadPrice, ...]:
    if not isinstance(prices, dict) or currency not in prices:
        if isinstance(prices, dict) and prices:
            desk.tell(Severity.INFO, "price_in_other_currency", currencies=", ".join(sorted(map(str, prices)))[:60])
        return ()
    return desk.price(text_of(prices[currency]))


def _grams(text: str) -> int | None:
    number, _, unit = text.partition(" ")
    return scaled(number, _GRAMS[unit.casefold()]) if unit.casefold() in _GRAMS else None


def _attributes(fields: dict[str, Any], known: dict[str, ReadAttribute]) -> Iterator[ReadAttribute]:
    for key, value in fields.items():
        text = plain(literal_breaks(text_of(value)))
        if not text:
            continue
        model = known.get(key)
        label = model.label if model and model.label else {"en": label_of(key)}
        kind = model.kind if model else None
        values, unit = _typed(text, kind)
        if values:
            yield ReadAttribute(code=code_of(key), label=label, values=values, kind=kind, unit=unit)


def _typed(text: str, kind: AttributeKind | None) -> tuple[tuple[str, ...], str | None]:
    """The values of one attribute as its kind wants them; a measure without a unit says nothing ("0")."""
    if kind is AttributeKind.CHOICES:
        return tuple(word.strip() for word in text.split(",") if word.strip()), None
    if kind is AttributeKind.MEASURE:
        number, _, word = text.partition(" ")
        amount = read_decimal(number)
        if amount is None or not word:
            return (), None
        try:
            unit = units.parse(f"1 {word.casefold()}").unit
        except units.UnreadableMeasure:
            return (), None
        return (number_text(amount),), unit
    return (text,), None


FORMAT = IcecatFamilies()
