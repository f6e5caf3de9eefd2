"""GET /produit/{slug}: one article, whole. POST: the variant chosen goes into the cart."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from comptoir.heads.storefront import structured
from comptoir.heads.storefront.frame import Head, Step, render_page
from comptoir.heads.storefront.freshness import Page, public_page
from comptoir.heads.storefront.links import paths
from comptoir.heads.storefront.offers import present
from comptoir.heads.storefront.places import list_places
from comptoir.heads.storefront.putting import put_in_cart
from comptoir.heads.ui.refusals import RefusalWords, refusal_words
from comptoir.heads.ui.words import mark, say
from comptoir.kernel import clock
from comptoir.kernel.errors import Refusal
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.types import Sheet


def show_sheet(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show the article, or put it in the cart; a refusal is said on the sheet itself, nothing lost."""
    if request.method != "POST":
        return _public_sheet(request, language, slug=slug)
    try:
        return put_in_cart(request, language)
    except Refusal as refusal:
        page = build_sheet(request, language, slug, refusal_words(refusal, language))
        return HttpResponse(page.body, status=refusal.status, headers={"Cache-Control": "private, no-store"})


def build_sheet(request: HttpRequest, language: str, slug: str, refused: RefusalWords | None = None) -> Page:
    """The sheet as a page, with what was refused on top when something was."""
    sheet = shelf.find_sheet(settings.CHANNEL, language, slug)
    at = int(clock.now().timestamp())
    wanted = request.POST.get("variant", "") or request.GET.get("v", "")
    offer = present(sheet, wanted, at, list_places())
    html = render_page(
        "storefront/sheet.html",
        language,
        _head(sheet, language, at, request.META.get("QUERY_STRING", "")),
        sheet=sheet,
        offer=offer,
        refused=refused,
    )
    return Page(html, f"product-{sheet.product.hex}", turns_at=offer.turns_at)


_public_sheet = public_page(build_sheet)


def _head(sheet: Sheet, language: str, at: int, query: str) -> Head:
    way: tuple[Step, ...] = (Step(say(language, mark("Home")), paths(language).home),)
    trail = sheet.crumbs[0] if sheet.crumbs else ()
    way += tuple(Step(crumb.label, paths(language).category + crumb.slug) for crumb in trail)
    return Head(
        title=sheet.seo_title or sheet.name,
        description=sheet.seo_description or sheet.summary,
        addresses={code: paths(code).product + slug for code, slug in sheet.slugs.items()},
        crumbs=(*way, Step(sheet.name)),
        structured=(structured.article(sheet, language, at),),
        picture=sheet.pictures[0].sources[-1][0] if sheet.pictures and sheet.pictures[0].sources else "",
        department=trail[0].slug if trail else "",
        query=query,
    )
