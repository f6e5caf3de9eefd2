"""Every head under one server: the embedded default."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

from comptoir.config.urls import api, storefront
from comptoir.config.urls.storefront import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns: list[URLPattern | URLResolver] = [*api.urlpatterns, *storefront.urlpatterns]
