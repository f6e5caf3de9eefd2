"""What the catalogue announces."""

from __future__ import annotations

from uuid import UUID

from comptoir.kernel.events import Event


class ProductsChanged(Event, frozen=True, kw_only=True):
    """Something shown of these products changed: texts, variants, media, slugs, placement, publication. At most 500."""

    products: tuple[UUID, ...]


class MediaAttached(Event, frozen=True, kw_only=True):
    """A file was attached to a product; a `media_kind` of "picture" has renditions to be made."""

    product: UUID
    media: UUID
    media_kind: str


class CategoriesChanged(Event, frozen=True, kw_only=True):
    """These categories changed: words, slugs, place in the tree. The paths of their descendants change with them."""

    categories: tuple[UUID, ...]


class VocabularyChanged(Event, frozen=True, kw_only=True):
    """At most 500 words of one `noun`: "attribute", "option", "family", "brand", "channel" or "custom_field"."""

    noun: str
    codes: tuple[str, ...]
