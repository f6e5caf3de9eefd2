"""Whose cart: the secret that proves it, in a header, or in the cookie of the shop's own pages; never in an address."""

from __future__ import annotations

import re

from django.conf import settings

from comptoir.heads.api.errors import ParametersRefused, SecretNeeded
from comptoir.heads.api.gate.passage import ApiRequest
from comptoir.heads.api.problems import Fault
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.types import CartSecret

SECRET = re.compile(r"[A-Za-z0-9_-]{20,200}")
_VERSION = re.compile(r'"(\d{1,18})"')


def read_secret(request: ApiRequest) -> CartSecret:
    """The secret sent. Refuses SecretNeeded when there is none, CartNotFound for what cannot be one."""
    told: str | None = request.META.get("HTTP_CART_SECRET")
    if told is None and not request.caller.origin:
        told = request.COOKIES.get(settings.CART_COOKIE)
    if not told:
        raise SecretNeeded()
    if not SECRET.fullmatch(told):
        raise CartNotFound()
    return CartSecret(told)


def read_version(request: ApiRequest) -> int | None:
    """The version of the cart that the asker last saw (If-Match), or None. Refuses ParametersRefused."""
    told = request.META.get("HTTP_IF_MATCH", "")
    if not told or told == "*":
        return None
    match = _VERSION.fullmatch(told.strip())
    if match is None:
        raise ParametersRefused(errors=[Fault(parameter="If-Match", detail='Expected a version in quotes: "3".')])
    return int(match[1])
