"""The channel, its categories, and whether the shop can serve."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse, HttpResponseRedirect
from ninja import Path, Router

from comptoir.heads.api import examples
from comptoir.heads.api.answers import answer, answer_fresh
from comptoir.heads.api.channels import choose_language, find_channel
from comptoir.heads.api.contract import Operation, operation
from comptoir.heads.api.gate.passage import ApiRequest
from comptoir.heads.api.health import look
from comptoir.heads.api.views.moving import moved_to
from comptoir.heads.api.views.parameters import IF_NONE_MATCH, Language, Slug
from comptoir.heads.api.wire.shop import ChannelInfo, Health, Menu
from comptoir.kernel.money import exponent
from comptoir.shop.catalogue.errors import ChannelNotFound
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.errors import CategoryNotShown, SlugMoved
from comptoir.shop.shelf.types import ShelfPage

router = Router()


@operation(
    router,
    "GET",
    "/channel",
    Operation(
        "shop", "What this key sells on", {200: ChannelInfo, 304: None}, (ChannelNotFound,), headers=[IF_NONE_MATCH]
    ),
)
def get_channel(request: ApiRequest) -> HttpResponse:
    """Currency, country and languages of the channel."""
    channel = find_channel(request.caller.channel)
    return answer_fresh(
        request,
        channel.code,
        lambda: ChannelInfo(
            code=channel.code,
            name=channel.name,
            currency=channel.currency,
            decimals=exponent(channel.currency),
            country=channel.country,
            languages=channel.languages,
            price_mode=channel.price_mode,
        ),
    )


@operation(
    router,
    "GET",
    "/categories",
    Operation(
        "catalogue",
        "The menu",
        {200: Menu, 304: None},
        (ChannelNotFound,),
        headers=[IF_NONE_MATCH],
        example=examples.MENU,
    ),
)
def list_categories(request: ApiRequest, language: Language = "") -> HttpResponse:
    """Every category as a tree, in order, with how many articles each shows, those below included."""
    channel = request.caller.channel
    chosen = choose_language(channel, language)
    return answer_fresh(request, channel, lambda: Menu(shelf.list_menu(channel, chosen)))


@operation(
    router,
    "GET",
    "/categories/{slug}",
    Operation(
        "catalogue",
        "The head of a category's page",
        {200: ShelfPage, 301: None, 304: None},
        (CategoryNotShown, ChannelNotFound),
        headers=[IF_NONE_MATCH],
    ),
)
def get_category(request: ApiRequest, slug: Slug, language: Language = "") -> HttpResponse | HttpResponseRedirect:
    """Label, description, crumbs and children of a category; its articles are listed by `/articles?category=`."""
    channel = request.caller.channel
    chosen = choose_language(channel, language)
    try:
        return answer_fresh(request, channel, lambda: shelf.find_shelf(channel, chosen, slug))
    except SlugMoved as moved:
        return moved_to(request, "categories", moved.slug)


@operation(
    router,
    "GET",
    "/categories/code/{code}",
    Operation(
        "catalogue",
        "The head of a category's page, by code",
        {200: ShelfPage, 304: None},
        (CategoryNotShown, ChannelNotFound),
        headers=[IF_NONE_MATCH],
    ),
)
def get_category_by_code(
    request: ApiRequest, code: Annotated[str, Path(max_length=120)], language: Language = ""
) -> HttpResponse:
    """As by slug, by the category's code, which is the same in every language."""
    channel = request.caller.channel
    chosen = choose_language(channel, language)
    return answer_fresh(request, channel, lambda: shelf.find_shelf_by_code(channel, chosen, code))


@operation(router, "GET", "/health", Operation("shop", "Whether the shop can serve", {200: Health, 503: Health}))
def get_health(request: ApiRequest) -> HttpResponse:
    """The database, the delay of events and each search index. 503 when the shop cannot serve."""
    del request
    health = look()
    return answer(health, status=200 if health.status == "ok" else 503)
