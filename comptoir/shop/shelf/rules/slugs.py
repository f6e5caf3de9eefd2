"""Slugs of pages whose translation is missing: borrowed from another language, and marked so that none can clash."""

from __future__ import annotations

import re

from comptoir.kernel.languages import Text
from comptoir.shop.shelf.rules.tongue import Tongue

_BORROWED = re.compile(r"(?P<slug>.+)_(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\Z")


def slug_in(slugs: Text, tongue: Tongue, *, code: str) -> str:
    """The slug in the language asked, else another language's followed by "_<language>": own slugs never hold "_"."""
    slug, found = tongue.find(slugs)
    if not slug:
        return f"{code.lower()}_{tongue.language}"
    return slug if found == tongue.language else f"{slug}_{found}"


def lender(slug: str) -> tuple[str, str] | None:
    """The language and slug that a borrowed slug was made of, or None when it is nobody's loan."""
    match = _BORROWED.match(slug)
    return (match["language"], match["slug"]) if match else None
