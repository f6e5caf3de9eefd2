"""The addresses of the API, each behind the gate; anything else under /api/ is answered by a problem document too."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path

from comptoir.heads.api import pages
from comptoir.heads.api.application import api
from comptoir.heads.api.contract import METHODS, SCOPES
from comptoir.heads.api.errors import Broken, RouteNotFound
from comptoir.heads.api.gate import guard
from comptoir.heads.api.problems import answer_problem

EVERY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE")


def not_found(request: HttpRequest, _error: Exception | None = None, **_captured: str) -> HttpResponse:
    """Nothing is at this address."""
    return answer_problem(request, RouteNotFound())


def failed(request: HttpRequest) -> HttpResponse:
    """A bug outside of any operation."""
    return answer_problem(request, Broken())


def _operations() -> list[URLPattern]:
    """One pattern per address: ninja gives one per operation, all leading to the same view."""
    routed, _, _ = api.urls
    together: dict[str, list[URLPattern]] = {}
    for pattern in routed:
        if isinstance(pattern, URLPattern) and pattern.name in METHODS:
            together.setdefault(str(pattern.pattern), []).append(pattern)
    return [
        path(
            f"v1/{route}",
            guard(alike[0].callback, [METHODS[str(each.name)] for each in alike], scope=SCOPES[str(alike[0].name)]),
            name=f"api-{alike[0].name}",
        )
        for route, alike in together.items()
    ]


urlpatterns = [
    *_operations(),
    path("v1/", pages.show_reference, name="api-reference"),
    path("v1/openapi.json", pages.show_document, name="api-document"),
    re_path(r"", guard(not_found, EVERY_METHOD, scope="")),
]
