"""Units against what is measured: a weight in centimetres, a wine by the kilogram."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comptoir.kernel.units import Dimension, find_unit
from comptoir.shop.catalogue.rules.contradictions.words import fault, measures_in, words
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.types import Attribute, AttributeKind, SheetFault

SOLD_BY = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.AREA, Dimension.COUNT})
"""What a net quantity can be said in (PRI-14)."""

_MEASURES: tuple[tuple[re.Pattern[str], frozenset[Dimension]], ...] = tuple(
    (re.compile(rf"(?:{pattern})(?: (?:net|nette|brut|max|maxi|utile|totale?|net weight))?"), frozenset(dimensions))
    for pattern, dimensions in (
        ("poids|weight|peso|masse", {Dimension.MASS, Dimension.DENSITY}),
        ("largeur|longueur|hauteur|profondeur|epaisseur|diametre|width|length|height|depth|thickness|diameter|diagonale?"
         "|ancho|alto|largo|profundidad|grosor|diametro", {Dimension.LENGTH}),
        ("contenance|volume|volumen", {Dimension.VOLUME, Dimension.SOUND}),
        ("puissance|power|potencia|wattage", {Dimension.POWER}),
        ("tension|voltage|voltaje", {Dimension.VOLTAGE}),
        ("surface|superficie|area", {Dimension.AREA}),
        ("duree|duration|duracion", {Dimension.TIME, Dimension.CALENDAR}),
        ("temperature|temperatura", {Dimension.TEMPERATURE}),
    )
)  # fmt: skip


def wrong_units(sheet: Sheet) -> Iterator[SheetFault]:
    """Measures whose unit cannot measure what the attribute is called after, and net quantities nobody sells by."""
    for code in sheet.product.attributes:
        attribute = sheet.attributes.get(code)
        if attribute is not None and attribute.kind is AttributeKind.MEASURE and attribute.unit is not None:
            wanted = _wanted(attribute)
            if wanted and find_unit(attribute.unit).dimension not in wanted:
                facts = {"unit": attribute.unit, "wanted": ", ".join(sorted(wanted))}
                yield fault("unit_against_attribute", f"attributes.{code}", **facts)
    yield from _net_quantities(sheet)


def _wanted(attribute: Attribute) -> frozenset[Dimension]:
    return _named((attribute.code.replace("_", " "), *attribute.label.values()))


@lru_cache(maxsize=16_384)
def _named(names: tuple[str, ...]) -> frozenset[Dimension]:
    found = [
        dimensions for name in names for pattern, dimensions in _MEASURES if pattern.fullmatch(" ".join(words(name)))
    ]
    return frozenset().union(*found) if found else frozenset()


def _net_quantities(sheet: Sheet) -> Iterator[SheetFault]:
    if all(variant.net_quantity is None for variant in sheet.product.variants):
        return
    said = {
        measure.dimension
        for title in sheet.product.name.values()
        for spotted in measures_in(title)
        for measure in spotted.measures
    }
    for variant in sheet.product.variants:
        quantity = variant.net_quantity
        if quantity is None or not variant.active:
            continue
        dimension = find_unit(quantity.unit).dimension
        spelled = f"{quantity.amount} {quantity.unit}"
        if dimension not in SOLD_BY:
            yield fault("unit_nobody_sells_by", "variants.net_quantity", quantity=spelled)
        elif {dimension, *said} == {Dimension.MASS, Dimension.VOLUME} and dimension not in said:
            yield fault("unit_against_title", "variants.net_quantity", quantity=spelled)
