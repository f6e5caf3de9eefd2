"""Static files and media in front of Django, for the server that has nothing else in front of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from whitenoise import WhiteNoise

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

NAMED_BY_CONTENT = re.compile(r"[./_-][0-9a-f]{12,64}[._-]")
MINUTE, DAY = 60, 86_400


def named_by_content(path: str, url: str) -> bool:
    """Whether a file's name carries the hash of its content, so that it may be kept for ever."""
    del path
    return NAMED_BY_CONTENT.search(url) is not None


def guard_media(headers: Headers, path: str, url: str) -> None:
    """What was uploaded is looked at, never run: an SVG or HTML file opened by itself is in a sandbox."""
    del url
    headers["X-Content-Type-Options"] = "nosniff"
    if not path.endswith(".pdf"):  # browsers refuse to show a PDF in a sandbox
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


def with_files(application: Application, *, static: tuple[str, Path], media: tuple[str, Path]) -> Application:
    """`application` behind the files of the two folders, each (URL prefix, folder). Media appear as they are uploaded;
    static files are listed once. A prefix that is a full address (a CDN) is not served here."""
    inner = application
    if static[0].startswith("/") and static[1].is_dir():
        inner = WhiteNoise(inner, max_age=MINUTE, immutable_file_test=named_by_content)
        inner.add_files(str(static[1]), static[0])
    if not media[0].startswith("/"):
        return inner
    files = WhiteNoise(
        inner,
        autorefresh=True,
        max_age=DAY,
        allow_all_origins=False,
        add_headers_function=guard_media,
        immutable_file_test=named_by_content,
    )
    files.add_files(str(media[1]), media[0])
    return _only_under(media[0], files, inner)


def _only_under(prefix: str, files: Application, inner: Application) -> Application:
    def serve(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        under = environ.get("PATH_INFO", "").startswith(prefix)
        return files(environ, start_response) if under else inner(environ, start_response)

    return serve
