"""Search with its filters, and suggestions as one types."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from comptoir.heads.api import examples
from comptoir.heads.api.answers import answer
from comptoir.heads.api.channels import choose_language
from comptoir.heads.api.contract import Operation, operation
from comptoir.heads.api.gate.passage import ApiRequest
from comptoir.heads.api.views.filters import ATTRIBUTES, VALUE_LONGEST, FilterQuery, read_filters
from comptoir.heads.api.views.parameters import Language
from comptoir.heads.api.wire.articles import article_of
from comptoir.heads.api.wire.search import SearchPage, Suggestions
from comptoir.kernel import clock
from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue.errors import ChannelNotFound
from comptoir.shop.search import queries as search
from comptoir.shop.search.actions import record_search
from comptoir.shop.search.errors import PageTooFar
from comptoir.shop.search.types import Ask, Found, SearchRecord, Sort

router = Router()


class SearchQuery(FilterQuery):
    """What may be asked of the search."""

    q: str = Field("", max_length=200, description="Words, a SKU or a GTIN; everything when left out.")
    category: str = Field("", max_length=VALUE_LONGEST, description="Code of a category; the whole shop when left out.")
    sort: Sort = Field(Sort.RELEVANCE, description="`relevance`, `price`, `-price`, `newest` or `name`.")
    page: int = Field(1, ge=1, le=10_000)
    size: int = Field(24, ge=1, le=48)
    language: str = Field("", max_length=12, description="A language of the channel; its first one when left out.")


@operation(
    router,
    "GET",
    "/search",
    Operation(
        "search",
        "Search and filter",
        {200: SearchPage},
        (PageTooFar, ChannelNotFound),
        example=examples.FOUND,
        also=[ATTRIBUTES],
    ),
)
def search_articles(request: ApiRequest, asked: Query[SearchQuery]) -> HttpResponse:
    """Articles by words, category and filters, with the filters that remain and how many each would leave."""
    channel, at, began = request.caller.channel, clock.now(), clock.monotonic()
    language = choose_language(channel, asked.language)
    ask = _ask(channel, language, asked, read_filters(request, asked))
    found = search.browse(ask, at=at)
    if ask.words:
        record_search(_record(ask, found, int((clock.monotonic() - began) * 1000)))
    return answer(_page(found, int(at.timestamp())))


@operation(
    router,
    "GET",
    "/suggestions",
    Operation(
        "search", "What the shopper may be typing", {200: Suggestions}, (ChannelNotFound,), example=examples.SUGGESTIONS
    ),
)
def list_suggestions(
    request: ApiRequest,
    q: Annotated[str, Query(max_length=200, description="What is typed so far.")] = "",
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
    language: Language = "",
) -> HttpResponse:
    """Words, categories, brands and articles that begin as what is typed."""
    channel = request.caller.channel
    return answer(Suggestions(search.suggest(channel, choose_language(channel, language), q, limit)))


def _ask(channel: str, language: str, asked: SearchQuery, filters: dict[str, tuple[str, ...]]) -> Ask:
    return Ask(
        channel=channel,
        language=language,
        words=asked.q,
        category=asked.category,
        filters=filters,
        price_min=asked.price_min,
        price_max=asked.price_max,
        sort=asked.sort,
        page=asked.page,
        size=asked.size,
    )


def _record(ask: Ask, found: Found, took_ms: int) -> SearchRecord:
    """The search as the log keeps it; a program cannot say what a person consented to."""
    return SearchRecord(
        id=new_id(),
        channel=ask.channel,
        language=ask.language,
        words=ask.words,
        filters=ask.filters,
        results=found.total,
        consent="unknown",
        took_ms=took_ms,
        corrected=found.corrected,
        relaxed=found.relaxed,
    )


def _page(found: Found, epoch_s: int) -> SearchPage:
    return SearchPage(
        articles=tuple([article_of(card, epoch_s) for card in found.cards]),
        total=found.total,
        page=found.page,
        pages=found.pages,
        facets=found.facets,
        price_range=found.price_range,
        corrected=found.corrected,
        relaxed=found.relaxed,
    )
