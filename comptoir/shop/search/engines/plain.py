"""The engine that is always there: listings straight from SQL, words looked for in the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from comptoir.kernel import clock
from comptoir.shop.catalogue.types import ProductId
from comptoir.shop.search.engines.port import Answer, Completion
from comptoir.shop.search.rules.facets import group_of, worth_offering
from comptoir.shop.search.rules.folding import compact
from comptoir.shop.search.rules.question import Slot, understand
from comptoir.shop.search.rules.synonyms import Thesaurus
from comptoir.shop.search.types import Ask, FacetGroup, PriceRange, Sort
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.errors import ArticleNotShown, CategoryNotShown
from comptoir.shop.shelf.types import Card, Order

LOOKED_AT_MOST = 480
CHUNK = 100
NO_SYNONYMS = Thesaurus()
_ORDERS = {
    Sort.RELEVANCE: Order.RANK,
    Sort.PRICE_UP: Order.PRICE_UP,
    Sort.PRICE_DOWN: Order.PRICE_DOWN,
    Sort.NEWEST: Order.NEWEST,
    Sort.NAME: Order.NAME,
}


class PlainEngine:
    """Answers while there is no index, at a cost that does not grow with the shop: without words or filters a listing
    as it stands; words are looked for in names (and SKUs), the first 240 articles that say them are told; filters
    without words are held against the first 480 articles of the category. Attributes cannot be judged from cards:
    those filters are ignored."""

    def answer(self, ask: Ask) -> Answer:
        """As the port says, with the facets that cards can tell."""
        order = _ORDERS[ask.sort]
        try:
            if not (ask.words or ask.filters or ask.price_min is not None or ask.price_max is not None):
                placed = shelf.list_placed(
                    ask.channel, ask.language, ask.category, sort=order, start=ask.page, size=ask.size
                )
                return Answer(tuple(card.product for card in placed.cards), placed.total)
            looked_at = _look_for(ask, order) if ask.words else _look_at(ask, order)
        except CategoryNotShown:
            return Answer((), 0)
        return _sift(ask, looked_at)

    def complete(self, channel: str, language: str, typed: str, limit: int) -> Completion:
        """As the port says; products only."""
        found = self.answer(Ask(channel, language, words=typed, size=limit))
        return Completion(products=found.products)


def _look_at(ask: Ask, order: Order) -> Sequence[Card]:
    cards: list[Card] = []
    after = ""
    while len(cards) < LOOKED_AT_MOST:
        placed = shelf.list_placed(ask.channel, ask.language, ask.category, sort=order, start=after, size=CHUNK)
        cards += placed.cards
        after = placed.after
        if not after:
            break
    return cards


def _look_for(ask: Ask, order: Order) -> Sequence[Card]:
    """The articles whose names say every word asked for, or the one that has the SKU typed."""
    question = understand(ask.words, ask.language, NO_SYNONYMS)
    if any(letter.isdigit() for letter in question.typed):
        try:
            sheet = shelf.find_sheet_by_sku(ask.channel, ask.language, question.typed)
        except ArticleNotShown:
            pass
        else:
            return shelf.list_cards([ProductId(sheet.product)], ask.channel, ask.language)
    words = [_spellings(slot) for slot in question.required]
    return shelf.list_named(ask.channel, ask.language, ask.category, words=words, sort=order)


def _spellings(slot: Slot) -> list[str]:
    """The word as typed and as its stem, which begins its other forms; a measure as its number."""
    own = [" ".join(one.tokens) for one in slot.alternatives if not any(token.startswith("=") for token in one.tokens)]
    return own if slot.shown in own else [*own, slot.shown]


def _sift(ask: Ask, cards: Sequence[Card]) -> Answer:
    at = int(clock.now().timestamp())
    kept = [card for card in cards if _fits(card, ask, at)]
    start = (ask.page - 1) * ask.size
    prices = [step.gross for card in kept if (step := card.price_at(at))]
    return Answer(
        products=tuple(card.product for card in kept[start : start + ask.size]),
        total=len(kept),
        facets=_facets(ask, cards, at, len(kept)),
        price_range=PriceRange(min(prices), max(prices)) if prices else None,
    )


def _fits(card: Card, ask: Ask, at: int, *, but: str = "") -> bool:
    step = card.price_at(at)
    if step is None:
        if ask.price_min is not None or ask.price_max is not None:
            return False
    elif not (ask.price_min or 0) <= step.gross <= (step.gross if ask.price_max is None else ask.price_max):
        return False
    told = {"brand": (compact(card.brand),), "stock": (_stock(card),), "place": card.places}
    return all(
        {compact(value) if group == "brand" else value for value in values} & set(told[group])
        for group, values in ask.filters.items()
        if group in told and group != but
    )


def _stock(card: Card) -> str:
    return "in" if card.places or card.stock != "out" else "out"


def _facets(ask: Ask, cards: Sequence[Card], at: int, total: int) -> tuple[FacetGroup, ...]:
    stocks = Counter(_stock(card) for card in cards if _fits(card, ask, at, but="stock"))
    places = Counter(code for card in cards if _fits(card, ask, at, but="place") for code in card.places)
    groups = (
        group_of(code, "", counts, chosen=ask.filters.get(code, ()))
        for code, counts in (("stock", stocks), ("place", places))
    )
    return tuple(group for group in groups if worth_offering(group, total))
