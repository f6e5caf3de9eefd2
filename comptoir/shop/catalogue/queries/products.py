"""Read articles whole, in a number of statements that does not depend on how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.errors import TooManyDrafts
from comptoir.shop.catalogue.queries.vocabulary import read_brand
from comptoir.shop.catalogue.rules.values import from_stored
from comptoir.shop.catalogue.types import (
    AttributeValue,
    CategoryId,
    NetQuantity,
    Product,
    ProductId,
    ProductStatus,
    Variant,
    VariantId,
)

MOST = 500
MOST_CODES = 5_000


def load_products(ids: Sequence[ProductId]) -> tuple[Product, ...]:
    """These products (at most 500) in the order given, unknown ids left out. Five statements."""
    if len(ids) > MOST:
        raise TooManyDrafts(count=len(ids), limit=MOST)
    rows = {row.id: row for row in models.Product.objects.select_related("brand").filter(id__in=ids)}
    variants, categories, channels, slugs = _variants(ids), _categories(ids), _channels(ids), _slugs(ids)
    return tuple(
        read_product(
            rows[one],
            brand=rows[one].brand,
            variants=tuple(variants.get(one, ())),
            categories=tuple(CategoryId(found) for found in categories.get(one, ())),
            channels=tuple(channels.get(one, ())),
            slugs=slugs.get(one, {}),
        )
        for one in ids
        if one in rows
    )


def find_products_by_code(codes: Sequence[str]) -> Mapping[str, ProductId]:
    """Product ids by code, at most 5,000 codes; unknown codes are left out."""
    _bound(codes)
    found = models.Product.objects.filter(code__in=codes).values_list("code", "id")
    return {code: ProductId(found_id) for code, found_id in found}


def find_variants_by_sku(skus: Sequence[str]) -> Mapping[str, VariantId]:
    """Variant ids by SKU, at most 5,000 SKUs; unknown SKUs are left out."""
    _bound(skus)
    found = models.Variant.objects.filter(sku__in=skus).values_list("sku", "id")
    return {sku: VariantId(found_id) for sku, found_id in found if sku is not None}


def find_products_of_variants(variants: Sequence[VariantId]) -> Mapping[VariantId, ProductId]:
    """The product of each variant, at most 5,000 of them; unknown ids are left out."""
    _bound(variants)
    found = models.Variant.objects.filter(id__in=variants).values_list("id", "product_id")
    return {VariantId(variant): ProductId(product) for variant, product in found}


def list_product_ids(*, after: ProductId | None = None, limit: int = MOST) -> tuple[ProductId, ...]:
    """Product ids in the order they were made, from after this one, at most `limit` (5,000)."""
    rows = models.Product.objects.order_by("id")
    if after is not None:
        rows = rows.filter(id__gt=after)
    return tuple(ProductId(found) for found in rows.values_list("id", flat=True)[: min(limit, MOST_CODES)])


def list_products_in(
    category: CategoryId, *, after: ProductId | None = None, limit: int = MOST
) -> tuple[ProductId, ...]:
    """Ids of products placed in a category or below it, keyset-paged by id, at most `limit` (5,000)."""
    below = models.CategoryLink.objects.filter(ancestor=category).values("descendant_id")
    rows = models.Placement.objects.filter(category_id__in=below)
    if after is not None:
        rows = rows.filter(product_id__gt=after)
    found = rows.order_by("product_id").values_list("product_id", flat=True).distinct()
    return tuple(ProductId(one) for one in found[: min(limit, MOST_CODES)])


def list_products_of(
    *, family: str | None = None, brand: str | None = None, after: ProductId | None = None, limit: int = MOST
) -> tuple[ProductId, ...]:
    """Ids of the products of a family or a brand (by code), keyset-paged by id, at most `limit` (5,000)."""
    rows = models.Product.objects.order_by("id")
    if family is not None:
        rows = rows.filter(family=family)
    if brand is not None:
        rows = rows.filter(brand__code=brand)
    if after is not None:
        rows = rows.filter(id__gt=after)
    return tuple(ProductId(found) for found in rows.values_list("id", flat=True)[: min(limit, MOST_CODES)])


def count_products() -> int:
    """How many products there are."""
    return models.Product.objects.count()


def _bound(given: Sequence[object]) -> None:
    if len(given) > MOST_CODES:
        raise TooManyDrafts(count=len(given), limit=MOST_CODES)


def _variants(ids: Sequence[UUID]) -> dict[UUID, list[Variant]]:
    found: dict[UUID, list[Variant]] = {}
    for row in models.Variant.objects.filter(product_id__in=ids).order_by("position", "id"):
        found.setdefault(row.product_id, []).append(read_variant(row))
    return found


def _categories(ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    rows = models.Placement.objects.filter(product_id__in=ids).order_by("position", "id")
    for product, category in rows.values_list("product_id", "category_id"):
        found.setdefault(product, []).append(category)
    return found


def _channels(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    rows = models.Publication.objects.filter(product_id__in=ids).order_by("channel_id")
    for product, channel in rows.values_list("product_id", "channel_id"):
        found.setdefault(product, []).append(channel)
    return found


def _slugs(ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = {}
    rows = models.Slug.objects.filter(kind="product", object_id__in=ids, current=True).order_by("language")
    for product, language, slug in rows.values_list("object_id", "language", "slug"):
        found.setdefault(product, {})[language] = slug
    return found


def _typed(kept: Mapping[str, Any]) -> dict[str, AttributeValue]:
    return {code: from_stored(value) for code, value in kept.items()}


def read_variant(row: models.Variant) -> Variant:
    """A row as the door gives it."""
    quantity = NetQuantity(row.net_amount, row.net_unit) if row.net_amount and row.net_unit else None
    return Variant(
        id=VariantId(row.id),
        product=ProductId(row.product_id),
        sku=row.sku,
        gtin=row.gtin,
        options=row.options,
        attributes=_typed(row.attributes),
        weight_g=row.weight_g,
        length_mm=row.length_mm,
        width_mm=row.width_mm,
        height_mm=row.height_mm,
        net_quantity=quantity,
        position=row.position,
        active=row.active,
    )


def read_product(
    row: models.Product,
    *,
    brand: models.Brand | None,
    variants: tuple[Variant, ...],
    categories: tuple[CategoryId, ...],
    channels: tuple[str, ...],
    slugs: Mapping[str, str],
) -> Product:
    """A row and what belongs to it, as the door gives it."""
    return Product(
        id=ProductId(row.id),
        code=row.code,
        status=ProductStatus(row.status),
        family=row.family_id,
        brand=read_brand(brand) if brand is not None else None,
        categories=categories,
        name=row.name,
        summary=row.summary,
        description=row.description,
        seo_title=row.seo_title,
        seo_description=row.seo_description,
        slugs=slugs,
        attributes=_typed(row.attributes),
        legal=_typed(row.legal),
        options=tuple(row.options),
        tax_class=row.tax_class,
        variants=variants,
        channels=channels,
        custom=row.custom,
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
