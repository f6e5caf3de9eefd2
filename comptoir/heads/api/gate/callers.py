"""Who asks: a publishable key, or nobody in particular; and on which channel."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from comptoir.heads.api.errors import KeyNeeded, OriginRefused, ScopeMissing
from comptoir.kernel import keys


@dataclass(frozen=True, slots=True)
class Caller:
    """`origin` is the other site that asks, "" for our own pages and for programs; `limited_as` names the bucket."""

    channel: str
    limited_as: str
    origin: str = ""


def identify(request: HttpRequest, scope: str) -> Caller:
    """The caller of this request, who asks for `scope`.

    Refuses UnknownKey, KeyNeeded (a page of another site without a key), OriginRefused and ScopeMissing.
    """
    meta = request.META
    origin = meta.get("HTTP_ORIGIN", "")
    if origin and is_own_origin(request, origin):
        origin = ""
    token = _token(meta.get("HTTP_COMPTOIR_KEY", ""), meta.get("HTTP_AUTHORIZATION", ""))
    if not token:
        if origin:
            raise KeyNeeded(origin=origin[:200])
        return Caller(settings.CHANNEL, f"address:{client_address(request)}")
    key = keys.find_key(token)
    if origin and (key.kind is not keys.KeyKind.PUBLISHABLE or not key.allows_origin(origin)):
        raise OriginRefused(origin=origin[:200])
    if scope and not key.allows(scope):
        raise ScopeMissing(scope=scope)
    return Caller(key.channel or settings.CHANNEL, f"key:{key.id}", origin)


def is_own_origin(request: HttpRequest, origin: str) -> bool:
    """Whether a browser's Origin is the shop itself."""
    return origin == settings.ORIGIN or origin.partition("://")[2] == request.META.get("HTTP_HOST")


def client_address(request: HttpRequest) -> str:
    """The asker's address: the socket's, or what the nearest trusted proxies say it is."""
    address = str(request.META.get("REMOTE_ADDR") or "unknown")
    if settings.TRUSTED_PROXIES:
        told = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
        passed = [each.strip() for each in told.split(",") if each.strip()]
        if len(passed) >= settings.TRUSTED_PROXIES:
            return passed[-int(settings.TRUSTED_PROXIES)]
    return address


def _token(own: str, bearer: str) -> str:
    if own:
        return own.strip()
    scheme, _, token = bearer.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
