"""Parameters that several operations take."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query

Language = Annotated[
    str, Query(description="A language of the channel; its first one when left out.", max_length=12, examples=["fr"])
]
Slug = Annotated[str, Path(description="The page's slug in the language asked.", max_length=255)]

CART_SECRET: dict[str, Any] = {
    "name": "Cart-Secret",
    "in": "header",
    "required": False,
    "description": "The secret told when the cart was opened. The shop's own pages bring it in their cookie.",
    "schema": {"type": "string", "maxLength": 200},
}
IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A text of your own, new for each thing to do: the same key again gives the same answer, done once.",
    "schema": {"type": "string", "minLength": 8, "maxLength": 80, "pattern": "^[A-Za-z0-9_-]+$"},
}
IF_NONE_MATCH: dict[str, Any] = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of what you already have.",
    "schema": {"type": "string"},
}
IF_MATCH: dict[str, Any] = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of the cart as last seen: refused when another tab changed it since.",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,18}"$'},
}
