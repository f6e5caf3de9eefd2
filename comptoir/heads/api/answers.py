"""Answers: exact bytes by msgspec, validators (ETag) hung on the shelf's generation, nothing cached unasked."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

import msgspec
from django.http import HttpRequest, HttpResponse

from comptoir.shop.shelf import queries as shelf

JSON = "application/json"
REVALIDATED = "public, max-age=0, must-revalidate"
PRIVATE = "no-store"

_encode = msgspec.json.Encoder().encode


def answer(body: object, *, status: int = 200, etag: str = "") -> HttpResponse:
    """A body as JSON; with an ETag it may be kept and asked about again, without one it may not be kept."""
    response = HttpResponse(_encode(body), status=status, content_type=JSON)
    headers = response.headers
    headers["Cache-Control"] = REVALIDATED if etag else PRIVATE
    if etag:
        headers["ETag"] = etag
    return response


def answer_fresh(request: HttpRequest, channel: str, make: Callable[[], object]) -> HttpResponse:
    """304 when the asker already has what the shelf shows now (If-None-Match, RFC 9110 13.1.2), else the body.

    The address is part of the validator: what one address showed proves nothing of another.
    """
    etag = f'W/"{shelf.generation(channel):x}-{crc32(request.get_full_path().encode()):x}"'
    if _has(request.META.get("HTTP_IF_NONE_MATCH", ""), etag):
        response = HttpResponse(status=304)
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = REVALIDATED
        return response
    return answer(make(), etag=etag)


def _has(known: str, etag: str) -> bool:
    return bool(known) and etag[2:] in known
