"""The cart as its owner sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.cache import cache

from comptoir.kernel.languages import Text, pick
from comptoir.shop.cart.queries.facts import CartFacts, KeptLine, read_facts
from comptoir.shop.cart.rules import SHOWN_AT_MOST, notices, subtotal
from comptoir.shop.cart.types import CartLine, CartSecret, CartView
from comptoir.shop.catalogue.queries import list_options
from comptoir.shop.catalogue.types import ProductId, Sellable
from comptoir.shop.shelf.queries import list_cards
from comptoir.shop.shelf.types import Card

_CHOICES = "cart:choices"
_CHOICES_KEPT_S = 60


def find_cart(secret: CartSecret, language: str, *, at: datetime) -> CartView:
    """The cart of this secret with prices and stock read again and what changed told line by line.

    Five statements whatever the number of lines (VAT rates and option words are kept for under a minute). Changes are
    told again until `actions.see_notices`. Refuses CartNotFound.
    """
    facts = read_facts(secret, at=at)
    cards = _cards(facts, language)
    lines = [_line(row, facts, cards, language) for row in facts.lines]
    wanted = tuple(line for line in lines if not line.saved)
    return CartView(
        id=facts.id,
        channel=facts.channel,
        currency=facts.currency,
        lines=wanted,
        saved=tuple(line for line in lines if line.saved),
        count=sum(line.quantity for line in wanted),
        subtotal=subtotal(wanted, facts.currency),
        removed=facts.removed,
        touched_at=facts.touched_at,
        version=facts.version,
    )


def _cards(facts: CartFacts, language: str) -> Mapping[ProductId, Card]:
    products = tuple(dict.fromkeys(line.product for line in facts.lines))
    if not products:
        return {}
    return {ProductId(card.product): card for card in list_cards(products, facts.channel, language)}


def _line(row: KeptLine, facts: CartFacts, cards: Mapping[ProductId, Card], language: str) -> CartLine:
    sellable = facts.sellables.get(row.variant)
    card = cards.get(row.product)
    unit, now = facts.unit(row), facts.now(row)
    return CartLine(
        id=row.id,
        variant=row.variant,
        product=row.product,
        name=card.name if card else pick(sellable.name if sellable else row.name, language),
        choice=_choice(sellable, language),
        slug=card.slug if card else "",
        picture=_picture(card),
        sku=sellable.sku if sellable else "",
        quantity=row.quantity,
        unit=unit,
        total=unit * row.quantity if unit is not None and now.available > 0 else None,
        available=min(now.available, SHOWN_AT_MOST),
        saved=row.saved,
        notices=notices(row.quantity, row.seen, now),
    )


def _choice(sellable: Sellable | None, language: str) -> str:
    if sellable is None or not sellable.options:
        return ""
    words = _option_words()
    return ", ".join(
        pick(words.get((option, value), {}), language) or value for option, value in sellable.options.items()
    )


def _option_words() -> Mapping[tuple[str, str], Text]:
    words: Mapping[tuple[str, str], Text] | None = cache.get(_CHOICES)
    if words is None:
        words = {(option.code, value.code): value.label for option in list_options() for value in option.values}
        cache.set(_CHOICES, words, _CHOICES_KEPT_S)
    return words


def _picture(card: Card | None) -> str:
    return card.picture.sources[0][0] if card and card.picture and card.picture.sources else ""
