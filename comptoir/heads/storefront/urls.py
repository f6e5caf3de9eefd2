"""The storefront's addresses, generated from `links` for the three languages, the most asked for first."""

from __future__ import annotations

from django.urls import URLPattern, path
from django.urls.conf import re_path
from django.views.generic import RedirectView

from comptoir.heads.storefront import seo, sitemaps
from comptoir.heads.storefront.links import SEGMENTS, prefix
from comptoir.heads.storefront.views import about, cart, home, search, sheet, shelf
from comptoir.heads.ui.assets import serve_asset, serve_favicon
from comptoir.heads.ui.words import FIRST
from comptoir.kernel.languages import LANGUAGES

_PAGES = (
    ("product", "/<str:slug>", sheet.show_sheet),
    ("category", "/<str:slug>", shelf.show_category),
    ("search", "", search.show_search),
    ("cart", "", cart.show_cart),
    ("suggestions", "", search.show_suggestions),
    ("cart_line", "/<uuid:line>", cart.change_line),
    ("shops", "", about.show_shops),
    ("contact", "", about.show_contact),
    ("terms", "", about.show_terms),
    ("legal", "", about.show_legal),
    ("privacy", "", about.show_privacy),
)


def page_patterns() -> list[URLPattern]:
    return [
        path(
            f"{prefix(language)[1:]}{SEGMENTS[name][language]}{rest}",
            view,
            {"language": language},
            name=f"{name}.{language}",
        )
        for name, rest, view in _PAGES
        for language in LANGUAGES
    ]


urlpatterns = [
    *page_patterns(),
    *(
        path(prefix(language)[1:], home.show_home, {"language": language}, name=f"home.{language}")
        for language in LANGUAGES
    ),
    *(
        path(prefix(language)[1:-1], RedirectView.as_view(url=prefix(language), permanent=True))
        for language in LANGUAGES
        if language != FIRST
    ),
    re_path(r"^assets/(?P<stem>[a-z]+)\.[0-9a-f]{12}\.(?P<extension>css|js|svg)$", serve_asset, name="asset"),
    path("favicon.ico", serve_favicon, name="favicon"),
    path("robots.txt", seo.show_robots, name="robots"),
    path("sitemap.xml", sitemaps.show_index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.show_pages, name="sitemap.pages"),
    path("sitemap-articles-<int:number>.xml", sitemaps.show_articles, name="sitemap.articles"),
]
