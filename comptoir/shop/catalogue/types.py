"""What crosses the catalogue's door: frozen facts about articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from comptoir.kernel.languages import Text

ProductId = NewType("ProductId", UUID)
VariantId = NewType("VariantId", UUID)
CategoryId = NewType("CategoryId", UUID)
BrandId = NewType("BrandId", UUID)
MediaId = NewType("MediaId", UUID)

AttributeValue = str | int | bool | Text | tuple[str, ...] | None
"""A typed value as kept: choice code(s), exact decimal as text for numbers and measures (in the attribute's unit),
a Text for translated texts, ISO 8601 for dates. Never a float."""


class AttributeKind(StrEnum):
    TEXT = "text"  # one Text, translated
    WORD = "word"  # one str, the same in every language
    NUMBER = "number"  # exact decimal as str, no unit
    MEASURE = "measure"  # exact decimal as str, in the attribute's unit
    FLAG = "flag"  # bool
    CHOICE = "choice"  # one choice code
    CHOICES = "choices"  # tuple of choice codes
    DAY = "day"  # ISO date


class ProductStatus(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class Attribute:
    """A typed attribute. `unit` is a `kernel.units` code for measures. `facet`: offered as a filter."""

    code: str
    kind: AttributeKind
    label: Text
    unit: str | None = None
    choices: tuple[Choice, ...] = ()
    facet: bool = False
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """What a shopper chooses between the variants of one product: size, colour. Not an attribute."""

    code: str
    label: Text
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FamilyAttribute:
    attribute: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """A product family: its attributes, and the legal regimes (`rules.legal`) whose fields its sheets must fill."""

    code: str
    label: Text
    attributes: tuple[FamilyAttribute, ...] = ()
    regimes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A place of sale: web shop, shop till, marketplace. `price_mode` is "gross" (fixed consumer price) or "net"."""

    code: str
    name: str
    currency: str
    country: str
    languages: tuple[str, ...]
    price_mode: str = "gross"

    @property
    def default_language(self) -> str:
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Brand:
    id: BrandId
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Category:
    """A node of the tree. `slugs` per language; `path` from the root to itself; children sorted by position."""

    id: CategoryId
    code: str
    label: Text
    description: Text
    parent: CategoryId | None
    position: int
    slugs: Text
    path: tuple[CategoryId, ...]


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
    """A picture or document of a product (or of one variant), in order. `alt` per language; `original` is kept."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDraft:
    """A variant to write. Upserted by `sku` (or, without one, by its `options`)."""

    sku: str | None = None
    gtin: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    weight_g: int | None = None
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    net_quantity: NetQuantity | None = None
    position: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDraft:
    """A product to write, upserted by `code`. Categories and brand by code; texts are HTML only in `description`.

    `slugs` left empty are made from the name; a slug that changes leaves a permanent redirect behind.
    `channels` are those it should be published on; the publish gate may refuse each.
    """

    code: str
    family: str
    name: Text
    variants: tuple[VariantDraft, ...]
    brand: str | None = None
    categories: tuple[str, ...] = ()
    summary: Text = field(default_factory=dict)
    description: Text = field(default_factory=dict)
    seo_title: Text = field(default_factory=dict)
    seo_description: Text = field(default_factory=dict)
    slugs: Text = field(default_factory=dict)
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    legal: Mapping[str, AttributeValue] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    tax_class: str = "standard"
    status: ProductStatus = ProductStatus.ACTIVE
    channels: tuple[str, ...] = ()
    custom: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Upserted:
    """Outcome of one draft: `created`, `updated` or `unchanged`, with its ids and SKU -> variant id."""

    code: str
    outcome: str
    product: ProductId
    variants: Mapping[str, VariantId]


@dataclass(frozen=True, slots=True)
class SlugHit:
    """What a slug of one language leads to; `current` differs from the slug asked for when it moved (301)."""

    kind: str
    object_id: UUID
    current: str


@dataclass(frozen=True, slots=True)
class SheetFault:
    """Something that keeps a sheet from being right: `code`, the `field` it is about, the facts, the law if any.

    `blocking` faults (a legal field missing, a contradiction) close the publish gate.
    """

    code: str
    field: str
    facts: Mapping[str, str]
    blocking: bool
    law: str | None = None


@dataclass(frozen=True, slots=True)
class SheetQuality:
    """Completeness and quality (0 to 100) of one product for one channel and language, with every fault found."""

    product: ProductId
    channel: str
    language: str
    completeness: int
    quality: int
    faults: tuple[SheetFault, ...]
