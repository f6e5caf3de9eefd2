"""Follow an address to what it leads to."""

from __future__ import annotations

from comptoir.shop.catalogue.models import Slug
from comptoir.shop.catalogue.types import SlugHit


def resolve_slug(kind: str, language: str, slug: str) -> SlugHit | None:
    """What a slug leads to, in one hop however often it moved; None when nothing ever had it. At most two statements.

    A slug of another language is followed too (a page shown in a fallback language has only that one): `current` is
    then the object's slug in `language` when it has one.
    """
    held = {row.language: row.object_id for row in Slug.objects.filter(kind=kind, slug=slug)}
    if not held:
        return None
    found_in = language if language in held else min(held)
    object_id = held[found_in]
    current = dict(Slug.objects.filter(kind=kind, object_id=object_id, current=True).values_list("language", "slug"))
    return SlugHit(kind, object_id, current.get(language) or current.get(found_in) or slug)
