"""GET /: the departments, what the merchant puts in his window, his selections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from django.conf import settings
from django.http import HttpRequest

from comptoir.heads.storefront import structured
from comptoir.heads.storefront.frame import Head, render_page
from comptoir.heads.storefront.freshness import Page, public_page
from comptoir.heads.storefront.links import everywhere, paths
from comptoir.heads.storefront.offers import next_turn
from comptoir.heads.storefront.places import list_shops
from comptoir.heads.ui.merchant import Merchant, Selection, find_merchant
from comptoir.heads.ui.words import FIRST, mark, say
from comptoir.kernel import clock
from comptoir.kernel.languages import pick
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.errors import CategoryNotShown
from comptoir.shop.shelf.types import Card, Order

ROW = 8
ROWS_MOST = 4
FRESH_LEAST = 4
READ = ROW * ROWS_MOST  # enough for the last row to hold none of the others' articles


@dataclass(frozen=True, slots=True)
class Row:
    """A selection as shown: its title, where all of it is, its first articles."""

    title: str
    href: str
    cards: tuple[Card, ...]


@public_page
def show_home(request: HttpRequest, language: str) -> Page:
    """The home page of one language."""
    del request
    merchant, at = find_merchant(), int(clock.now().timestamp())
    found = tuple(_rows(merchant, language))
    window = _window(merchant, language, found)
    rows = tuple(_without_repeats(found, window))
    head = Head(
        title=" · ".join(filter(None, (merchant.name, pick(merchant.tagline, language, FIRST)))),
        description=pick(merchant.intro, language, FIRST),
        addresses=everywhere("home"),
        structured=(structured.organisation(merchant), structured.website(language, merchant)),
    )
    html = render_page("storefront/home.html", language, head, window=window, rows=rows, at=at, shops=list_shops())
    shown = [card for row in rows for card in row.cards] + ([window] if window else [])
    return Page(html, "home", turns_at=next_turn((card.prices for card in shown), at))


def _rows(merchant: Merchant, language: str) -> Iterable[Row]:
    for selection in (merchant.selections or (Selection(title={}),))[:ROWS_MOST]:
        try:
            placed = shelf.list_placed(
                settings.CHANNEL, language, selection.category, sort=Order.NEWEST, start=1, size=READ
            )
            href = _address(selection.category, language)
        except CategoryNotShown:
            continue
        title = pick(selection.title, language, FIRST) or say(language, mark("Just in"))
        if placed.cards:
            yield Row(title, href, placed.cards)


def _window(merchant: Merchant, language: str, rows: tuple[Row, ...]) -> Card | None:
    """The merchant's choice while it is on the shelf, else the first article that has a picture and can be had."""
    chosen: tuple[Card, ...] = ()
    if merchant.window:
        products = tuple(catalogue.find_products_by_code((merchant.window,)).values())
        chosen = shelf.list_cards(products, settings.CHANNEL, language)
    others = (card for row in rows for card in row.cards if card.picture and card.stock != "out")
    return next(chain(chosen, others), None)


def _without_repeats(rows: tuple[Row, ...], window: Card | None) -> Iterable[Row]:
    """Each article once on the page, unless a row would be left too short."""
    seen = {window.product} if window else set()
    for row in rows:
        fresh = tuple(card for card in row.cards if card.product not in seen)
        cards = (fresh if len(fresh) >= FRESH_LEAST else row.cards)[:ROW]
        seen.update(card.product for card in cards)
        yield replace(row, cards=cards)


def _address(category: str, language: str) -> str:
    if not category:
        return f"{paths(language).search}?sort=newest"
    page = shelf.find_shelf_by_code(settings.CHANNEL, language, category)
    return paths(language).category + page.slug
