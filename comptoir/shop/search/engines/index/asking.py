"""Writes a question as queries of the engine: what must be there, and what makes an article nearer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import tantivy
from tantivy import Occur, Query

from comptoir.shop.search.rules.question import Alternative, Question, Slot


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each field counts. Tuned on half of the judged queries (`bench/search.py`), checked on the others."""

    fields: Mapping[str, float]
    head: float
    own: float
    pair: float
    joined: float
    in_stock: float
    tie: float


WEIGHTS = Weights(
    fields={
        "title": 1.0,
        "brand": 0.8,
        "kind": 1.0,
        "category": 0.5,
        "body": 0.8,
        "attrs": 0.3,
        "codes": 0.6,
    },
    head=4.0,
    own=0.25,
    pair=2.0,
    joined=2.0,
    in_stock=0.05,
    tie=0.1,
)
EXACT_SCORE = 10_000.0
STRICT_SCORE = 1_000.0
_BOUND_FIELDS = ("title", "attrs", "category", "body")
_NAMING_FIELDS = ("title", "kind", "category", "brand", "codes")


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Turns slots into queries over one schema."""

    schema: tantivy.Schema
    names: Mapping[str, float] = field(default_factory=dict)
    weights: Weights = WEIGHTS

    def strict(self, question: Question) -> Query:
        """Articles that satisfy everything asked for, the nearest first."""
        parts = [(Occur.Must, self._any_field(slot)) for slot in question.required]
        return Query.boolean_query([*parts, *self._preferences(question)])

    def relaxed(self, question: Question, least: int) -> Query:
        """Articles that satisfy at least `least` of what is asked for, where they say what they are (a word lost in a
        description makes nothing near); those that satisfy everything stay first."""
        near = [(Occur.Should, self._any_field(slot, _NAMING_FIELDS)) for slot in question.required]
        some = Query.boolean_query(near, minimum_number_should_match=least)
        whole = Query.boolean_query([(Occur.Must, self._any_field(slot)) for slot in question.required])
        first = Query.const_score_query(whole, STRICT_SCORE)
        either = Query.boolean_query([(Occur.Should, some), (Occur.Should, whole), (Occur.Should, first)])
        return Query.boolean_query([(Occur.Must, either), *self._preferences(question)])

    def exact(self, question: Question) -> Query:
        """Articles whose SKU or barcode is what was typed."""
        return Query.const_score_query(Query.term_set_query(self.schema, "exact", list(question.codes)), EXACT_SCORE)

    def _preferences(self, question: Question) -> Iterator[tuple[Occur, Query]]:
        for query in self._nearer(question):
            yield Occur.Should, query
        if question.codes:
            yield Occur.Should, self.exact(question)

    def _nearer(self, question: Question) -> Iterator[Query]:
        weights = self.weights
        yield from self._heads(question)
        for slot in question.required:
            yield from self._tokens("own", slot, weights.own)
        for left, right, joined in question.pairs:
            yield _boosted(Query.phrase_query(self.schema, "title", [left, right], slop=1), weights.pair)
            yield _boosted(self._term("codes", joined), weights.joined)
            yield _boosted(self._term("own", joined), weights.own)
        for slot in question.slots:
            if slot.light:
                yield _boosted(self._term("title", slot.token), 0.2)
        in_stock = Query.term_query(self.schema, "by_stock", "in", index_option="basic")
        yield Query.const_score_query(in_stock, weights.in_stock)

    def _heads(self, question: Question) -> Iterator[Query]:
        """An article that *is* what one of the words names comes before those that go with it."""
        named = [(self._share(question, place), place) for place in range(len(question.slots))]
        share, place = max(named, default=(0.0, 0))
        if share > 0:
            alternatives = question.slots[place].alternatives
            boost = self.weights.head * min(1.0, 2 * share)
            queries = [_boosted(self._term("head", token), boost) for token in {one.tokens[-1] for one in alternatives}]
            yield Query.disjunction_max_query(queries, 0.0)

    def _share(self, question: Question, place: int) -> float:
        """How surely a word names things in this shop, a little more where the language puts the name."""
        slot = question.slots[place]
        if slot.light:
            return 0.0
        share = max(self.names.get(one.tokens[-1], 0.0) for one in slot.alternatives)
        return share * 1.5 if place == question.head else share

    def _tokens(self, field: str, slot: Slot, boost: float) -> Iterator[Query]:
        for token in slot.alternatives[0].tokens:
            yield _boosted(self._term(field, token), boost)

    def _any_field(self, slot: Slot, among: tuple[str, ...] = ()) -> Query:
        queries = [query for alternative in slot.alternatives for query in self._satisfies(alternative, among)]
        return Query.disjunction_max_query(queries, self.weights.tie)

    def _satisfies(self, alternative: Alternative, among: tuple[str, ...]) -> Iterator[Query]:
        if len(alternative.tokens) == 1:
            yield from self._word(alternative.tokens[0], alternative.weight, among)
        elif alternative.bound:
            for name in _BOUND_FIELDS:
                phrase = Query.phrase_query(self.schema, name, list(alternative.tokens))
                yield _boosted(phrase, self.weights.fields[name] * alternative.weight)
        else:
            words = [Query.disjunction_max_query(list(self._word(one, 1.0, among)), 0.1) for one in alternative.tokens]
            together = Query.boolean_query([(Occur.Must, word) for word in words])
            yield _boosted(together, alternative.weight / len(alternative.tokens))

    def _word(self, token: str, weight: float, among: tuple[str, ...]) -> Iterator[Query]:
        for name in among or self.weights.fields:
            yield _boosted(self._term(name, token), self.weights.fields[name] * weight)

    def _term(self, field: str, token: str) -> Query:
        return Query.term_query(self.schema, field, token, index_option="freq")


def _boosted(query: Query, boost: float) -> Query:
    return Query.boost_query(query, boost)


def one_missing(count: int) -> int:
    """How many of `count` things asked for are enough for an article to be near: all but one, half of many."""
    return max(1, count - 1 if count < 5 else (count + 1) // 2)
