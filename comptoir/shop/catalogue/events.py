"""What the catalogue announces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from comptoir.kernel.events import Event, unite


class ProductsChanged(Event, frozen=True, kw_only=True):
    """Something shown of these products changed: texts, variants, media, slugs, placement, publication. At most 500."""

    products: tuple[UUID, ...]

    @classmethod
    def merge(cls, events: Sequence[Self]) -> tuple[Self, ...]:
        """The products of all of them, each once."""
        return tuple(cls(products=products) for products in unite(one.products for one in events))


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
