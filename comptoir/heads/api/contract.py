"""One declaration per operation: its types, its refusals, its words; ninja routes it, OpenAPI tells it exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ninja import Router

from comptoir.heads.api import errors
from comptoir.heads.api.problems import CONTENT_TYPE, Problem
from comptoir.kernel.errors import Refusal
from comptoir.kernel.keys import UnknownKey

V = TypeVar("V", bound=Callable[..., Any])

_SCOPES = {"shop": "catalogue:read", "catalogue": "catalogue:read", "search": "search:read", "cart": "cart:write"}

ALWAYS: tuple[type[Refusal], ...] = (
    errors.AddressUnreadable,
    UnknownKey,
    errors.KeyNeeded,
    errors.OriginRefused,
    errors.ScopeMissing,
    errors.RouteNotFound,
    errors.MethodRefused,
    errors.NotAcceptable,
    errors.ParametersRefused,
    errors.TooManyRequests,
    errors.Broken,
    errors.Busy,
)
"""What any operation may answer."""
WITH_BODY = (errors.BodyUnreadable, errors.BodyTooLarge, errors.MediaTypeRefused)
WRITES = (errors.CrossSiteWrite,)

METHODS: dict[str, str] = {}
"""The method of each operation, by its id."""
SCOPES: dict[str, str] = {}
"""What a key must hold for each operation, by its id."""
REGISTERED: dict[str, type] = {"Problem": Problem}
"""Every type that the document names."""
REFUSED: dict[str, type[Refusal]] = {}
"""Every refusal that the document names, by code."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What is told of one operation. `answers` maps a status to its body's type (None: no body)."""

    tag: str
    summary: str
    answers: Mapping[int, type | None]
    refusals: Sequence[type[Refusal]] = ()
    body: type | None = None
    body_required: bool = True
    headers: Sequence[Mapping[str, Any]] = ()
    example: Any = None
    body_example: Any = None
    also: Sequence[Mapping[str, Any]] = field(default_factory=tuple)


def operation(router: Router, method: str, path: str, told: Operation) -> Callable[[V], V]:
    """Route `method path` to a view and tell of it; the view's docstring is its description."""

    def declare(view: V) -> V:
        METHODS[view.__name__] = method
        SCOPES[view.__name__] = _SCOPES[told.tag]
        router.api_operation(
            [method],
            path,
            operation_id=view.__name__,
            summary=told.summary,
            tags=[told.tag],
            openapi_extra=_extra(method, told),
        )(view)
        return view

    return declare


def reference(kind: type) -> dict[str, str]:
    """A reference to a type's schema, which is registered."""
    REGISTERED[kind.__name__] = kind
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _extra(method: str, told: Operation) -> dict[str, Any]:
    refusals = [*ALWAYS, *told.refusals]
    refusals += WITH_BODY if told.body else ()
    refusals += WRITES if method not in {"GET", "HEAD"} else ()
    REFUSED.update({each.code: each for each in refusals})
    extra: dict[str, Any] = {"responses": {**_answers(told), **_refusals(refusals)}}
    if told.headers or told.also:
        extra["parameters"] = [*told.headers, *told.also]
    if told.body is not None:
        content: dict[str, Any] = {"schema": reference(told.body)}
        if told.body_example is not None:
            content["example"] = told.body_example
        extra["requestBody"] = {"required": told.body_required, "content": {"application/json": content}}
    return extra


def _answers(told: Operation) -> dict[int, Any]:
    answers: dict[int, Any] = {}
    for status, kind in told.answers.items():
        answers[status] = {"description": _DESCRIPTIONS[status]}
        if kind is not None:
            content: dict[str, Any] = {"schema": reference(kind)}
            if told.example is not None and status < 300:
                content["example"] = told.example
            answers[status]["content"] = {"application/json": content}
    return answers


def _refusals(refusals: Sequence[type[Refusal]]) -> dict[int, Any]:
    by_status: dict[int, list[str]] = {}
    for each in refusals:
        if each.code not in by_status.setdefault(each.status, []):
            by_status[each.status].append(each.code)
    return {
        status: {
            "description": "Refused: " + ", ".join(f"`{code}`" for code in sorted(codes)),
            "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, codes in sorted(by_status.items())
    }


_DESCRIPTIONS = {
    200: "Done.",
    201: "Made.",
    204: "Done; there is nothing to say.",
    301: "Moved for good: `Location` says where it is now.",
    503: "It cannot.",
    304: "Nothing shown has changed since the `ETag` that was sent.",
}
