"""Our own tables: their names, their columns, and the rows that tell a catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from comptoir.kernel.languages import Text
from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import (
    Attribute,
    Brand,
    Category,
    CategoryId,
    Channel,
    CustomField,
    Family,
    Option,
    Product,
    Variant,
)
from comptoir.shop.exchange.rules.packing import join, pack, value_cells
from comptoir.shop.inventory.types import Place

Cells = dict[str, str]
VERSION = "1"
MOST_COLUMNS = 150  # of attributes; a catalogue with more packs them all in one column
KEYS: Mapping[str, frozenset[str]] = {
    "channels": frozenset({"channel", "currency", "country", "languages", "price_mode"}),
    "places": frozenset({"place", "kind", "sells_online", "address"}),
    "attributes": frozenset({"attribute", "kind", "unit", "facet", "searchable"}),
    "choices": frozenset({"attribute", "choice"}),
    "options": frozenset({"option", "value"}),
    "custom_fields": frozenset({"custom_field", "public"}),
    "families": frozenset({"family", "regimes"}),
    "family_attributes": frozenset({"family", "attribute", "required"}),
    "brands": frozenset({"brand", "name", "legal"}),
    "categories": frozenset({"category", "parent", "position"}),
    "products": frozenset({"code", "sku"}),
    "prices": frozenset({"code", "sku", "channel", "valid_from", "amount"}),
    "media": frozenset({"code", "sku", "position", "digest", "file"}),
}
"""The columns that give each table away, in the order in which tables are written and read."""

PRODUCT_TEXTS = ("name", "summary", "description", "seo_title", "seo_description", "slug")
_FIRST = ("code", "sku", "gtin", "family", "brand", "categories", "status", "channels", "tax_class", "options")
_LAST = ("weight_g", "length_mm", "width_mm", "height_mm", "net_quantity", "position", "active")
_GROUPS = (
    *(f"{name}." for name in PRODUCT_TEXTS),
    *("option.", "price.", "price_mode.", "stock.", "attr.", "attributes"),
    *("variant.", "legal.", "custom."),
)


@dataclass(frozen=True, slots=True)
class SalePrice:
    """A price of a variant on a channel; `since` None for the one in force."""

    channel: str
    amount: Money
    mode: str
    since: datetime | None = None


@dataclass(slots=True)
class Goods:
    """What is told beside a variant: its prices, its pieces by place code."""

    prices: list[SalePrice] = field(default_factory=list)
    stock: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Telling:
    """What product rows need to be told: the channels' price modes, category codes, places, packed attributes."""

    modes: Mapping[str, str]
    categories: Mapping[CategoryId, str]
    places: tuple[str, ...]
    packed: bool


def by_language(name: str, text: Text) -> Cells:
    return {f"{name}.{language}": text[language] for language in sorted(text)}


def channel_row(channel: Channel) -> Cells:
    return {
        "channel": channel.code,
        "name": channel.name,
        "currency": channel.currency,
        "country": channel.country,
        "languages": join(channel.languages),
        "price_mode": channel.price_mode,
    }


def place_row(place: Place) -> Cells:
    return {
        "place": place.code,
        "kind": place.kind,
        "name": place.name,
        "sells_online": flag(place.sells_online),
        "address": pack(place.address),
    }


def attribute_row(attribute: Attribute) -> Cells:
    return {
        "attribute": attribute.code,
        "kind": attribute.kind.value,
        "unit": attribute.unit or "",
        "facet": flag(attribute.facet),
        "searchable": flag(attribute.searchable),
        **by_language("label", attribute.label),
    }


def choice_rows(attribute: Attribute) -> Iterator[Cells]:
    for choice in attribute.choices:
        yield {"attribute": attribute.code, "choice": choice.code, **by_language("label", choice.label)}


def option_rows(option: Option) -> Iterator[Cells]:
    """The option itself on a row without a value, then its values in order."""
    yield {"option": option.code, "value": "", **by_language("label", option.label)}
    for choice in option.values:
        yield {"option": option.code, "value": choice.code, **by_language("label", choice.label)}


def custom_field_row(custom: CustomField) -> Cells:
    return {"custom_field": custom.code, "public": flag(custom.public), **by_language("label", custom.label)}


def family_row(family: Family) -> Cells:
    return {"family": family.code, "regimes": join(family.regimes), **by_language("label", family.label)}


def family_attribute_rows(family: Family) -> Iterator[Cells]:
    for one in family.attributes:
        yield {"family": family.code, "attribute": one.attribute, "required": flag(one.required)}


def brand_row(brand: Brand) -> Cells:
    legal = dict(cell for code, value in brand.legal.items() for cell in value_cells(code, value))
    return {"brand": brand.code, "name": brand.name, "legal": pack(legal)}


def category_row(category: Category, codes: Mapping[CategoryId, str]) -> Cells:
    return {
        "category": category.code,
        "parent": codes[category.parent] if category.parent else "",
        "position": str(category.position),
        **by_language("label", category.label),
        **by_language("slug", category.slugs),
        **by_language("description", category.description),
    }


def product_rows(product: Product, goods: Mapping[object, Goods], telling: Telling) -> Iterator[Cells]:
    """One row a variant: the sheet on the first, its code on each."""
    for place, variant in enumerate(product.variants):
        sheet = _sheet_cells(product, telling) if place == 0 else {"code": product.code}
        yield {**sheet, **_variant_cells(variant, goods.get(variant.id, Goods()), telling)}


def _sheet_cells(product: Product, telling: Telling) -> Cells:
    attributes = dict(cell for code, value in product.attributes.items() for cell in value_cells(code, value))
    legal = dict(cell for code, value in product.legal.items() for cell in value_cells(code, value))
    cells = {
        "code": product.code,
        "family": product.family,
        "brand": product.brand.code if product.brand else "",
        "categories": join(telling.categories[one] for one in product.categories),
        "status": product.status.value,
        "channels": join(sorted(product.channels)),
        "tax_class": product.tax_class,
        "options": join(product.options),
        **{f"legal.{name}": cell for name, cell in legal.items()},
        **{f"custom.{name}": cell for name, cell in product.custom.items()},
    }
    for column in PRODUCT_TEXTS:
        cells.update(by_language(column, getattr(product, "slugs" if column == "slug" else column)))
    if telling.packed:
        cells["attributes"] = pack(attributes)
    else:
        cells.update((f"attr.{name}", cell) for name, cell in attributes.items())
    return cells


def _variant_cells(variant: Variant, goods: Goods, telling: Telling) -> Cells:
    attributes = dict(cell for code, value in variant.attributes.items() for cell in value_cells(code, value))
    quantity = variant.net_quantity
    cells = {
        "sku": variant.sku or "",
        "gtin": variant.gtin or "",
        **{f"option.{code}": value for code, value in variant.options.items()},
        **{f"variant.{name}": cell for name, cell in attributes.items()},
        **{name: _number(getattr(variant, name)) for name in ("weight_g", "length_mm", "width_mm", "height_mm")},
        "net_quantity": f"{quantity.amount} {quantity.unit}" if quantity else "",
        "position": str(variant.position),
        "active": flag(variant.active),
        **{f"stock.{place}": str(goods.stock.get(place, 0)) for place in telling.places},
    }
    for price in goods.prices:
        if price.since is None:
            cells[f"price.{price.channel}"] = str(price.amount.to_decimal())
            if price.mode != telling.modes.get(price.channel):
                cells[f"price_mode.{price.channel}"] = price.mode
    return cells


def price_rows(product: Product, goods: Mapping[object, Goods]) -> Iterator[Cells]:
    """Prices already recorded for later."""
    for variant in product.variants:
        for price in goods.get(variant.id, Goods()).prices:
            if price.since is not None:
                yield {
                    "code": product.code,
                    "sku": variant.sku or "",
                    "options": pack(variant.options),
                    "channel": price.channel,
                    "valid_from": price.since.isoformat(),
                    "amount": str(price.amount.to_decimal()),
                    "mode": price.mode,
                }


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def flag(value: object) -> str:
    """Yes or no as a cell."""
    return "1" if value else "0"


def columns_of(table: str, seen: set[str]) -> tuple[str, ...]:
    """The columns of a table in the order people expect: what names a row first, then by group, then by name."""
    if table != "products":
        first = [*(name for name in _ORDER.get(table, ()) if name in seen)]
        return (*first, *sorted(seen - set(first)))
    fixed = [name for name in _FIRST if name in seen]
    last = [name for name in _LAST if name in seen]
    middle = sorted(seen - {*fixed, *last}, key=lambda name: (_group(name), name))
    return (*fixed, *middle, *last)


_ORDER: Mapping[str, Sequence[str]] = {
    "channels": ("channel", "name", "currency", "country", "languages", "price_mode"),
    "places": ("place", "kind", "name", "sells_online", "address"),
    "attributes": ("attribute", "kind", "unit", "facet", "searchable"),
    "choices": ("attribute", "choice"),
    "options": ("option", "value"),
    "custom_fields": ("custom_field", "public"),
    "families": ("family", "regimes"),
    "family_attributes": ("family", "attribute", "required"),
    "brands": ("brand", "name", "legal"),
    "categories": ("category", "parent", "position"),
    "prices": ("code", "sku", "options", "channel", "valid_from", "amount", "mode"),
    "media": ("code", "sku", "options", "of_variant", "position", "kind", "filename", "digest", "file"),
}


def _group(name: str) -> int:
    return next((place for place, prefix in enumerate(_GROUPS) if name.startswith(prefix)), len(_GROUPS))


def least_columns(table: str) -> tuple[str, ...]:
    """The columns that a table has even when it is empty."""
    return tuple(_ORDER.get(table, ("code", "sku", "gtin", "family", "brand", "categories", "status")))
