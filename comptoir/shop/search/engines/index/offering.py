"""Counts put into the words of the shop: facet groups with labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from comptoir.shop.search.engines.index.labels import Labels
from comptoir.shop.search.engines.index.narrowing import ATTR
from comptoir.shop.search.rules.facets import GROUPS_MOST, group_of, worth_offering
from comptoir.shop.search.types import Ask, FacetGroup

Counts = Mapping[str, Mapping[str, int]]


def offer(counts: Counts, labels: Labels, ask: Ask, total: int) -> tuple[FacetGroup, ...]:
    """Category, brand, availability, place, then attributes, those of most articles first. The labels of the four
    fixed groups are left empty: heads have words for them."""
    groups = (group for group in _groups(counts, labels, ask) if worth_offering(group, total))
    return tuple(group for _, group in zip(range(GROUPS_MOST), groups, strict=False))


def _groups(counts: Counts, labels: Labels, ask: Ask) -> Iterator[FacetGroup]:
    chosen, known = ask.filters, labels.categories
    names: dict[str, Callable[[str], str]] = {
        "category": lambda code: known[code].label if code in known else code,
        "brand": lambda code: labels.brands.get(code, code),
        "place": lambda code: labels.places.get(code, code),
    }
    for group in ("category", "brand", "stock", "place"):
        found = counts.get(group, {})
        shown = _level(found, labels, ask) if group == "category" else found
        yield group_of(group, "", shown, chosen=chosen.get(group, ()), names=names.get(group, str))
    attributes = {group for group in (*counts, *chosen) if group.startswith(ATTR)}
    yield from (
        _attribute(group, counts.get(group, {}), labels, ask)
        for group in sorted(attributes, key=lambda one: (one not in chosen, -sum(counts.get(one, {}).values()), one))
    )


def _level(counts: Mapping[str, int], labels: Labels, ask: Ask) -> dict[str, int]:
    """The categories one step below the one looked at: its ancestors and cousins are of no use there."""
    known = labels.categories
    level = {code: count for code, count in counts.items() if code in known and known[code].parent == ask.category}
    return dict(sorted(level.items(), key=lambda item: known[item[0]].position))


def _attribute(group: str, counts: Mapping[str, int], labels: Labels, ask: Ask) -> FacetGroup:
    known = labels.attributes.get(group.removeprefix(ATTR))
    names = known.values if known else {}
    return group_of(
        group,
        known.label if known else group.removeprefix(ATTR),
        counts,
        chosen=ask.filters.get(group, ()),
        names=lambda value: names.get(value, value),
        by_number=known is not None and known.kind in {"number", "measure"},
    )
