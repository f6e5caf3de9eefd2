"""Read pictures and documents of articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.files.storage import default_storage, storages

from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.errors import TooManyDrafts
from comptoir.shop.catalogue.rules.files import WrongFile, read_file
from comptoir.shop.catalogue.types import Media, MediaId, ProductId, Rendition, VariantId

MOST = 500


def list_media(product_ids: Sequence[ProductId]) -> Mapping[ProductId, tuple[Media, ...]]:
    """Media of these products (at most 500), in order; a product without any is left out. One statement."""
    if len(product_ids) > MOST:
        raise TooManyDrafts(count=len(product_ids), limit=MOST)
    found: dict[ProductId, list[Media]] = {}
    for row in models.Media.objects.filter(product_id__in=product_ids).order_by("product_id", "position", "id"):
        found.setdefault(ProductId(row.product_id), []).append(read_media(row))
    return {product: tuple(rows) for product, rows in found.items()}


def read_media(row: models.Media) -> Media:
    """A row as the door gives it; renditions from the smallest."""
    return Media(
        id=MediaId(row.id),
        product=ProductId(row.product_id),
        variant=VariantId(row.variant_id) if row.variant_id is not None else None,
        kind=row.kind,
        original=row.original,
        mime=row.mime,
        width=row.width,
        height=row.height,
        alt=row.alt,
        position=row.position,
        renditions=tuple(Rendition(*one) for one in row.renditions),
        filename=row.filename,
        digest=row.digest,
    )


def load_original(original: str, kind: str) -> bytes | None:
    """The bytes of a file as they are kept (at most 20 MB), by its `original` and `kind`; None when they are lost."""
    store = storages["originals"] if kind == "picture" else default_storage
    if not store.exists(original):
        return None
    with store.open(original) as stored:
        content: bytes = stored.read()
    return content


def find_file_fault(content: bytes) -> str:
    """Why `attach_media` would refuse these bytes, as the reason of its `MediaRefused`; "" when it would take them."""
    try:
        read_file(content)
    except WrongFile as wrong:
        return wrong.reason
    return ""
