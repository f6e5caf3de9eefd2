"""500 and 503: the pages of our own faults and of a database that is away, made of nothing that could fail too."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from jinja2 import TemplateError

from comptoir.heads.ui.environment import render
from comptoir.heads.ui.origin import SAFE_METHODS
from comptoir.heads.ui.words import language_of_path

AWAY_S = 10
_LAST_RESORT = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Panne</title><h1>Une panne de notre fait</h1>'
    '<p>Rien n\'a été changé. Revenez dans quelques minutes.</p><p lang="en">A fault of ours. Nothing was changed. '
    "Please come back in a few minutes.</p></html>"
)


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler500: what happened, whether anything was taken into account, what to do. Asks no database.

    503 when it is the database that did not answer: caches and search engines then keep what they have.
    """
    away = isinstance(sys.exception(), OperationalError | InterfaceError)
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": str(AWAY_S)} if away else {})
    try:
        html = render(
            "storefront/failed.html",
            language_of_path(request.path),
            away=away,
            wrote=request.method not in SAFE_METHODS,
            request_id=request.META.get("COMPTOIR_REQUEST_ID", ""),
        )
    except (TemplateError, OSError, LookupError):
        html = _LAST_RESORT
    return HttpResponse(html, status=503 if away else 500, headers=headers)
