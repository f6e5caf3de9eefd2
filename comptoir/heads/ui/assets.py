"""Style sheets, scripts and marks of the heads: read once, joined, compressed, named by content. No build step."""

from __future__ import annotations

import functools
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

MIMES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_declared: dict[str, tuple[Path, ...]] = {}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as sent: its bytes, the same compressed, and an address that changes with them."""

    body: bytes
    compressed: bytes
    mime: str
    url: str


def declare(name: str, *sources: Path) -> None:
    """Name a file (`shop.css`) made of these sources in order. A head declares its own when it is loaded."""
    _declared[name] = sources


@functools.cache
def find_asset(name: str) -> Asset:
    body = b"\n".join(source.read_bytes() for source in _declared[name])
    stem, _, extension = name.rpartition(".")
    mark = hashlib.sha256(body).hexdigest()[:12]
    return Asset(body, gzip.compress(body, 9, mtime=0), MIMES[extension], f"/assets/{stem}.{mark}.{extension}")


def serve_favicon(request: HttpRequest) -> HttpResponse:
    """GET /favicon.ico: what browsers ask for unasked."""
    del request
    headers = {"Cache-Control": "public, max-age=86400"}
    return HttpResponse(find_asset("mark.svg").body, content_type=MIMES["svg"], headers=headers)


def asset_url(name: str) -> str:
    return find_asset(name).url


def serve_asset(request: HttpRequest, stem: str, extension: str) -> HttpResponse:
    """GET /assets/{stem}.{mark}.{extension}: kept for a year, since another content has another address."""
    name = f"{stem}.{extension}"
    if name not in _declared or find_asset(name).url != request.path:
        return HttpResponseNotFound()
    asset = find_asset(name)
    packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(asset.compressed if packed else asset.body, content_type=asset.mime)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response
