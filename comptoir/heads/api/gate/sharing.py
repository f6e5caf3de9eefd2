"""Cross-origin sharing (CORS): which sites may ask, with which headers, and what their scripts may read back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from comptoir.heads.api.gate.callers import is_own_origin
from comptoir.kernel import clock, keys

METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE"
HEADERS = (
    "Accept, Accept-Language, Authorization, Cart-Secret, Comptoir-Key, Content-Type, Idempotency-Key, If-Match, "
    "If-None-Match"
)
EXPOSED = (
    "Content-Language, ETag, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id"
)


def is_preflight(request: HttpRequest) -> bool:
    return request.method == "OPTIONS" and "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in request.META


def answer_preflight(request: HttpRequest) -> HttpResponse:
    """Whether a site may ask at all. A preflight brings no key (Fetch, 4.9): any key that lists the site will do."""
    response = HttpResponse(status=204)
    origin = request.META.get("HTTP_ORIGIN", "")
    if origin and (is_own_origin(request, origin) or _is_listed(origin)):
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Allow-Methods"] = METHODS
        response["Access-Control-Allow-Headers"] = HEADERS
        response["Access-Control-Max-Age"] = "7200"
    patch_vary_headers(response, ("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"))
    return response


def _is_listed(origin: str) -> bool:
    at = clock.monotonic()
    if at - _Listed.read_at > keys.CACHE_S:
        _Listed.cards, _Listed.read_at = keys.list_keys(), at
    browsers = (card for card in _Listed.cards if card.kind is keys.KeyKind.PUBLISHABLE)
    return any(card.allows_origin(origin) for card in browsers)


class _Listed:
    """The keys in use as last read in this process."""

    cards: tuple[keys.KeyCard, ...] = ()
    read_at = float("-inf")


def share(response: HttpResponseBase, origin: str) -> None:
    """Let the scripts of an allowed site read this answer; never with credentials."""
    if origin:
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Expose-Headers"] = EXPOSED
