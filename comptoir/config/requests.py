"""Requests as this shop reads them: always UTF-8, whatever a sender claims.

Django lets `Content-Type: ...; charset=` choose how an address and a form are read. A stranger could then have one
address show what another one shows, in a page that is kept for everybody; some names even end in a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters


class Request(WSGIRequest):
    """Django's request, deaf to charsets; a Content-Type that cannot be read is none."""

    def _set_content_type_params(self, meta: Mapping[str, Any]) -> None:
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except (ValueError, LookupError):
            self.content_type, self.content_params = "", {}


class Handler(WSGIHandler):
    """Django's WSGI application, given such requests."""

    request_class = Request


def build_application() -> Handler:
    """The application, all heads and rooms loaded."""
    django.setup(set_prefix=False)
    return Handler()
