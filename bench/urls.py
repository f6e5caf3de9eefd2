"""Every head, and the floors beside them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from comptoir.config.urls.all import urlpatterns as house


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"ok", content_type="text/plain")


urlpatterns = [path("floor/empty", empty), *house]
