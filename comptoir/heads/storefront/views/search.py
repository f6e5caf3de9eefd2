"""GET /recherche: what the words find, told as it is; and what to offer while they are typed."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comptoir.heads.storefront.choices import Choices, chips, pager, read_choices
from comptoir.heads.storefront.cookies import read_consent
from comptoir.heads.storefront.facets import name_facets
from comptoir.heads.storefront.frame import Head, Step, render_page
from comptoir.heads.storefront.freshness import Page, find_or_build, send_page, stamp_of
from comptoir.heads.storefront.links import everywhere, paths
from comptoir.heads.storefront.lists import AT_ONCE, write_cards
from comptoir.heads.storefront.offers import next_turn
from comptoir.heads.storefront.refused import answer_refusal
from comptoir.heads.ui.environment import render
from comptoir.heads.ui.words import mark, say
from comptoir.kernel import clock
from comptoir.kernel.errors import Refusal
from comptoir.kernel.ids import new_id
from comptoir.shop.search import actions, queries
from comptoir.shop.search.types import Ask, Found, SearchRecord

SUGGESTIONS = 8


@require_safe
def show_search(request: HttpRequest, language: str) -> HttpResponse:
    """The page of results. Every search is recorded, also when the page comes from memory."""
    began = clock.monotonic()
    choices = read_choices(request.META.get("QUERY_STRING", ""))
    stamp = stamp_of(request.get_full_path(), language)
    try:
        page = find_or_build(request, stamp, lambda: _build(request, language, choices))
    except Refusal as refusal:
        return answer_refusal(request, language, refusal)
    if page.record is not None and choices.words:
        took_ms = int((clock.monotonic() - began) * 1000)
        actions.record_search(replace(page.record, id=new_id(), consent=read_consent(request), took_ms=took_ms))
    return send_page(request, language, page)


@require_safe
def show_suggestions(request: HttpRequest, language: str) -> HttpResponse:
    """The lines of the list under the search field, as a fragment; nothing typed, nothing offered."""
    typed = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:80]
    found = queries.suggest(settings.CHANNEL, language, typed, limit=SUGGESTIONS) if len(typed) > 1 else ()
    html = render("storefront/suggestions.html", language, suggestions=found, paths=paths(language))
    return HttpResponse(html, headers={"Cache-Control": "public, max-age=60", "X-Robots-Tag": "noindex"})


def _build(request: HttpRequest, language: str, choices: Choices) -> Page:
    now = clock.now()
    found, at = queries.browse(choices.ask(language), at=now), int(now.timestamp())
    facets = name_facets(found.facets, language)
    html = render_page(
        "storefront/search.html",
        language,
        _head(language, choices.words, request.META.get("QUERY_STRING", "")),
        searched=choices.words,
        found=found,
        choices=choices,
        facets=facets,
        chips=chips(choices, facets),
        pager=pager(choices, found.pages),
        cards=write_cards(found.cards, language, at, level=2, at_once=AT_ONCE),
    )
    turns_at = next_turn((card.prices for card in found.cards), at)
    return Page(html, "search shelf", turns_at=turns_at, record=_record(choices.ask(language), found), ask_again=True)


def _record(ask: Ask, found: Found) -> SearchRecord:
    return SearchRecord(
        id=new_id(),
        channel=ask.channel,
        language=ask.language,
        words=ask.words,
        filters=ask.filters,
        results=found.total,
        consent="unknown",
        took_ms=0,
        corrected=found.corrected,
        relaxed=found.relaxed,
    )


def _head(language: str, words: str, query: str) -> Head:
    title = say(language, mark("Search: %(words)s"), words=words) if words else say(language, mark("The whole shop"))
    home = Step(say(language, mark("Home")), paths(language).home)
    return Head(title=title, addresses=everywhere("search"), indexed=False, crumbs=(home, Step(title)), query=query)
