"""500: the page of our own faults, made of nothing that could fail too."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from jinja2 import TemplateError

from comptoir.heads.ui.environment import render
from comptoir.heads.ui.origin import SAFE_METHODS
from comptoir.heads.ui.words import language_of_path

_LAST_RESORT = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Panne</title><h1>Une panne de notre fait</h1>'
    '<p>Rien n\'a été changé. Revenez dans quelques minutes.</p><p lang="en">A fault of ours. Nothing was changed. '
    "Please come back in a few minutes.</p></html>"
)


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler500: what happened, whether anything was taken into account, what to do. Asks no database."""
    try:
        html = render(
            "storefront/failed.html",
            language_of_path(request.path),
            wrote=request.method not in SAFE_METHODS,
            request_id=request.META.get("COMPTOIR_REQUEST_ID", ""),
        )
    except (TemplateError, OSError, LookupError):
        html = _LAST_RESORT
    return HttpResponse(html, status=500, headers={"Cache-Control": "no-store"})
