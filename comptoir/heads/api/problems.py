"""Refusals as problem documents (RFC 9457), in the language that the asker accepts."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from comptoir.heads.api.words import refusal_words
from comptoir.kernel.errors import Refusal
from comptoir.kernel.languages import LANGUAGES

CONTENT_TYPE = "application/problem+json"
DOCUMENTED_AT = "/api/v1/#"
_ACCEPTED = re.compile(r"\s*([a-zA-Z]{2,3})(?:-[\w-]+)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*(?:,|\Z)")


class Fault(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing wrong in what was sent: a JSON `pointer` (RFC 6901) into the body, or a `parameter`'s name."""

    detail: str
    pointer: str = ""
    parameter: str = ""


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why it was not done (RFC 9457). `code` is stable, `facts` are the figures behind it, `detail` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    facts: dict[str, Any] = {}
    errors: list[Fault] = []


_encode = msgspec.json.Encoder(enc_hook=str).encode


def answer_problem(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The answer that says why not."""
    facts: dict[str, Any] = dict(refusal.facts)
    faults = facts.pop("errors", [])
    language = accepted_language(request.headers.get("Accept-Language", ""))
    title, detail = refusal_words(refusal, language)
    problem = Problem(
        type=DOCUMENTED_AT + refusal.code,
        title=title,
        status=refusal.status,
        detail=detail,
        code=refusal.code,
        facts=facts,
        errors=faults if isinstance(faults, list) else [],
    )
    response = HttpResponse(_encode(problem), status=refusal.status, content_type=CONTENT_TYPE)
    response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    if refusal.status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="comptoir"'
    if refusal.status == 405:
        response["Allow"] = ", ".join(str(method) for method in facts.get("allowed", ()))
    if "retry_after_s" in facts:
        response["Retry-After"] = str(facts["retry_after_s"])
    return response


def accepted_language(header: str) -> str:
    """The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); English when it names none."""
    weighed = [(float(q or 1), tag.lower()) for tag, q in _ACCEPTED.findall(header[:200])]
    offered = [(weight, tag) for weight, tag in weighed if tag in LANGUAGES and weight > 0]
    return max(offered, key=lambda pair: pair[0])[1] if offered else "en"
