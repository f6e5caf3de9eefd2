"""Variant drafts, normalised as they will be kept: numbers, options, sizes, net quantity."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from comptoir.kernel import units
from comptoir.shop.catalogue.rules import gtin, texts, values
from comptoir.shop.catalogue.types import ProductDraft, VariantDraft

MOST_VARIANTS = 300
LARGEST = 2_147_483_647
SIZES = ("weight_g", "length_mm", "width_mm", "height_mm", "position")
_OPTIONS_KEY_LENGTH = 400


@dataclass(slots=True)
class NormalVariant:
    """A variant as it will be kept, by column."""

    sku: str | None
    options_key: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class VariantReading:
    """What reading variants needs: option values by code, how attributes are read, where problems go."""

    options: Mapping[str, frozenset[str]]
    read_attributes: Callable[[str, Mapping[str, Any]], dict[str, Any]]
    refuse: Callable[..., None]


def read_variants(draft: ProductDraft, reading: VariantReading) -> tuple[list[NormalVariant], list[str]]:
    """The variants and the option codes they are chosen by; every variant answers the same options."""
    if not draft.variants:
        reading.refuse("no_variant", "variants")
    if len(draft.variants) > MOST_VARIANTS:
        reading.refuse("too_many_variants", "variants", limit=str(MOST_VARIANTS))
        return [], []
    options = list(dict.fromkeys(draft.options or (draft.variants[0].options if draft.variants else ())))
    for code in options:
        if code not in reading.options:
            reading.refuse("unknown_option", "options", given=code)
    read = [_read(one, f"variants.{place}", options, reading) for place, one in enumerate(draft.variants)]
    _refuse_doubles(read, reading)
    if not any(one.position for one in draft.variants):
        for place, variant in enumerate(read):
            variant.fields["position"] = place
    return read, options


def _refuse_doubles(variants: list[NormalVariant], reading: VariantReading) -> None:
    skus: set[str] = set()
    choices: set[str] = set()
    for place, variant in enumerate(variants):
        if variant.sku is not None and variant.sku in skus:
            reading.refuse("sku_twice", f"variants.{place}.sku", sku=variant.sku)
        if variant.options_key in choices:
            reading.refuse("options_twice", f"variants.{place}.options", options=variant.options_key[:200])
        skus.add(variant.sku or "")
        choices.add(variant.options_key)


def _read(draft: VariantDraft, where: str, options: list[str], reading: VariantReading) -> NormalVariant:
    sku = draft.sku or None
    if sku is not None and not texts.CODE.fullmatch(sku):
        reading.refuse("wrong_sku", f"{where}.sku", limit=str(texts.LONGEST_CODE))
    chosen = _chosen(draft, where, options, reading)
    amount, unit = _net_quantity(draft, where, reading)
    fields: dict[str, Any] = {
        "sku": sku,
        "gtin": _gtin(draft, where, reading),
        "options": chosen,
        "options_key": options_key(chosen),
        "attributes": reading.read_attributes(f"{where}.attributes", draft.attributes),
        "net_amount": amount,
        "net_unit": unit,
        "active": bool(draft.active),
    }
    for column in SIZES:
        size = getattr(draft, column)
        if size is not None and (isinstance(size, bool) or not isinstance(size, int) or not 0 <= size <= LARGEST):
            reading.refuse("wrong_size", f"{where}.{column}", given=str(size)[:40])
        fields[column] = size
    return NormalVariant(sku, fields["options_key"], fields)


def _gtin(draft: VariantDraft, where: str, reading: VariantReading) -> str | None:
    if not draft.gtin:
        return None
    try:
        return gtin.read_gtin(draft.gtin)
    except gtin.WrongGtin as wrong:
        reading.refuse("wrong_gtin", f"{where}.gtin", given=draft.gtin[:40], why=str(wrong))
        return None


def _chosen(draft: VariantDraft, where: str, options: list[str], reading: VariantReading) -> dict[str, str]:
    if set(draft.options) != set(options):
        reading.refuse("options_differ", f"{where}.options", wanted=", ".join(options), given=", ".join(draft.options))
        return dict(draft.options)
    for code, value in draft.options.items():
        if code in reading.options and value not in reading.options[code]:
            reading.refuse("unknown_option_value", f"{where}.options.{code}", given=str(value)[:80])
    return {code: draft.options[code] for code in options}


def _net_quantity(draft: VariantDraft, where: str, reading: VariantReading) -> tuple[str | None, str | None]:
    quantity = draft.net_quantity
    if quantity is None:
        return None, None
    try:
        unit = units.find_unit(quantity.unit)
        amount = values.read_decimal(quantity.amount)
    except (units.UnknownUnit, values.WrongValue):
        reading.refuse("wrong_net_quantity", f"{where}.net_quantity", amount=quantity.amount, unit=quantity.unit)
        return None, None
    if amount == "0" or amount.startswith("-"):
        reading.refuse("wrong_net_quantity", f"{where}.net_quantity", amount=quantity.amount, unit=quantity.unit)
    return amount, unit.code


def options_key(options: Mapping[str, str]) -> str:
    """One spelling of a choice, whatever the order, at most 400 characters; "" when nothing is chosen."""
    if not options:
        return ""
    spelled = json.dumps(sorted(options.items()), separators=(",", ":"), ensure_ascii=False)
    return spelled if len(spelled) <= _OPTIONS_KEY_LENGTH else hashlib.sha256(spelled.encode()).hexdigest()
