"""The API itself: every operation routed by ninja, every exception turned into a problem."""

from __future__ import annotations

import logging

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from comptoir.heads.api.errors import BodyUnreadable, Broken, Busy, ParametersRefused, RouteNotFound
from comptoir.heads.api.problems import Fault, answer_problem
from comptoir.heads.api.views import articles, carts, search, shop
from comptoir.kernel.errors import Refusal

log = logging.getLogger("comptoir.api")

api = NinjaAPI(
    title="Comptoir",
    version="1.0.0",
    description=(
        "Catalogue, search and cart of a Comptoir shop. Amounts are whole minor units (cents), taxes included. "
        "Times are UTC. Lists are walked with `after`. Every refusal is a problem document (RFC 9457) whose `code` is "
        "stable and whose words follow `Accept-Language` (fr, en, es)."
    ),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    auth=None,
)
for module in (shop, articles, search, carts):
    api.add_router("", module.router)


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return answer_problem(request, refusal)


@api.exception_handler(ValidationError)
def _parameters_refused(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [Fault(parameter=_name(each["loc"]), detail=str(each["msg"])) for each in error.errors[:20]]
    return answer_problem(request, ParametersRefused(errors=faults))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    return answer_problem(request, RouteNotFound())


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, _error: HttpError) -> HttpResponse:
    return answer_problem(request, BodyUnreadable())


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
def _busy(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("the database did not answer %s %s", request.method, request.path, exc_info=error)
    return answer_problem(request, Busy(retry_after_s=2))


@api.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("a bug answered %s %s", request.method, request.path, exc_info=error)
    return answer_problem(request, Broken())


def _name(place: tuple[object, ...]) -> str:
    """The parameter's own name: ninja puts where it was looked for, and the model's name, before it."""
    words = [str(step) for step in place if not isinstance(step, int)]
    return words[-1] if words else ""
