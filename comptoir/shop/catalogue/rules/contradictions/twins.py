"""A sheet against the others: the same article number, the description of another article."""

from __future__ import annotations

from collections.abc import Iterator

from comptoir.shop.catalogue.rules import gtin
from comptoir.shop.catalogue.rules.contradictions.words import fault, words
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.rules.texts import plain_words
from comptoir.shop.catalogue.types import SheetFault

_LEAST = 4


def shared_gtins(sheet: Sheet) -> Iterator[SheetFault]:
    """An article number that another article has, or two variants of this one."""
    mine: dict[str, int] = {}
    for place, variant in enumerate(sheet.product.variants):
        if not variant.gtin or not variant.active:
            continue
        twin = sheet.gtin_twins.get(variant.gtin)
        if twin is not None:
            yield fault("gtin_of_another_product", f"variants.{place}.gtin", gtin=variant.gtin, product=twin)
        first = mine.setdefault(gtin.key(variant.gtin), place)
        if first != place:
            yield fault("gtin_twice", f"variants.{place}.gtin", gtin=variant.gtin, first=first)


def foreign_description(sheet: Sheet, language: str) -> Iterator[SheetFault]:
    """A description that another article has word for word, and that speaks of that one and not of this one.

    Articles that share a text which names neither are siblings, not a contradiction.
    """
    twin = sheet.description_twin
    description = sheet.product.description.get(language, "")
    if twin is None or not description:
        return
    said = set(words(plain_words(description)))
    own = _telling(sheet.product.name.get(language, ""))
    other = _telling(twin.name.get(language, ""))
    if other - own and (other - own) <= said and own - other and (own - other).isdisjoint(said):
        yield fault("description_of_another_product", f"description.{language}", product=twin.code)


def _telling(name: str) -> set[str]:
    return {word for word in words(name) if len(word) >= _LEAST or any(sign.isdigit() for sign in word)}
