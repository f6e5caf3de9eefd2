"""What is told to search engines before they enter."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comptoir.heads.storefront.links import paths
from comptoir.kernel.languages import LANGUAGES


@require_safe
def show_robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything but carts, searches and the API; where the sitemap is."""
    del request
    closed = [path for language in LANGUAGES for path in (paths(language).cart, paths(language).suggestions)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in (*closed, "/api/")), ""]
    lines.append(f"Sitemap: {settings.ORIGIN}/sitemap.xml")
    headers = {"Cache-Control": "public, max-age=86400"}
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8", headers=headers)
