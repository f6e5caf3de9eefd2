"""The same Idempotency-Key again gives the same answer, done once (kept a day in Django's cache)."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from comptoir.heads.api.errors import KeyBusy, KeyReused, ParametersRefused
from comptoir.heads.api.problems import Fault

KEPT_S = 24 * 3600
AT_WORK_S = 60
_KEY = re.compile(r"[A-Za-z0-9_-]{8,80}")
_CARRIED = ("Content-Type", "ETag", "Cache-Control")

Kept = tuple[str, int, bytes, dict[str, str]]


def once(
    request: HttpRequest, owner: str, perform: Callable[[], HttpResponse], *, still_there: Callable[[], object]
) -> HttpResponse:
    """Do it, or give again the answer already given to this owner for this key, if what it tells of is `still_there`
    (which refuses otherwise: an emptied cart is not told of again).

    Refuses KeyBusy while the first is at work and KeyReused for another request. A refusal is not kept: what could not
    be done may be tried again.
    """
    key = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if key is None:
        return perform()
    if not _KEY.fullmatch(key):
        detail = "8 to 80 letters, digits, - or _."
        raise ParametersRefused(errors=[Fault(parameter="Idempotency-Key", detail=detail)])
    place = "api.once:" + hashlib.sha256(f"{owner}\0{key}".encode()).hexdigest()
    asked = _fingerprint(request)
    if cache.add(place, (asked, 0, b"", {}), AT_WORK_S):
        return _perform(place, asked, perform)
    kept: Kept | None = cache.get(place)
    if kept is None:
        return _perform(place, asked, perform)
    still_there()
    return _again(kept, asked)


def _perform(place: str, asked: str, perform: Callable[[], HttpResponse]) -> HttpResponse:
    done = False
    try:
        response = perform()
        headers = {name: response[name] for name in _CARRIED if name in response}
        cache.set(place, (asked, response.status_code, zlib.compress(response.content), headers), KEPT_S)
        done = True
        return response
    finally:
        if not done:
            cache.delete(place)


def _again(kept: Kept, asked: str) -> HttpResponse:
    fingerprint, status, content, headers = kept
    if fingerprint != asked:
        raise KeyReused()
    if not status:
        raise KeyBusy(retry_after_s=1)
    return HttpResponse(zlib.decompress(content), status=status, headers={**headers, "Idempotency-Replayed": "true"})


def _fingerprint(request: HttpRequest) -> str:
    whole = f"{request.method}\0{request.get_full_path()}\0".encode() + request.body
    return hashlib.sha256(whole).hexdigest()
