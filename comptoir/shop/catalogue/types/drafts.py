"""What is handed in to be written, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types.articles import NetQuantity, ProductStatus
from comptoir.shop.catalogue.types.ids import AttributeValue, ProductId, VariantId
from comptoir.shop.catalogue.types.quality import SheetFault


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

    A draft says the whole sheet: what it leaves empty is emptied, a variant it no longer names becomes inactive
    (never deleted: orders and stock know it), a channel it no longer names no longer shows it.
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
    """Outcome of one draft: `created`, `updated` or `unchanged`, with its ids and SKU -> variant id.

    `held_back`: channels it was meant for whose publish gate refused it, with every fault found.
    """

    code: str
    outcome: str
    product: ProductId
    variants: Mapping[str, VariantId]
    held_back: Mapping[str, tuple[SheetFault, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """Why one draft is refused: its place in the batch, its code, the `reason` ("unknown_family"), the field, facts."""

    index: int
    draft: str
    reason: str
    field: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaUpload:
    """A file to attach. Its type is read from its bytes; `filename` only names it. `alt` per language."""

    filename: str
    content: bytes
    alt: Text = field(default_factory=dict)
    variant: VariantId | None = None
    position: int = 0
