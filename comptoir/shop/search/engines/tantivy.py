"""The embedded engine: tantivy, read from this machine's disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import tantivy
from tantivy import Occur, Order, Query

from comptoir.shop.search.engines.index.asking import Phrasing, one_missing
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.narrowing import category_filter, filter_queries, narrow, tally
from comptoir.shop.search.engines.index.offering import offer
from comptoir.shop.search.engines.index.reading import View, find_view
from comptoir.shop.search.engines.index.soundness import guarded
from comptoir.shop.search.engines.port import Answer, Completion, EngineDown
from comptoir.shop.search.rules.folding import fold
from comptoir.shop.search.rules.question import Question, understand
from comptoir.shop.search.rules.spelling import alternatives_of
from comptoir.shop.search.types import Ask, PriceRange, Sort, Suggestion

FEW = 3  # fewer articles than this that satisfy every word: the nearest others are shown too
CONTINUATIONS = 12
NAMED_MOST = 4
_SORTED_BY = {
    Sort.PRICE_UP: ("price", Order.Asc),
    Sort.PRICE_DOWN: ("price", Order.Desc),
    Sort.NEWEST: ("born", Order.Desc),
    Sort.NAME: ("name_key", Order.Asc),
}


class TantivyEngine:
    """Answers from the newest sealed index of a channel and language."""

    def answer(self, ask: Ask) -> Answer:
        """As the port says; the answer is remembered until the index changes."""
        try:
            view = find_view(ask.channel, ask.language)
            key = (ask.words, ask.category, _frozen(ask), ask.price_min, ask.price_max, ask.sort, ask.page, ask.size)
            remembered = view.memo.get(key)
            if isinstance(remembered, Answer):
                return remembered
            with guarded():
                found = answer_from(view, ask)
                view.remember(key, found)
                return found
        except IndexUnavailable as error:
            raise EngineDown(str(error)) from error
        raise EngineDown(ask.channel)

    def complete(self, channel: str, language: str, typed: str, limit: int) -> Completion:
        """As the port says."""
        try:
            view = find_view(channel, language)
            with guarded():
                return _complete(view, typed, limit)
        except IndexUnavailable as error:
            raise EngineDown(str(error)) from error
        raise EngineDown(channel)


def _frozen(ask: Ask) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((group, tuple(values)) for group, values in ask.filters.items() if values))


@dataclass(frozen=True, slots=True)
class _Settled:
    """The query asked in the end, and the page it gives."""

    query: Query
    products: tuple[UUID, ...]
    total: int
    corrected: str = ""
    relaxed: bool = False


def answer_from(view: View, ask: Ask) -> Answer:
    """The answer of one view, nothing remembered."""
    chosen = filter_queries(view.schema, ask)
    within = category_filter(view.schema, ask.category)
    settled = _settle(view, ask, [*within, *chosen.values()])
    counted = tally(view.searcher, narrow(settled.query, within), chosen)
    return Answer(
        products=settled.products,
        total=settled.total,
        facets=offer(counted.counts, view.labels, ask, settled.total),
        price_range=PriceRange(*counted.prices) if counted.prices else None,
        corrected=settled.corrected,
        relaxed=settled.relaxed,
    )


def probe(view: View) -> None:
    """Ask one question in each order; raises IndexUnavailable when a view cannot answer though its files are whole."""
    with guarded():
        for sort in Sort:
            answer_from(view, Ask("", view.language, words="a b", sort=sort, size=1))


def _settle(view: View, ask: Ask, filters: list[Query]) -> _Settled:
    """The words as typed; when they find nothing corrected; when they find little, the nearest articles too."""
    question = understand(ask.words, view.language, view.thesaurus)
    if not question.slots:
        query = Query.empty_query() if question.typed else Query.all_query()
        return _Settled(query, *_page(view, narrow(query, filters), ask, worded=False))
    phrasing = Phrasing(view.schema, view.names)
    strict, spelling = phrasing.strict(question), ""
    if any(view.searcher.doc_freq("exact", code) for code in question.codes):
        either = Query.boolean_query([(Occur.Should, strict), (Occur.Should, phrasing.exact(question))])
        return _Settled(either, *_page(view, narrow(either, filters), ask))
    products, total = _page(view, narrow(strict, filters), ask)
    if not total:
        question, spelling = _correct(view, question)
        if spelling:
            strict = phrasing.strict(question)
            products, total = _page(view, narrow(strict, filters), ask)
    if total >= FEW or len(question.required) < 2:
        return _Settled(strict, products, total, spelling)
    loose = phrasing.relaxed(question, one_missing(len(question.required)))
    return _Settled(loose, *_page(view, narrow(loose, filters), ask), spelling, relaxed=True)


def _count(view: View, query: Query) -> int:
    found: Any = view.searcher.search(query, 1)
    return int(found.count)


def _correct(view: View, question: Question) -> tuple[Question, str]:
    """The question with each word the shop never says replaced by the nearest that it does."""
    corrections, spelling = {}, question.typed
    for slot in question.slots:
        if not slot.correctable or _known(view, slot.token):
            continue
        near = view.lexicon.nearest(slot.shown)
        if near:
            corrections[slot.shown] = alternatives_of(view.lexicon, near)
            spelling = _respell(spelling, slot.shown, view.lexicon.words[near[0]])
    return (question.corrected(corrections), spelling) if corrections else (question, "")


def _known(view: View, token: str) -> bool:
    return any(
        view.searcher.doc_freq(field, token) for field in ("title", "brand", "category", "kind", "attrs", "body")
    )


def _respell(typed: str, wrong: str, right: str) -> str:
    return " ".join(right if fold(word) == wrong else word for word in typed.split())


def _page(view: View, query: Query, ask: Ask, *, worded: bool = True) -> tuple[tuple[UUID, ...], int]:
    sort: tuple[str, Order] | None = _SORTED_BY.get(ask.sort)
    if sort is None and not worded:
        sort = ("rank", Order.Desc)
    offset = (ask.page - 1) * ask.size
    found: Any
    if sort is None:
        found = view.searcher.search(query, ask.size, offset=offset)
    else:
        found = view.searcher.search(query, ask.size, offset=offset, order_by_field=sort[0], order=sort[1])
    return _products(view, found), int(found.count)


def _products(view: View, found: tantivy.SearchResult) -> tuple[UUID, ...]:
    return tuple(UUID(view.searcher.doc(address)["id"][0]) for _, address in found.hits)


def _complete(view: View, typed: str, limit: int) -> Completion:
    question = understand(typed, view.language, view.thesaurus)
    if not question.slots:
        return Completion()
    open_word = question.slots[-1].shown if not typed.endswith(" ") else ""
    places = view.lexicon.continue_word(open_word, CONTINUATIONS) if open_word else []
    widened = _widen(question, view, places)
    phrasing = Phrasing(view.schema, view.names)
    query = Query.boolean_query([(Occur.Should, phrasing.strict(widened)), (Occur.Should, phrasing.exact(question))])
    products = _products(view, view.searcher.search(query, limit, count=False))
    lines = [*_named(view, typed), *_worded(view, question, places)]
    return Completion(tuple(lines[:limit]), products)


def _widen(question: Question, view: View, places: list[int]) -> Question:
    """The last word may go on: every word it can become satisfies it."""
    if not places:
        return question
    last = question.slots[-1]
    more = alternatives_of(view.lexicon, places)
    own = last.alternatives
    widened = replace(last, alternatives=(*own, *(replace(one, weight=0.7) for one in more)), light=False)
    return replace(question, slots=(*question.slots[:-1], widened))


def _named(view: View, typed: str) -> Iterator[Suggestion]:
    """Categories and brands one of whose words begins like what is typed."""
    wanted = fold(typed).strip()
    named = [Suggestion("category", one.label, one.slug) for one in view.labels.categories.values() if one.slug]
    named += (Suggestion("brand", name, code) for code, name in view.labels.brands.items())
    ranked = [
        (rank, len(one.label), one.label, one) for one in named if (rank := _begins(one.label, wanted)) is not None
    ]
    yield from (one for *_, one in sorted(ranked, key=lambda found: found[:3])[:NAMED_MOST])


def _begins(label: str, wanted: str) -> int | None:
    folded = fold(label)
    if not wanted or folded.startswith(wanted):
        return 0 if wanted else None
    return 1 if f" {wanted}" in folded else None


def _worded(view: View, question: Question, places: list[int]) -> Iterator[Suggestion]:
    """What is typed with its last word finished, as the shop writes it, when that finds something."""
    before = " ".join(question.typed.split()[:-1])
    phrasing = Phrasing(view.schema, view.names)
    for place in places[:4]:
        words = f"{before} {view.lexicon.words[place]}".strip()
        if _count(view, phrasing.strict(understand(words, view.language, view.thesaurus))):
            yield Suggestion("words", words, "")
