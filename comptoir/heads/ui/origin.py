"""Tokenless defence against cross-site writes (CSRF): the browser itself says where a request comes from.

A page without a token can be cached by everybody, and there is no token to expire while a visitor has lunch. Browsers
send `Sec-Fetch-Site` (Fetch Metadata, W3C) over HTTPS and on localhost, and `Origin` (RFC 6454) with every write;
neither can be set by a page. Programs send neither, and are let in only when they bring no cookie: nothing of a
visitor can be abused.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_OWN_SITES = frozenset({"same-origin", "none"})
_KEY_HEADERS = ("HTTP_AUTHORIZATION", "HTTP_COMPTOIR_KEY")


def is_own_write(request: HttpRequest) -> bool:
    """Whether an unsafe request may act: sent by one of our own pages, or by a program that no browser speaks for.

    - `Sec-Fetch-Site: same-origin` or `none` (typed, bookmarked): ours. `same-site` and `cross-site`: not.
    - without it, `Origin` must be the host asked for or the public address of the shop.
    - without either, only a request that carries no cookie.
    - a cross-site request with an API key in a header and no cookie passed a CORS preflight: the API judges its key.
    """
    site = request.META.get("HTTP_SEC_FETCH_SITE")
    origin = request.META.get("HTTP_ORIGIN")
    if site is None and origin is None:
        return not request.COOKIES
    own = site in _OWN_SITES if site is not None else _is_own_origin(request, str(origin))
    return own or (not request.COOKIES and any(header in request.META for header in _KEY_HEADERS))


def _is_own_origin(request: HttpRequest, origin: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return False
    return origin == settings.ORIGIN or parts.netloc == request.get_host()
