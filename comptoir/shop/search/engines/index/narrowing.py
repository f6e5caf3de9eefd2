"""Filters as queries, and counts that obey every filter but the group's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Query

from comptoir.shop.search.engines.index.schema import FACETS, NO_PRICE, SEPARATOR
from comptoir.shop.search.types import Ask

BUCKETS_MOST = 2_000
PRICE = "price"
ATTR = "attr."
_PLAIN_GROUPS = tuple(name for name in FACETS if name != "attr")


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each value of each group occurs, and the lowest and highest price, among what was found."""

    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    prices: tuple[int, int] | None = None


def filter_queries(schema: tantivy.Schema, ask: Ask) -> dict[str, Query]:
    """Group -> what its chosen values leave. A group nobody knows leaves nothing."""
    chosen: dict[str, Query] = {}
    for group, values in ask.filters.items():
        if values:
            chosen[group] = _group_query(schema, group, values)
    if ask.price_min is not None or ask.price_max is not None:
        chosen[PRICE] = _price_query(schema, ask.price_min, ask.price_max)
    return chosen


def _group_query(schema: tantivy.Schema, group: str, values: Iterable[str]) -> Query:
    if group.startswith(ATTR):
        code = group.removeprefix(ATTR)
        return Query.term_set_query(schema, "by_attr", [f"{code}{SEPARATOR}{value}" for value in values])
    if group in _PLAIN_GROUPS:
        return Query.term_set_query(schema, f"by_{group}", list(values))
    return Query.empty_query()


def _price_query(schema: tantivy.Schema, low: int | None, high: int | None) -> Query:
    lower, upper = max(0, low or 0), NO_PRICE - 1 if high is None else min(max(0, high), NO_PRICE - 1)
    if lower > upper:
        return Query.empty_query()
    return Query.range_query(schema, "price", FieldType.Unsigned, lower, upper)


def narrow(query: Query, filters: Iterable[Query]) -> Query:
    """`query` among what every filter leaves; scores stay those of `query`."""
    kept = [(Occur.Must, Query.const_score_query(one, 0.0)) for one in filters]
    return Query.boolean_query([(Occur.Must, query), *kept]) if kept else query


def category_filter(schema: tantivy.Schema, category: str) -> list[Query]:
    """What the category asked for leaves; the whole shop for ""."""
    return [Query.term_query(schema, "by_category", category, index_option="basic")] if category else []


def tally(searcher: tantivy.Searcher, query: Query, chosen: Mapping[str, Query]) -> Tally:
    """Counts of every group. One pass for the groups in which nothing is chosen, one for each of the others."""
    told = _count(searcher, narrow(query, chosen.values()), (*FACETS, PRICE))
    counts, prices = _open_counts(told), _prices(told)
    for group in chosen:
        others = [one for name, one in chosen.items() if name != group]
        if group == PRICE:
            prices = _prices(_count(searcher, narrow(query, others), (PRICE,)))
            continue
        field_name = "attr" if group.startswith(ATTR) else group
        if field_name in FACETS:
            own = _open_counts(_count(searcher, narrow(query, others), (field_name,)))
            counts[group] = own.get(group, {})
    return Tally(counts, prices)


def _count(searcher: tantivy.Searcher, query: Query, groups: Iterable[str]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    for group in groups:
        if group == PRICE:
            asked[PRICE] = _PRICED
        else:
            asked[group] = {"terms": {"field": f"by_{group}", "size": BUCKETS_MOST}}
    return dict(searcher.aggregate(query, asked))


_PRICED = {"range": {"field": "price", "ranges": [{"to": NO_PRICE}]}, "aggs": {"of": {"stats": {"field": "price"}}}}


def _open_counts(told: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for name in FACETS:
        for bucket in told.get(name, {}).get("buckets", ()):
            group, value = name, bucket["key"]
            if name == "attr":
                code, _, value = value.partition(SEPARATOR)
                group = ATTR + code
            counts.setdefault(group, {})[value] = bucket["doc_count"]
    return counts


def _prices(told: Mapping[str, Any]) -> tuple[int, int] | None:
    for bucket in told[PRICE]["buckets"]:
        if bucket.get("to") == NO_PRICE and bucket["doc_count"]:
            return int(bucket["of"]["min"]), int(bucket["of"]["max"])
    return None
