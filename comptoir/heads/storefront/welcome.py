"""Welcome back: a visitor whose cart waits is told so once, on a page that is his alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from comptoir.heads.storefront.cookies import keep_count, mark_greeted, read_secret
from comptoir.heads.storefront.links import paths
from comptoir.heads.ui.environment import render
from comptoir.kernel import clock
from comptoir.shop.cart import queries as carts

PLACE = b"<!--welcome-->"


def greet(request: HttpRequest, language: str, body: bytes) -> HttpResponse:
    """The page with the banner (keep, view, empty) when a cart waits; never kept by a cache."""
    banner, pieces = _banner(request, language)
    response = HttpResponse(body.replace(PLACE, banner.encode(), 1), headers={"Cache-Control": "private, no-store"})
    mark_greeted(response)
    if pieces:
        keep_count(response, pieces)
    return response


def _banner(request: HttpRequest, language: str) -> tuple[str, int]:
    secret = read_secret(request)
    waiting = carts.find_welcome(secret, at=clock.now()) if secret else None
    if waiting is None:
        return "", 0
    return render("storefront/welcome.html", language, cart=waiting, paths=paths(language)), waiting.count
