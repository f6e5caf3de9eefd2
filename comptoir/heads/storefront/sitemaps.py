"""Sitemaps (sitemaps.org 0.9): an index, departments and pages, and articles in files of at most 50,000 addresses.

Articles are streamed from the shelf's projection, a few hundred at a time, whatever their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from comptoir.heads.storefront.links import everywhere, paths
from comptoir.heads.ui.words import FIRST
from comptoir.kernel.languages import LANGUAGES
from comptoir.shop.catalogue.types import ProductId
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.types import MenuNode, Sheet

ADDRESSES_MOST = 50_000
ARTICLES_PER_FILE = ADDRESSES_MOST // len(LANGUAGES)
CHUNK = 250
XML = "application/xml; charset=utf-8"
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_HEADERS = {"Cache-Control": "public, max-age=3600"}


@require_safe
def show_index(request: HttpRequest) -> HttpResponse:
    """The list of the sitemaps."""
    del request
    names = ["sitemap-pages.xml", *(f"sitemap-articles-{number}.xml" for number in range(1, count_files() + 1))]
    rows = "".join(f"<sitemap><loc>{settings.ORIGIN}/{name}</loc></sitemap>\n" for name in names)
    return HttpResponse(f"{_OPEN}{_INDEX}{rows}</sitemapindex>\n", content_type=XML, headers=_HEADERS)


@require_safe
def show_pages(request: HttpRequest) -> HttpResponse:
    """Home, departments, shops and the pages about the merchant, each with its other languages."""
    del request
    pages = [everywhere(name) for name in ("home", "shops", "contact", "terms", "legal", "privacy")]
    rows = "".join(row for addresses in (*pages, *_departments()) for row in _rows(addresses))
    return HttpResponse(f"{_OPEN}{_URLSET}{rows}</urlset>\n", content_type=XML, headers=_HEADERS)


@require_safe
def show_articles(request: HttpRequest, number: int) -> StreamingHttpResponse:
    """One file of articles, streamed."""
    del request
    if not 1 <= number <= count_files():
        raise Http404
    return StreamingHttpResponse(_stream(number), content_type=XML, headers=_HEADERS)


def count_files() -> int:
    total = shelf.list_placed(settings.CHANNEL, FIRST, "", start=1, size=1).total
    return -(-total // ARTICLES_PER_FILE)


def _departments() -> Iterator[Mapping[str, str]]:
    by_language = {language: dict(_flat(shelf.list_menu(settings.CHANNEL, language))) for language in LANGUAGES}
    for code in by_language[FIRST]:
        yield {
            language: paths(language).category + slugs[code] for language, slugs in by_language.items() if code in slugs
        }


def _flat(nodes: Iterable[MenuNode]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.count:
            yield node.code, node.slug
            yield from _flat(node.children)


def _stream(number: int) -> Iterator[str]:
    yield _OPEN + _URLSET
    passed = (number - 1) * ARTICLES_PER_FILE
    for position, sheet in enumerate(_sheets()):
        if position >= passed + ARTICLES_PER_FILE:
            break
        if position >= passed:
            addresses = {language: paths(language).product + slug for language, slug in sheet.slugs.items()}
            yield "".join(_rows(addresses, sheet.updated_at.date().isoformat() if sheet.updated_at else ""))
    yield "</urlset>\n"


def _sheets() -> Iterator[Sheet]:
    after: ProductId | None = None
    while chunk := shelf.list_sheets(settings.CHANNEL, FIRST, after=after, limit=CHUNK):
        yield from chunk
        after = ProductId(chunk[-1].product)


def _rows(addresses: Mapping[str, str], changed: str = "") -> Iterator[str]:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(settings.ORIGIN + path)}/>'
        for language, path in addresses.items()
    )
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    for path in addresses.values():
        yield f"<url><loc>{escape(settings.ORIGIN + path)}</loc>{dated}{links}</url>\n"
