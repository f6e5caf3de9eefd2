"""Pages that everybody sees alike: asked again, they cost a comparison; asked by another, a copy from memory.

A page is right as long as the shelf's generation, the release, the places and the merchant's words are: together with
the path and the next price change they make its ETag. The generation moves with every change shown, dated prices
included.
"""

from __future__ import annotations

import functools
import hashlib
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotModified

from comptoir.heads.storefront.cookies import may_be_welcomed
from comptoir.heads.storefront.places import mark_of_places
from comptoir.heads.storefront.refused import answer_refusal
from comptoir.heads.storefront.welcome import greet
from comptoir.heads.ui.assets import asset_url
from comptoir.heads.ui.merchant import find_merchant
from comptoir.kernel import clock
from comptoir.kernel.errors import Refusal
from comptoir.shop.search import queries as search
from comptoir.shop.search.types import SearchRecord
from comptoir.shop.shelf import queries as shelf

READS = ("GET", "HEAD")
PAGE_MIME = "text/html; charset=utf-8"
BROWSER_KEEPS_S = 60
STALE_WHILE_S = 300
PATH_MOST = 2_000  # what only a program would ask for is not kept
BODY_MOST = 1_000_000
GZIP_WINDOW = 31  # zlib's own number for the gzip format


class Page:
    """A page as rendered, and as sent. `turns_at`: when a price on it changes (seconds since 1970; 0: none known).

    `keys` are its surrogate keys. `ask_again`: browsers must ask each time (searches, which are counted: `record`).
    """

    __slots__ = ("_packed", "ask_again", "body", "keys", "record", "stamp", "turns_at")

    def __init__(
        self, html: str, keys: str, *, turns_at: int = 0, record: SearchRecord | None = None, ask_again: bool = False
    ) -> None:
        self.body = html.encode()
        self.keys = keys
        self.turns_at = turns_at
        self.record = record
        self.ask_again = ask_again
        self.stamp = ""
        self._packed = b""

    def packed(self) -> bytes:
        """The body compressed (gzip), once."""
        if not self._packed:
            squeeze = zlib.compressobj(5, wbits=GZIP_WINDOW)
            self._packed = squeeze.compress(self.body) + squeeze.flush()
        return self._packed


class PageMemory:
    """The pages of this process, the least asked for leaving first."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, path: str, stamp: str) -> Page | None:
        with self._lock:
            page = self._pages.get(path)
            if page is None or page.stamp != stamp:
                return None
            self._pages.move_to_end(path)
            return page

    def keep(self, path: str, page: Page) -> None:
        with self._lock:
            self._pages[path] = page
            self._pages.move_to_end(path)
            while len(self._pages) > self.size:
                self._pages.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()

    def __len__(self) -> int:
        return len(self._pages)


memory = PageMemory(settings.PAGE_MEMORY)


@functools.cache
def release() -> str:
    """A mark of this release of the heads: it moves with any template, style, script or catalogue."""
    digest = hashlib.sha256(f"{asset_url('shop.css')}{asset_url('shop.js')}".encode())
    heads = Path(__file__).parent.parent
    for source in sorted((*heads.rglob("jinja2/**/*.html"), *heads.rglob("locale/*/LC_MESSAGES/*.po"))):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:8]


def stamp_of(path: str, language: str) -> str:
    """What the page at `path` hangs on, as one word: shelf, index that follows it, release, merchant."""
    generation = shelf.generation(settings.CHANNEL)
    indexed = search.generation(settings.CHANNEL, language)
    words = zlib.crc32(f"{path} {indexed} {find_merchant().stamp} {mark_of_places(generation)}".encode())
    return f"{generation:x}.{release()}.{words:x}"


def public_page(view: Callable[..., Page]) -> Callable[..., HttpResponse]:
    """Answers 304, else from memory, else by asking the view; a refusal is answered by its own page."""

    @functools.wraps(view)
    def answer(request: HttpRequest, language: str, **parts: str) -> HttpResponse:
        if request.method not in READS:
            return HttpResponseNotAllowed(READS)
        stamp = stamp_of(request.get_full_path(), language)
        turns_at = known_turn(request, stamp)
        if turns_at is not None and not may_be_welcomed(request):
            return not_modified(stamp, turns_at)
        try:
            page = find_or_build(request, stamp, lambda: view(request, language, **parts))
        except Refusal as refusal:
            return answer_refusal(request, language, refusal)
        return send_page(request, language, page)

    return answer


def find_or_build(request: HttpRequest, stamp: str, build: Callable[[], Page]) -> Page:
    """The page from memory when nothing it shows changed, else built and remembered."""
    path = request.get_full_path()
    page = memory.find(path, stamp)
    if page is None:
        page = build()
        page.stamp = stamp
        if len(path) <= PATH_MOST and len(page.body) <= BODY_MOST:
            memory.keep(path, page)
    return page


def send_page(request: HttpRequest, language: str, page: Page) -> HttpResponse:
    """The page, compressed for whoever reads that; alone and unkept for a visitor who is welcomed back."""
    if may_be_welcomed(request):
        return greet(request, language, page.body)
    if known_turn(request, page.stamp) is not None:
        return not_modified(page.stamp, page.turns_at, ask_again=page.ask_again)
    packed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(page.packed() if packed else page.body, content_type=PAGE_MIME)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Surrogate-Key"] = page.keys
    return _dated(response, page.stamp, page.turns_at, ask_again=page.ask_again)


def known_turn(request: HttpRequest, stamp: str) -> int | None:
    """When the browser already has this page: the next price change on it (0: none), else None."""
    _, known, rest = request.META.get("HTTP_IF_NONE_MATCH", "").partition(f'"{stamp}.')
    turn = rest.partition('"')[0]
    return int(turn) if known and turn.isdecimal() and len(turn) < 12 else None


def not_modified(stamp: str, turns_at: int, *, ask_again: bool = False) -> HttpResponse:
    return _dated(HttpResponseNotModified(), stamp, turns_at, ask_again=ask_again)


def _dated(response: HttpResponse, stamp: str, turns_at: int, *, ask_again: bool) -> HttpResponse:
    response.headers["ETag"] = f'W/"{stamp}.{turns_at}"'
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, no-cache" if ask_again else _kept_until(turns_at)
    return response


def _kept_until(turns_at: int) -> str:
    """A browser or a CDN keeps the page a minute, and never past the next price change on it."""
    left = turns_at - int(clock.now().timestamp()) if turns_at else BROWSER_KEEPS_S + STALE_WHILE_S
    fresh = max(0, min(BROWSER_KEEPS_S, left))
    stale = max(0, min(STALE_WHILE_S, left - fresh))
    return f"public, max-age={fresh}, stale-while-revalidate={stale}"
