"""Which filters are offered, in which order, with which values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from comptoir.shop.search.types import FacetGroup, FacetValue

VALUES_MOST = 40
GROUPS_MOST = 24


def group_of(
    code: str,
    label: str,
    counts: Mapping[str, int],
    *,
    chosen: Iterable[str] = (),
    names: Callable[[str], str] = str,
    by_number: bool = False,
) -> FacetGroup:
    """One group: values that lead somewhere and those chosen, most articles first (or smallest number first)."""
    picked = set(chosen)
    values = [
        FacetValue(value, names(value), counts.get(value, 0), value in picked)
        for value in dict.fromkeys((*counts, *sorted(picked)))
        if counts.get(value, 0) or value in picked
    ]
    values.sort(key=lambda one: (not one.chosen, -one.count, one.label, one.value))
    values = values[:VALUES_MOST]
    if by_number:
        values.sort(key=lambda one: (_number(one.value), one.label))
    return FacetGroup(code, label, tuple(values))


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return float("inf")


def worth_offering(group: FacetGroup, total: int) -> bool:
    """A group in which nothing can be chosen usefully is noise: one value that every article has."""
    if any(value.chosen for value in group.values):
        return True
    return len(group.values) > 1 or any(value.count < total for value in group.values)
