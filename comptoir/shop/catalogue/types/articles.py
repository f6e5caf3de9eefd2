"""Articles as stored: products, variants, media, and what a slug leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types.ids import AttributeValue, CategoryId, MediaId, ProductId, VariantId
from comptoir.shop.catalogue.types.vocabulary import Brand


class ProductStatus(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class NetQuantity:
    """What one piece holds, for the unit price (PRI-14): exact decimal text and a `kernel.units` code ("0.75", "l")."""

    amount: str
    unit: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One resized file of a picture: path in storage, pixel width and height, MIME type."""

    path: str
    width: int
    height: int
    mime: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or document of a product (or of one variant), in order. `alt` per language.

    `original` is kept: `digest` is the SHA-256 of its bytes, `filename` what it was called by who sent it.
    """

    id: MediaId
    product: ProductId
    variant: VariantId | None
    kind: str
    original: str
    mime: str
    width: int | None
    height: int | None
    alt: Text
    position: int
    renditions: tuple[Rendition, ...]
    filename: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """What is bought. `options` maps option code to value code. Weight in grams, sizes in millimetres."""

    id: VariantId
    product: ProductId
    sku: str | None
    gtin: str | None
    options: Mapping[str, str]
    attributes: Mapping[str, AttributeValue]
    weight_g: int | None
    length_mm: int | None
    width_mm: int | None
    height_mm: int | None
    net_quantity: NetQuantity | None
    position: int
    active: bool


@dataclass(frozen=True, slots=True)
class Product:
    """One article with its variants (at least one), as stored."""

    id: ProductId
    code: str
    status: ProductStatus
    family: str
    brand: Brand | None
    categories: tuple[CategoryId, ...]
    name: Text
    summary: Text
    description: Text
    seo_title: Text
    seo_description: Text
    slugs: Text
    attributes: Mapping[str, AttributeValue]
    legal: Mapping[str, AttributeValue]
    options: tuple[str, ...]
    tax_class: str
    variants: tuple[Variant, ...]
    channels: tuple[str, ...]
    custom: Mapping[str, str]
    version: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SlugHit:
    """What a slug of one language leads to; `current` differs from the slug asked for when it moved (301)."""

    kind: str
    object_id: UUID
    current: str
