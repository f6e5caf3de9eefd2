"""Where a page that moved is now."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse


def moved_to(request: HttpRequest, collection: str, slug: str) -> HttpResponse:
    """301 to the same collection under the new slug, the query kept."""
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponse(status=301)
    response["Location"] = f"/api/v1/{collection}/{quote(slug)}" + (f"?{query}" if query else "")
    return response
