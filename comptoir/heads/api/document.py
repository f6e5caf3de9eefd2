"""The OpenAPI 3.1 document: ninja's paths and parameters, msgspec's exact schemas, nothing left to guess."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from comptoir.heads.api.application import api
from comptoir.heads.api.contract import REFUSED, REGISTERED

SECURITY = {
    "publishableKey": {
        "type": "apiKey",
        "in": "header",
        "name": "Comptoir-Key",
        "description": "A publishable key, from the merchant. Needed by pages of other sites; chooses the channel.",
    },
    "bearer": {"type": "http", "scheme": "bearer", "description": "The same key, as `Authorization: Bearer`."},
}
TAGS = [
    {"name": "shop", "description": "The channel, and whether the shop can serve."},
    {"name": "catalogue", "description": "Categories and articles as shown now."},
    {"name": "search", "description": "Search, filters and suggestions."},
    {"name": "cart", "description": "A cart belongs to whoever has its secret."},
]


@cache
def document() -> dict[str, Any]:
    """The whole document, made once."""
    told: dict[str, Any] = msgspec.to_builtins(dict(api.get_openapi_schema(path_prefix="api/v1/")), str_keys=True)
    _, schemas = msgspec.json.schema_components(REGISTERED.values(), ref_template="#/components/schemas/{name}")
    for path in told["paths"].values():
        for operation in path.values():
            operation["responses"] = {
                status: operation["responses"][status] for status in sorted(operation["responses"])
            }
            operation["parameters"] = _parameters(operation["parameters"])
    told["components"]["schemas"] |= schemas
    told["components"]["securitySchemes"] = SECURITY
    told["security"] = [{}, {"publishableKey": []}, {"bearer": []}]
    told["tags"] = TAGS
    told["x-refusals"] = {code: _first_line(REFUSED[code]) for code in sorted(REFUSED)}
    told["servers"] = [{"url": "/"}]
    return dict(sorted(told.items(), key=lambda pair: _ORDER.index(pair[0])))


def render() -> bytes:
    """The document as it is served and kept in the repository."""
    return msgspec.json.format(msgspec.json.encode(document(), order="deterministic"), indent=2) + b"\n"


_ORDER = ("openapi", "info", "servers", "security", "tags", "paths", "components", "x-refusals")


def _parameters(parameters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Drop what repeats: pydantic's titles, one-element `allOf`, and the description that ninja says twice."""
    for each in parameters:
        schema = each["schema"]
        for whole in schema.pop("allOf", ()):
            schema |= whole
        each["schema"] = {name: said for name, said in schema.items() if name not in _REPEATED}
    return parameters


_REPEATED = frozenset({"title", "description", "examples"})


def _first_line(refusal: type) -> str:
    return (refusal.__doc__ or "").strip().splitlines()[0]
