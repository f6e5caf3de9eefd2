"""The front door, the one middleware: names each request, turns cross-site writes away, sets the headers."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from comptoir.heads.ui.environment import render
from comptoir.heads.ui.origin import SAFE_METHODS, is_own_write
from comptoir.heads.ui.words import FIRST, language_of_path
from comptoir.kernel import logs
from comptoir.kernel.ids import new_id

log = logging.getLogger("comptoir.ui")

API = "/api/"
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


def content_policy(media_url: str) -> str:
    """The Content-Security-Policy of every page: our own files only, nothing inline, no eval, no frame, no plug-in."""
    parts = urlsplit(media_url)
    pictures = f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
        f"img-src 'self'{pictures}; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


class FrontDoor:
    """Adds the request id and the security headers; a view that sets one of them itself keeps its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.headers = [
            ("Content-Security-Policy", content_policy(settings.MEDIA_URL)),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ]
        if settings.ORIGIN.startswith("https:"):
            self.headers.append(("Strict-Transport-Security", "max-age=31536000; includeSubDomains"))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else new_id().hex
        request.META["COMPTOIR_REQUEST_ID"] = request_id
        logs.bind_request(request_id)
        response = self._answer(request)
        for name, value in self.headers:
            response.headers.setdefault(name, value)
        response.headers["X-Request-Id"] = request_id
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if not is_own_host(request):
            return wrongly_addressed()
        judged_later = request.path_info.startswith(API)  # by the API's own gate, which answers in JSON
        if judged_later or request.method in SAFE_METHODS or is_own_write(request):
            return self.get_response(request)
        return turned_away(request)


def is_own_host(request: HttpRequest) -> bool:
    """Whether the shop was asked by one of its own names (`COMPTOIR_HOSTS`): another site's name that leads here would
    make our pages its own (DNS rebinding)."""
    try:
        request.get_host()
    except (DisallowedHost, KeyError):
        log.warning("asked as %.80r, which is none of COMPTOIR_HOSTS", request.META.get("HTTP_HOST", ""))
        return False
    return True


def wrongly_addressed() -> HttpResponse:
    """The plain answer to a request that names no host of ours."""
    return HttpResponse(render("ui/unreadable.html", FIRST), status=400, headers={"Cache-Control": "no-store"})


def turned_away(request: HttpRequest) -> HttpResponse:
    """The plain answer to a write sent from another site: nothing was done, and how to do it from here."""
    page = render("ui/turned_away.html", language_of_path(request.path_info))
    return HttpResponse(page, status=403, headers={"Cache-Control": "no-store"})
