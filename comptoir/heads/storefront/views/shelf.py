"""GET /rayon/{slug}: a category with its articles, its filters, its order, its pages."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from comptoir.heads.storefront.choices import chips, pager, read_choices
from comptoir.heads.storefront.facets import name_facets
from comptoir.heads.storefront.frame import Head, Step, render_page
from comptoir.heads.storefront.freshness import Page, public_page
from comptoir.heads.storefront.links import paths
from comptoir.heads.storefront.lists import AT_ONCE, write_cards
from comptoir.heads.storefront.offers import next_turn
from comptoir.heads.ui.words import mark, say
from comptoir.kernel import clock
from comptoir.shop.search import queries as search
from comptoir.shop.search.types import Found
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.types import ShelfPage

NAMED = 5  # articles that tell what a category holds, when nobody described it


@public_page
def show_category(request: HttpRequest, language: str, slug: str) -> Page:
    """One page of a category. Filtered and sorted views are not for search engines; its plain pages are."""
    page = shelf.find_shelf(settings.CHANNEL, language, slug)
    choices, now = read_choices(request.META.get("QUERY_STRING", "")), clock.now()
    found, at = search.browse(choices.ask(language, page.code), at=now), int(now.timestamp())
    facets = name_facets(found.facets, language)
    html = render_page(
        "storefront/category.html",
        language,
        _head(page, language, found, request.META.get("QUERY_STRING", "")),
        page=page,
        found=found,
        choices=choices,
        facets=facets,
        chips=chips(choices, facets),
        pager=pager(choices, found.pages),
        cards=write_cards(found.cards, language, at, level=2, at_once=AT_ONCE),
    )
    turns_at = next_turn((card.prices for card in found.cards), at)
    return Page(html, f"category-{page.code} shelf", turns_at=turns_at)


def _head(page: ShelfPage, language: str, found: Found, query: str) -> Head:
    further = found.page > 1 and query == f"page={found.page}"
    way: tuple[Step, ...] = (Step(say(language, mark("Home")), paths(language).home),)
    way += tuple(Step(crumb.label, paths(language).category + crumb.slug) for crumb in page.crumbs)
    title = say(language, mark("%(label)s, page %(number)s"), label=page.label, number=found.page)
    return Head(
        title=title if further else page.label,
        description=page.description or ", ".join(card.name for card in found.cards[:NAMED]),
        addresses={
            code: f"{paths(code).category}{slug}{f'?{query}' if further else ''}" for code, slug in page.slugs.items()
        },
        indexed=not query or (further and bool(found.cards)),
        crumbs=(*way, Step(page.label)),
        department=page.crumbs[0].slug if page.crumbs else page.slug,
        query="" if further else query,
    )
