"""GET /panier: the cart. POST: what is done to it, then a look at it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from comptoir.heads.storefront.cookies import (
    forget_cart,
    keep_count,
    keep_secret,
    mark_greeted,
    may_be_welcomed,
    read_secret,
)
from comptoir.heads.storefront.frame import plain_head, render_page
from comptoir.heads.storefront.putting import change_line as change
from comptoir.heads.storefront.putting import find_own_cart, put_in_cart, see_cart
from comptoir.heads.ui.refusals import RefusalWords, refusal_words
from comptoir.heads.ui.words import mark, say
from comptoir.kernel import clock
from comptoir.kernel.errors import Refusal
from comptoir.shop.cart import actions, queries

PRIVATE = {"Cache-Control": "private, no-store"}


@require_http_methods(["GET", "HEAD", "POST"])
def show_cart(request: HttpRequest, language: str) -> HttpResponse:
    """The cart, whole. Prices and stock are read again at each look, and each change is told once."""
    if request.method == "POST":
        return _act(request, language)
    return _page(request, language)


@require_POST
def change_line(request: HttpRequest, language: str, line: UUID) -> HttpResponse:
    """Quantity, removal, putting back, saving for later: one form per line, one button per act."""
    secret = read_secret(request)
    if secret is None:
        return see_cart(language)
    try:
        return see_cart(language, change(request, secret, line))
    except Refusal as refusal:
        return _page(request, language, refusal)


def _act(request: HttpRequest, language: str) -> HttpResponse:
    """Add from a list, keep (the welcome-back banner is closed), or empty for good."""
    act, secret = request.POST.get("act", ""), read_secret(request)
    try:
        if act == "empty" and secret is not None:
            actions.empty_cart(secret)
            response = see_cart(language, "?done=empty")
            forget_cart(response)
        elif act == "keep":
            if secret is not None:
                actions.keep_cart(secret)
            response = see_cart(language)
            mark_greeted(response)
        else:
            response = put_in_cart(request, language)
    except Refusal as refusal:
        return _page(request, language, refusal)
    return response


def _page(request: HttpRequest, language: str, refusal: Refusal | None = None) -> HttpResponse:
    secret, cart = read_secret(request), find_own_cart(request, language)
    waiting = queries.find_welcome(secret, at=clock.now()) if secret and cart and may_be_welcomed(request) else None
    words: RefusalWords | None = refusal_words(refusal, language) if refusal else None
    html = render_page(
        "storefront/cart.html",
        language,
        plain_head(say(language, mark("Cart")), "cart", indexed=False),
        cart=cart,
        waiting=waiting,
        refused=words,
        added=request.GET.get("added", ""),
        done=request.GET.get("done", ""),
    )
    response = HttpResponse(html, status=refusal.status if refusal else 200, headers=PRIVATE)
    if cart is None and secret is not None:
        forget_cart(response)
    elif cart is not None and secret is not None:
        keep_secret(response, secret)
        keep_count(response, cart.count)
        if any(line.notices for line in (*cart.lines, *cart.saved)):
            actions.see_notices(secret)
    return response
