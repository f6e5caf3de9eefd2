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
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.types import ShelfPage


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
        _head(page, language, indexed=not request.META.get("QUERY_STRING"), query=request.META.get("QUERY_STRING", "")),
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


def _head(page: ShelfPage, language: str, *, indexed: bool, query: str) -> Head:
    way: tuple[Step, ...] = (Step(say(language, mark("Home")), paths(language).home),)
    way += tuple(Step(crumb.label, paths(language).category + crumb.slug) for crumb in page.crumbs)
    return Head(
        title=page.label,
        description=page.description,
        addresses={code: paths(code).category + slug for code, slug in page.slugs.items()},
        indexed=indexed,
        crumbs=(*way, Step(page.label)),
        department=page.crumbs[0].slug if page.crumbs else page.slug,
        query=query,
    )
