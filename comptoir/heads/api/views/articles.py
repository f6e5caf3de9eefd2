"""Articles: lists walked by cursor, sheets by slug, id or SKU, and where a variant can be had."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from comptoir.heads.api import examples
from comptoir.heads.api.answers import answer, answer_fresh
from comptoir.heads.api.channels import choose_language
from comptoir.heads.api.contract import Operation, operation
from comptoir.heads.api.gate.passage import ApiRequest
from comptoir.heads.api.views.filters import ATTRIBUTES, FilterQuery, read_filters
from comptoir.heads.api.views.moving import moved_to
from comptoir.heads.api.views.parameters import IF_NONE_MATCH, Language, Slug
from comptoir.heads.api.wire.articles import (
    ArticlePage,
    ArticleSheet,
    Availability,
    PlaceStock,
    article_of,
    sheet_of,
)
from comptoir.kernel import clock
from comptoir.shop.catalogue.errors import ChannelNotFound
from comptoir.shop.catalogue.types import ProductId, VariantId
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.search import queries as search
from comptoir.shop.search.errors import PageTooFar
from comptoir.shop.search.types import Ask, Sort
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.errors import ArticleNotShown, CategoryNotShown, CursorUnreadable, SlugMoved
from comptoir.shop.shelf.types import Order, Sheet

router = Router()

PAGE = "page-"
PAGE_DIGITS = 5
SORTS = {
    Order.RANK: Sort.RELEVANCE,
    Order.PRICE_UP: Sort.PRICE_UP,
    Order.PRICE_DOWN: Sort.PRICE_DOWN,
    Order.NEWEST: Sort.NEWEST,
    Order.NAME: Sort.NAME,
}


class ListQuery(FilterQuery):
    """What may be asked of a list."""

    category: str = Field(
        "", max_length=120, description="Code of a category, all below it included; the whole shop when left out."
    )
    sort: Order = Field(Order.RANK, description="`rank`: what can be bought first, then the newest.")
    after: str = Field("", max_length=600, description="What the page before gave as `after`.")
    size: int = Field(24, ge=1, le=100, description="How many at most.")
    language: str = Field(
        "", max_length=12, description="A language of the channel; its first one when left out.", examples=["fr"]
    )


def _sheet(summary: str, *, moves: bool = False) -> Operation:
    answers = {200: ArticleSheet, 304: None} | ({301: None} if moves else {})
    refusals = (ArticleNotShown, ChannelNotFound)
    return Operation("catalogue", summary, answers, refusals, headers=[IF_NONE_MATCH], example=examples.SHEET)


@operation(
    router,
    "GET",
    "/articles",
    Operation(
        "catalogue",
        "A list of articles",
        {200: ArticlePage, 304: None},
        (CategoryNotShown, CursorUnreadable, ChannelNotFound, PageTooFar),
        headers=[IF_NONE_MATCH],
        example=examples.ARTICLES,
        also=[ATTRIBUTES],
    ),
)
def list_articles(request: ApiRequest, asked: Query[ListQuery]) -> HttpResponse:
    """The articles of a category and of all below it, walked page by page with `after`.

    Without filters, `after` holds on to the last article: what moves meanwhile is neither seen twice nor missed. With
    filters it is a page of the search's answer: 48 articles a page and 2,400 in all at most, and an article that moves
    meanwhile may be seen twice or not at all.
    """
    channel = request.caller.channel
    chosen = choose_language(channel, asked.language)
    filters = read_filters(request, asked)
    if filters or asked.price_min is not None or asked.price_max is not None:
        ask = Ask(
            channel=channel,
            language=chosen,
            category=asked.category,
            filters=filters,
            price_min=asked.price_min,
            price_max=asked.price_max,
            sort=SORTS[asked.sort],
            page=_page_of(asked.after),
            size=asked.size,
        )
        return answer(_narrowed(ask))

    def make() -> ArticlePage:
        placed = shelf.list_placed(channel, chosen, asked.category, sort=asked.sort, start=asked.after, size=asked.size)
        epoch = int(clock.now().timestamp())
        articles = tuple([article_of(card, epoch) for card in placed.cards])
        return ArticlePage(articles, placed.total, placed.after or None)

    return answer_fresh(request, channel, make)


def _page_of(after: str) -> int:
    if not after:
        return 1
    number = after.removeprefix(PAGE)
    if number == after or not (number.isascii() and number.isdigit()) or len(number) > PAGE_DIGITS:
        raise CursorUnreadable(field="after", reason="unreadable")
    return int(number)


def _narrowed(ask: Ask) -> ArticlePage:
    at = clock.now()
    found = search.browse(ask, at=at)
    articles = tuple([article_of(card, int(at.timestamp())) for card in found.cards])
    return ArticlePage(articles, found.total, f"{PAGE}{found.page + 1}" if found.page < found.pages else None)


@operation(router, "GET", "/articles/{slug}", _sheet("An article", moves=True))
def get_article(request: ApiRequest, slug: Slug, language: Language = "") -> HttpResponse:
    """An article whole: texts, pictures, variants with prices and stock, attributes, legal blocks."""
    channel = request.caller.channel
    chosen = choose_language(channel, language)
    try:
        return answer_fresh(request, channel, lambda: _whole(shelf.find_sheet(channel, chosen, slug)))
    except SlugMoved as moved:
        return moved_to(request, "articles", moved.slug)


@operation(router, "GET", "/articles/id/{uuid:article}", _sheet("An article by its id"))
def get_article_by_id(request: ApiRequest, article: UUID, language: Language = "") -> HttpResponse:
    """As by slug, by the id that lists and carts give."""
    channel = request.caller.channel
    chosen = choose_language(channel, language)
    return answer_fresh(
        request, channel, lambda: _whole(shelf.find_sheet_by_product(channel, chosen, ProductId(article)))
    )


@operation(router, "GET", "/articles/sku/{path:sku}", _sheet("An article by the SKU of one of its variants"))
def get_article_by_sku(
    request: ApiRequest,
    sku: Annotated[str, Path(max_length=120, description="The variant's SKU.")],
    language: Language = "",
) -> HttpResponse:
    """As by slug, by the SKU of any of its variants."""
    channel = request.caller.channel
    chosen = choose_language(channel, language)
    return answer_fresh(request, channel, lambda: _whole(shelf.find_sheet_by_sku(channel, chosen, sku)))


@operation(
    router,
    "GET",
    "/variants/{uuid:variant}/availability",
    Operation(
        "catalogue",
        "Where a variant can be had",
        {200: Availability, 304: None},
        (ArticleNotShown, ChannelNotFound),
        headers=[IF_NONE_MATCH],
        example=examples.AVAILABILITY,
    ),
)
def get_availability(request: ApiRequest, variant: UUID) -> HttpResponse:
    """Free pieces of a variant, place by place, and how many can be sent."""
    channel = request.caller.channel
    return answer_fresh(request, channel, lambda: _availability(channel, variant))


def _availability(channel: str, variant: UUID) -> Availability:
    key = VariantId(variant)
    piece = shelf.list_pieces([key], channel, choose_language(channel, "")).get(key)
    if piece is None:
        raise ArticleNotShown(variant=str(variant))
    places = tuple(
        PlaceStock(place.code, place.name, place.kind, piece.stock.get(place.code, 0), place.sells_online)
        for place in inventory.list_places()
    )
    return Availability(variant, piece.sku, piece.online, places)


def _whole(sheet: Sheet) -> ArticleSheet:
    return sheet_of(sheet, int(clock.now().timestamp()))
