"""Filters in words: every group and every value has a name a shopper reads, and no two groups have the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from comptoir.heads.ui.words import mark, say
from comptoir.shop.search.types import FacetGroup, FacetValue

NAMES = {
    "stock": mark("Availability"),
    "place": mark("Where it is"),
    "brand": mark("Brand"),
    "category": mark("Department"),
}
STOCK = {"in": mark("In stock"), "out": mark("Sold out for now")}
EXAMPLES = 2
MOST = 2048


Groups = tuple[FacetGroup, ...]
_known: dict[tuple[int, str], tuple[Groups, Groups]] = {}


def name_facets(groups: Groups, language: str) -> Groups:
    """The groups with their names; what is sold out is only offered to who chose it already.

    The same groups give the same object, so that what is written for them is found again (`ui.memory.recall`).
    """
    known = _known.get((id(groups), language))
    if known is None:
        if len(_known) >= MOST:
            _known.clear()
        known = _known[id(groups), language] = (groups, _name(groups, language))
    return known[1]


def _name(groups: Groups, language: str) -> Groups:
    named = [_named(group, language) for group in groups]
    shared = Counter(group.label for group in named)
    return tuple(_told_apart(group) if shared[group.label] > 1 else group for group in named if group.values)


def _named(group: FacetGroup, language: str) -> FacetGroup:
    label = group.label or (say(language, NAMES[group.code]) if group.code in NAMES else group.code)
    values = tuple(_stock(group.values, language)) if group.code == "stock" else group.values
    return replace(group, label=label, values=values)


def _stock(values: Iterable[FacetValue], language: str) -> Iterable[FacetValue]:
    for value in values:
        if value.value == "in" or value.chosen:
            yield replace(value, label=say(language, STOCK[value.value]) if value.value in STOCK else value.label)


def _told_apart(group: FacetGroup) -> FacetGroup:
    """ "Diameter" twice becomes "Diameter (14 cm, 18 cm…)" and "Diameter (E14, E27)"."""
    examples = ", ".join(value.label for value in group.values[:EXAMPLES])
    more = "…" if len(group.values) > EXAMPLES else ""
    return replace(group, label=f"{group.label} ({examples}{more})")
