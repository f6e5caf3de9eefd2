"""Titles against attributes: size, capacity, weight, power, colour, quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from comptoir.kernel.units import Dimension, Measure, find_unit
from comptoir.shop.catalogue.rules.contradictions.words import (
    SEVERAL_COLOURS,
    About,
    about,
    colours_said,
    fault,
    fold,
    measures_in,
    words,
)
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.types import Attribute, AttributeKind, AttributeValue, SheetFault

NEAR = Fraction(2, 100)
NEAR_DIAGONAL = Fraction(6, 100)
"""How far a title may round: 24 inches are sold as 23.6 and 23.8."""
LEAST_GRAMS = 50
SAME_THING = 3

_COMPARED: Mapping[Dimension, About] = {
    Dimension.LENGTH: About.DIAGONAL,
    Dimension.MASS: About.WEIGHT,
    Dimension.VOLUME: About.CAPACITY,
    Dimension.MEMORY: About.MEMORY,
    Dimension.POWER: About.POWER,
}
_LIMIT = re.compile(
    r"(?:jusqu.?a|max\w*\.?|up to|hasta|capacite|charge|supporte|pour|for|para|de|moins|less than|under|over|plus)\s*$"
)
_MANY = re.compile(
    r"\b(?:lot|pack|boite|paquet|set|box|sachet|jeu|juego|caja|paquete|lote) (?:de|of|d) (\d{1,4})\b"
    r"|\b(\d{1,4}) (?:pieces|pcs|unites|unidades|units)\b|\b(\d{1,4}) ?pack\b"
)


def against_measures(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """A size, weight, capacity or power in the title that none of the attributes of that kind says."""
    title = sheet.product.name.get(language, "")
    said: dict[Dimension, list[Measure]] = {}
    for spotted in measures_in(title):
        measure = spotted.measures[0]
        is_one = len(spotted.measures) == 1 and _is_telling(measure, title[spotted.start : spotted.end])
        if is_one and not _LIMIT.search(fold(title[: spotted.start])):
            said.setdefault(measure.dimension, []).append(measure)
    for dimension, measures in said.items():
        if dimension in _COMPARED:
            yield from _compare(sheet, dimension, measures, f"name.{language}")


def _is_telling(measure: Measure, spelled: str) -> bool:
    """Whether a measure in a title can be held against the sheet: an inch is a diagonal, a centimetre anything; "4G"
    is a network, "20T" a model, "802.11g" a standard; a few grams come in something heavier."""
    if measure.dimension is Dimension.LENGTH:
        return measure.unit == "in"
    if measure.dimension is Dimension.MASS:
        is_weight = spelled.endswith(("g", "grammes", "grams", "gramos", "kilos")) and "802.11" not in spelled
        return is_weight and measure.to("g").amount >= LEAST_GRAMS
    return True


def _compare(sheet: Sheet, dimension: Dimension, said: list[Measure], where: str) -> Iterator[SheetFault]:
    wanted = _COMPARED[dimension]
    kept = [(code, other) for code, other in _kept(sheet, dimension, wanted) if _speaks_of(code, said[0], other)]
    near = NEAR_DIAGONAL if wanted is About.DIAGONAL else NEAR
    if kept and not any(_near(one, other, near) for one in said for _, other in kept):
        code, other = kept[0]
        facts = {"title": _spell(said[0]), "sheet": _spell(other), "attribute": code}
        yield fault(f"title_{wanted}", where, **facts)


def _speaks_of(code: str, said: Measure, kept: Measure) -> bool:
    """Whether two weights can be of the same thing: a washing machine of 9 kg weighs 60, a shelf for 80 kg weighs 4."""
    if said.dimension is not Dimension.MASS or code == "net_quantity":
        return True
    other = kept.to(said.unit).amount
    return other <= SAME_THING * said.amount and said.amount <= SAME_THING * other


def _kept(sheet: Sheet, dimension: Dimension, wanted: About) -> Iterator[tuple[str, Measure]]:
    for attribute, value in _values(sheet):
        if attribute.unit is None or not isinstance(value, str) or wanted not in about(attribute):
            continue
        if find_unit(attribute.unit).dimension is dimension:
            yield attribute.code, Measure(Fraction(value), attribute.unit)
    for variant in sheet.product.variants:
        quantity = variant.net_quantity
        if quantity is not None and variant.active and find_unit(quantity.unit).dimension is dimension:
            yield "net_quantity", Measure(Fraction(quantity.amount), quantity.unit)


def _values(sheet: Sheet) -> Iterator[tuple[Attribute, AttributeValue]]:
    for said in (sheet.product.attributes, *(one.attributes for one in sheet.product.variants if one.active)):
        for code, value in said.items():
            if code in sheet.attributes:
                yield sheet.attributes[code], value


def _near(one: Measure, other: Measure, share: Fraction) -> bool:
    left, right = one.amount, other.to(one.unit).amount
    return abs(left - right) <= share * max(abs(left), abs(right))


def _spell(measure: Measure) -> str:
    return f"{measure.text()} {measure.unit}"


def against_colours(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """A colour in the title that neither a colour attribute nor a colour option has."""
    title = sheet.product.name.get(language, "")
    said = colours_said(title, surely=True)
    if not said:
        return
    kept: list[str] = []
    for attribute, value in _values(sheet):
        if About.COLOUR in about(attribute):
            kept.extend(_spoken(attribute, value))
    for code in sheet.product.options:
        option = sheet.options.get(code)
        if option is not None and About.COLOUR in about(Attribute(code, AttributeKind.CHOICE, option.label)):
            chosen = {one.options.get(code) for one in sheet.product.variants}
            kept.extend(text for value in option.values if value.code in chosen for text in value.label.values())
    spoken = " ".join(kept)
    colours = colours_said(spoken)
    if colours and not said & colours and SEVERAL_COLOURS.isdisjoint(words(spoken)):
        yield fault("title_colour", f"name.{language}", title=", ".join(sorted(said)), sheet=", ".join(sorted(colours)))


def _spoken(attribute: Attribute, value: AttributeValue) -> Iterable[str]:
    """The words of a value: labels of its choices, or itself."""
    if isinstance(value, Mapping):
        return value.values()
    codes = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    labels = {choice.code: choice.label.values() for choice in attribute.choices}
    return [text for code in codes for text in (labels.get(code) or (code,))]


def against_quantity(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """A number of pieces in the title that the quantity of the sheet denies."""
    found = _MANY.search(fold(sheet.product.name.get(language, "")))
    if found is None:
        return
    said = Fraction(next(group for group in found.groups() if group))
    kept = [
        (attribute.code, Fraction(value))
        for attribute, value in _values(sheet)
        if attribute.kind in {AttributeKind.NUMBER, AttributeKind.MEASURE}
        and isinstance(value, str)
        and About.QUANTITY in about(attribute)
        and (attribute.unit is None or find_unit(attribute.unit).dimension is Dimension.COUNT)
    ]
    kept += [
        ("net_quantity", Fraction(one.net_quantity.amount))
        for one in sheet.product.variants
        if one.active and one.net_quantity and find_unit(one.net_quantity.unit).dimension is Dimension.COUNT
    ]
    if kept and all(value != said for _, value in kept):
        yield fault("title_quantity", f"name.{language}", title=said, sheet=kept[0][1], attribute=kept[0][0])
