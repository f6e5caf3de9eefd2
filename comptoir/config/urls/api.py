"""The API alone under a server of its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

handler404 = "comptoir.heads.api.urls.not_found"
handler500 = "comptoir.heads.api.urls.failed"

urlpatterns: list[URLPattern | URLResolver] = [path("api/", include("comptoir.heads.api.urls"))]
