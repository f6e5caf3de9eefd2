"""The storefront's addresses, its own error pages, and the gallery of components while developing."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

handler400 = "comptoir.heads.storefront.refused.unreadable"
handler403 = "comptoir.heads.storefront.refused.forbidden"
handler404 = "comptoir.heads.storefront.refused.not_found"
handler500 = "comptoir.heads.storefront.failure.failed"

urlpatterns: list[URLPattern | URLResolver] = [path("", include("comptoir.heads.storefront.urls"))]
if settings.PROFILE == "development":
    urlpatterns.append(path("ui", include("comptoir.heads.ui.urls")))
