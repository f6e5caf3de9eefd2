"""The three small cookies of the shop: whose cart, how many pieces in it, and that the visitor was greeted today.

The first is the only secret and no script can read it. None is written before something is put in a cart.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from comptoir.shop.cart.types import CartSecret

DAYS_90 = 90 * 24 * 3600
SECURE = settings.ORIGIN.startswith("https:")
CART = "__Host-cart" if SECURE else "cart"
COUNT = "cart_count"
GREETED = "greeted"
CONSENT = "consent"


def read_secret(request: HttpRequest) -> CartSecret | None:
    value = request.COOKIES.get(CART)
    return CartSecret(value) if value else None


def keep_secret(response: HttpResponse, secret: CartSecret) -> None:
    response.set_cookie(CART, secret, max_age=DAYS_90, secure=SECURE, httponly=True, samesite="Lax")
    mark_greeted(response)


def keep_count(response: HttpResponse, count: int) -> None:
    """How many pieces, for the header's badge: readable by our script, so that pages stay the same for everybody."""
    response.set_cookie(COUNT, str(count), max_age=DAYS_90, secure=SECURE, samesite="Lax")


def forget_cart(response: HttpResponse) -> None:
    response.delete_cookie(CART, samesite="Lax")
    response.delete_cookie(COUNT, samesite="Lax")


def may_be_welcomed(request: HttpRequest) -> bool:
    """A browser that keeps a cart and has not been greeted since it was opened."""
    return CART in request.COOKIES and GREETED not in request.COOKIES


def mark_greeted(response: HttpResponse) -> None:
    response.set_cookie(GREETED, "1", secure=SECURE, httponly=True, samesite="Lax")


def read_consent(request: HttpRequest) -> str:
    """What the visitor agreed to, as search records it: "unknown" until he is asked."""
    value = request.COOKIES.get(CONSENT, "unknown")
    return value if value in {"none", "statistics"} else "unknown"
