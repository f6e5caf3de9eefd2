"""Every row lock of the inventory, taken in key order. Whoever creates stock items locks their place first."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from comptoir.shop.inventory.errors import UnknownPlace
from comptoir.shop.inventory.models import Place, StockItem


def lock_place(code: str) -> Place:
    """The place, with other counts and receipts there waiting; takers of stock do not wait."""
    # no_key: a taker's movement row refers to the place and must not be blocked by us.
    place = Place.objects.select_for_update(no_key=True).filter(code=code).first()
    if place is None:
        raise UnknownPlace(place=code)
    return place


def lock_items(place: Place, variants: Collection[UUID]) -> dict[UUID, StockItem]:
    """The stock items of these variants at this place, locked in variant order."""
    rows = StockItem.objects.select_for_update().filter(place=place, variant_id__in=variants).order_by("variant_id")
    return {row.variant_id: row for row in rows}
