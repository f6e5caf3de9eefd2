"""The vocabulary tables of our own format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import AttributeKind, AttributeValue
from comptoir.shop.exchange.rules.packing import column_parts, split, texts, unpack
from comptoir.shop.exchange.rules.values import read_flag
from comptoir.shop.exchange.types import (
    Item,
    ReadBrand,
    ReadCategory,
    ReadChannel,
    ReadCustomField,
    ReadDefinition,
    ReadFamily,
    ReadPlace,
    Severity,
    Trouble,
)

Rows = Iterable[dict[str, Any] | Trouble]
_LISTS = frozenset({"allergens"})


def read_words(table: str, rows: Rows) -> Iterator[Item]:
    """The words of one vocabulary table. Tables that complete another (choices, family attributes) come with it."""
    cells = []
    for row in rows:
        if isinstance(row, Trouble):
            yield row
        elif lacking := [name for name in _NAMED_BY.get(table, ()) if not row.get(name)]:
            yield Trouble(row[" part"], row[" line"], Severity.ERROR, "word_unnamed", {"field": lacking[0]})
        else:
            cells.append(row)
    if table in _READERS:
        for row in cells:
            yield _READERS[table](row)
    elif table == "options":
        yield from _options(cells)
    elif table in {"choices", "family_attributes"}:
        yield from _parts_of(table, cells)


def _channel(row: Mapping[str, str]) -> Item:
    return ReadChannel(
        code=row["channel"],
        name=row.get("name", "") or row["channel"],
        currency=row.get("currency", ""),
        country=row.get("country", ""),
        languages=split(row.get("languages", "")),
        price_mode=row.get("price_mode", "") or "gross",
    )


def _place(row: Mapping[str, str]) -> Item:
    return ReadPlace(
        code=row["place"],
        kind=row.get("kind", ""),
        name=row.get("name", "") or row["place"],
        address=unpack(row.get("address", "")),
        sells_online=read_flag(row.get("sells_online", "")) is True,
    )


def _attribute(row: Mapping[str, str]) -> Item:
    kind = row.get("kind", "")
    return ReadDefinition(
        code=row["attribute"],
        label=_texts(row, "label"),
        kind=AttributeKind(kind) if kind in set(AttributeKind) else AttributeKind.WORD,
        unit=row.get("unit") or None,
        facet=read_flag(row.get("facet", "")) is True,
        searchable=read_flag(row.get("searchable", "1")) is not False,
    )


def _custom_field(row: Mapping[str, str]) -> Item:
    public = read_flag(row.get("public", "")) is True
    return ReadCustomField(code=row["custom_field"], label=_texts(row, "label"), public=public)


def _family(row: Mapping[str, str]) -> Item:
    return ReadFamily(code=row["family"], label=_texts(row, "label"), regimes=split(row.get("regimes", "")), whole=True)


def _brand(row: Mapping[str, str]) -> Item:
    legal: dict[str, AttributeValue] = {}
    spoken: dict[str, dict[str, str]] = {}
    for name, cell in unpack(row.get("legal", "")).items():
        code, language = column_parts(name)
        if language:
            spoken.setdefault(code, {})[language] = cell
        else:
            words = split(cell)
            legal[code] = words if len(words) > 1 or code in _LISTS else words[0] if words else ""
    return ReadBrand(code=row["brand"], name=row.get("name", ""), legal={**legal, **spoken}, told=True)


def _category(row: Mapping[str, str]) -> Item:
    position = row.get("position", "")
    return ReadCategory(
        code=row["category"],
        label=_texts(row, "label"),
        parent=row.get("parent", ""),
        position=int(position) if position.isascii() and position.isdigit() and len(position) < 9 else 0,
        description=_texts(row, "description"),
        slugs=_texts(row, "slug"),
        told=True,
    )


_NAMED_BY = {
    "channels": ("channel",),
    "places": ("place",),
    "attributes": ("attribute",),
    "choices": ("attribute", "choice"),
    "options": ("option",),
    "custom_fields": ("custom_field",),
    "families": ("family",),
    "family_attributes": ("family", "attribute"),
    "brands": ("brand",),
    "categories": ("category",),
}
_READERS = {
    "channels": _channel,
    "places": _place,
    "attributes": _attribute,
    "custom_fields": _custom_field,
    "families": _family,
    "brands": _brand,
    "categories": _category,
}


def _options(rows: list[dict[str, Any]]) -> Iterator[Item]:
    values: dict[str, list[tuple[str, Text]]] = {}
    labels: dict[str, Text] = {}
    for row in rows:
        told = values.setdefault(row["option"], [])
        if row.get("value"):
            told.append((row["value"], _texts(row, "label")))
        else:
            labels[row["option"]] = _texts(row, "label")
    for code, told in values.items():
        yield ReadDefinition(code=code, label=labels.get(code) or {"en": code}, kind=None, choices=tuple(told))


def _parts_of(table: str, rows: list[dict[str, Any]]) -> Iterator[Item]:
    """Choices of attributes and attributes of families, gathered by what they belong to."""
    if table == "choices":
        choices: dict[str, list[tuple[str, Text]]] = {}
        for row in rows:
            choices.setdefault(row["attribute"], []).append((row["choice"], _texts(row, "label")))
        for code, told in choices.items():
            yield ReadDefinition(code=code, label={}, kind=AttributeKind.CHOICE, choices=tuple(told), part=True)
        return
    attributes: dict[str, list[tuple[str, bool]]] = {}
    for row in rows:
        required = read_flag(row.get("required", "")) is True
        attributes.setdefault(row["family"], []).append((row["attribute"], required))
    for code, named in attributes.items():
        yield ReadFamily(code=code, label={}, attributes=tuple(named))


def _texts(row: Mapping[str, str], prefix: str) -> Text:
    return {language: text for language, text in texts(row, prefix).items() if text}
