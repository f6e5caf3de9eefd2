"""What a request brings, read before the shop sees it: a sender who dawdles holds up neither pages nor other senders.

The server reads a body only when asked to, on the thread of the request. Four connections that announce a body and
never send it would therefore close a shop of four threads, for as long as they like.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

MOST = 2_500_000
PATIENCE_S = 5.0
TURN_S = 0.1
AT_ONCE = 2
READERS = 32
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_REFUSED = {
    408: ("408 Request Timeout", "What you sent did not arrive in time. Nothing was changed. Send it again."),
    413: ("413 Content Too Large", f"At most {MOST} bytes are taken at once. Nothing was changed."),
    503: ("503 Service Unavailable", "Too many are sending at once. Nothing was changed. Send it again in a moment."),
}


class Broken(Exception):
    """A body that cannot be given to the shop; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class WholeBodies:
    """`application`, given bodies that have wholly arrived: of at most `MOST` bytes, within `patience_s` seconds.

    `AT_ONCE` threads of the server at most wait for a sender: the others go on serving.
    """

    def __init__(self, application: Application, *, patience_s: float = PATIENCE_S) -> None:
        self._application = application
        self._patience_s = patience_s
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._idle = threading.BoundedSemaphore(READERS)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="body")

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
            return self._ask(stream, length).result(self._patience_s)
        except OSError as late_or_gone:  # TimeoutError is one
            raise Broken(408) from late_or_gone
        finally:
            self._turns.release()

    def _ask(self, stream: Any, length: int) -> Future[bytes]:
        """Read on another thread, which is free again when the sender is done or gone."""
        if not self._idle.acquire(blocking=False):
            raise Broken(503)
        reading: Future[bytes] = self._readers.submit(stream.read, length)
        reading.add_done_callback(lambda _: self._idle.release())
        return reading


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
        ("Connection", "close"),
    ]
    if status == 503:
        headers.append(("Retry-After", "1"))
    start_response(line, headers)
    return [body]
