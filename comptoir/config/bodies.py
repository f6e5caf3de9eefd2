"""What a request brings, read before the shop sees it: senders who dawdle hold up each other, never the pages.

The server reads a body only when asked to, on the thread of the request and for as long as the sender likes. Four
connections that announce a body and never send it would close a shop of four threads. Tried and left: giving up after
a few seconds from another thread; the server then stops altogether until the sender is gone.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

MOST = 2_500_000
TURN_S = 0.1
AT_ONCE = 2
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_REFUSED = {
    400: ("400 Bad Request", "What you sent broke off. Nothing was changed. Send it again."),
    413: ("413 Content Too Large", f"At most {MOST} bytes are taken at once. Nothing was changed."),
    503: ("503 Service Unavailable", "Too many are sending at once. Nothing was changed. Send it again in a moment."),
}


class Broken(Exception):
    """A body that cannot be given to the shop; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class WholeBodies:
    """`application`, given bodies of at most `MOST` bytes that have wholly arrived.

    `AT_ONCE` threads of the server at most wait for a sender; a body takes its turn within `TURN_S` seconds or is
    refused. One that came with its headers, as forms do, is read in microseconds.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._turns = threading.BoundedSemaphore(AT_ONCE)

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        length = _announced(environ)
        if length and environ.get("REQUEST_METHOD") not in _WITHOUT_BODY:
            try:
                environ["wsgi.input"] = io.BytesIO(self._read(environ["wsgi.input"], length))
            except Broken as broken:
                return _refuse(broken.status, start_response)
        return self._application(environ, start_response)

    def _read(self, stream: Any, length: int) -> bytes:
        if length > MOST:
            raise Broken(413)
        if not self._turns.acquire(timeout=TURN_S):
            raise Broken(503)
        try:
            return bytes(stream.read(length))
        except OSError as gone:
            raise Broken(400) from gone
        finally:
            self._turns.release()


def _announced(environ: Environ) -> int:
    told = str(environ.get("CONTENT_LENGTH") or "0")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 19 else 0


def _refuse(status: int, start_response: Callable[..., Any]) -> list[bytes]:
    line, why = _REFUSED[status]
    body = json.dumps({"type": "about:blank", "title": line[4:], "status": status, "detail": why}).encode()
    headers = [
        ("Content-Type", "application/problem+json"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if status == 503:
        headers.append(("Retry-After", "1"))
    start_response(line, headers)
    return [body]
