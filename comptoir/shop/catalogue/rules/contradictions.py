"""Contradictions: what a sheet says against itself or against another one."""

from __future__ import annotations

from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.types import SheetFault


def find(sheet: Sheet) -> list[SheetFault]:
    """Every contradiction of a sheet in one language; each closes the publish gate."""
    return [*_shared_gtins(sheet)]


def _shared_gtins(sheet: Sheet) -> list[SheetFault]:
    found = []
    for variant in sheet.product.variants:
        twin = sheet.gtin_twins.get(variant.gtin) if variant.gtin and variant.active else None
        if twin is not None:
            facts = {"gtin": variant.gtin or "", "product": twin}
            found.append(SheetFault("contradiction.gtin_of_another_product", "variants.gtin", facts, blocking=True))
    return found
