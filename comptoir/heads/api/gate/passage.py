"""The one passage of every request: preflight, who asks, how often, what he accepts, then the view."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from comptoir.heads.api.errors import AddressUnreadable, Busy, CrossSiteWrite, MethodRefused, NotAcceptable
from comptoir.heads.api.gate.callers import Caller, identify
from comptoir.heads.api.gate.limits import Allowance, take_token
from comptoir.heads.api.gate.sharing import answer_preflight, is_preflight, share
from comptoir.heads.api.problems import answer_problem
from comptoir.heads.ui.origin import is_own_write
from comptoir.kernel.errors import Refusal

View = Callable[..., HttpResponseBase]

log = logging.getLogger("comptoir.api")

SAFE = frozenset({"GET", "HEAD"})
VARY = "Origin, Comptoir-Key, Authorization"
SPOKEN = VARY + ", Accept-Language"  # only refusals are said in the asker's language
_TAKES_JSON = ("application/json", "application/*", "*/*", "application/problem+json")


class ApiRequest(HttpRequest):
    """A request that passed the gate."""

    caller: Caller


def guard(view: View, methods: Iterable[str], *, scope: str) -> View:
    """`view` behind the gate; `methods` are those it knows, HEAD being GET without its body; `scope` is what a key
    must hold."""
    allowed = sorted({*methods, *(("HEAD",) if "GET" in methods else ()), "OPTIONS"})

    @wraps(view)
    def passage(request: ApiRequest, **captured: Any) -> HttpResponseBase:
        if is_preflight(request):
            return answer_preflight(request)
        caller, allowance = None, None
        try:
            caller = request.caller = identify(request, scope)
            allowance = take_token(caller.limited_as)
            _check(request, allowed)
            response = _answer(view, request, captured)
        except Refusal as refusal:
            response = answer_problem(request, refusal)
        except (OperationalError, InterfaceError):
            log.exception("the database did not answer")
            response = answer_problem(request, Busy(retry_after_s=2))
        return _finish(response, caller, allowance)

    return passage


def _check(request: HttpRequest, allowed: list[str]) -> None:
    method = request.method or ""
    if method not in allowed:
        raise MethodRefused(allowed=allowed)
    query = request.META.get("QUERY_STRING", "")
    if "\0" in request.path_info or "%00" in query or "\0" in query:
        raise AddressUnreadable()
    accept = request.META.get("HTTP_ACCEPT")
    if accept and not any(kind in accept for kind in _TAKES_JSON):
        raise NotAcceptable(offered=["application/json"])
    if method not in SAFE and not is_own_write(request):
        raise CrossSiteWrite()


def _answer(view: View, request: HttpRequest, captured: dict[str, Any]) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204)
    if request.method != "HEAD":
        return view(request, **captured)
    request.method = "GET"
    response = view(request, **captured)
    if isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _finish(response: HttpResponseBase, caller: Caller | None, allowance: Allowance | None) -> HttpResponseBase:
    headers = response.headers
    headers["Vary"] = VARY if response.status_code < 400 else SPOKEN
    if allowance is not None:
        headers["RateLimit-Limit"] = str(allowance.limit)
        headers["RateLimit-Remaining"] = str(allowance.remaining)
        headers["RateLimit-Reset"] = str(allowance.reset_s)
    if caller is not None and caller.origin:
        share(response, caller.origin)
    return response
