"""The table of pictures and documents, and where their files stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comptoir.shop.catalogue.types import Media, Product
from comptoir.shop.exchange.rules.packing import pack
from comptoir.shop.exchange.rules.tables import Cells, by_language

_PLACE = re.compile(r"media/[A-Za-z0-9_-][\w.\- ]{0,150}")
ORIGINAL = " original"  # where the shop keeps the file: on the tape, never a column


def is_place(name: str) -> bool:
    """Whether a file may stand there: straight in `media/`, whatever the table says."""
    return _PLACE.fullmatch(name) is not None


def media_rows(product: Product, media: Sequence[Media]) -> Iterator[Cells]:
    """A row for each picture or document of a product, in order; one file is named once however often it is shown."""
    variants = {variant.id: variant for variant in product.variants}
    for one in media:
        variant = variants.get(one.variant) if one.variant else None
        yield {
            "code": product.code,
            "sku": (variant.sku or "") if variant else "",
            "options": pack(variant.options) if variant else "",
            "of_variant": "1" if variant else "0",
            "position": str(one.position),
            "kind": one.kind,
            "filename": one.filename,
            "digest": one.digest,
            "file": f"media/{one.digest}.{one.original.rpartition('.')[2]}",
            **by_language("alt", one.alt),
            ORIGINAL: one.original,
        }
