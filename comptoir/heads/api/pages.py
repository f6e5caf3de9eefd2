"""The reference for whoever writes a head: the document itself, and one light page that reads it out."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from markupsafe import escape

from comptoir.heads.api.contract import SCOPES
from comptoir.heads.api.document import document
from comptoir.heads.api.document import render as render_document
from comptoir.heads.api.problems import accepted_language
from comptoir.heads.ui.environment import Drawing, render

HOUR = "public, max-age=3600"


def show_document(request: HttpRequest) -> HttpResponse:
    """GET /api/v1/openapi.json: the OpenAPI 3.1 document, readable from any site."""
    response = _served(request, _document(), "application/json")
    response["Access-Control-Allow-Origin"] = "*"
    return response


def show_reference(request: HttpRequest) -> HttpResponse:
    """GET /api/v1/: the same, for people, its headings in the language they accept; no script."""
    response = _served(
        request, _reference(accepted_language(request.headers.get("Accept-Language", ""))), "text/html; charset=utf-8"
    )
    response["Vary"] = "Accept-Language"
    return response


def _served(request: HttpRequest, body: bytes, kind: str) -> HttpResponse:
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    known = etag in request.META.get("HTTP_IF_NONE_MATCH", "")
    response = HttpResponse(status=304) if known else HttpResponse(body, content_type=kind)
    response["ETag"] = etag
    response["Cache-Control"] = HOUR
    return response


@cache
def _document() -> bytes:
    return render_document()


@cache
def _reference(language: str) -> bytes:
    told = document()
    page = render(
        "api/reference.html",
        language,
        info=told["info"],
        groups=[(tag, [each for each in _operations(told) if tag["name"] in each["tags"]]) for tag in told["tags"]],
        schemas=told["components"]["schemas"],
        refusals=told["x-refusals"],
        shape=shape,
        worded=worded,
    )
    return page.encode()


def _operations(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "path": path,
            "method": method.upper(),
            "scope": SCOPES[operation["operationId"]],
            "example": _example(operation["responses"]),
            "body_example": _pretty(_content(operation.get("requestBody", {})).get("example")),
            **operation,
        }
        for path, methods in told["paths"].items()
        for method, operation in methods.items()
    ]


def _example(responses: dict[str, Any]) -> str:
    return next((_pretty(_content(each)["example"]) for each in responses.values() if "example" in _content(each)), "")


def _content(holder: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = holder.get("content", {}).get("application/json", {})
    return found


def _pretty(example: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(example), indent=2).decode() if example is not None else ""


def worded(text: str) -> Drawing:
    """A description with what stands between backquotes as code; everything else is escaped."""
    plain, *marked = str(escape(text)).split("`")
    return Drawing(
        plain + "".join(f"<code>{part}</code>" if place % 2 == 0 else part for place, part in enumerate(marked))
    )


def shape(schema: dict[str, Any]) -> str:
    """A schema in a few words: "array of Article", "string (uuid)"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(shape(each) for each in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        inner = schema.get("items")
        return f"array of {shape(inner)}" if isinstance(inner, dict) else "array"
    kind = str(schema.get("type", "any"))
    return f"{kind} ({schema['format']})" if "format" in schema else kind
