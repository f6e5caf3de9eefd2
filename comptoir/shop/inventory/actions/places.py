"""Places: where goods stand."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from comptoir.kernel import journal, outbox
from comptoir.kernel.ids import new_id
from comptoir.shop.inventory.errors import PlaceUnreadable
from comptoir.shop.inventory.events import PlacesChanged
from comptoir.shop.inventory.models import Place
from comptoir.shop.inventory.rules import is_name
from comptoir.shop.inventory.types import PlaceId

_KINDS = ("warehouse", "shop")


@transaction.atomic
def define_place(  # a place is all of its fields: each call states it whole
    code: str, *, kind: str, name: str, actor: str, address: Mapping[str, str] | None = None, sells_online: bool = True
) -> PlaceId:
    """Make or change the place of this code; stating it unchanged writes nothing.

    Refuses an empty code or name and a `kind` other than "warehouse" or "shop" (PlaceUnreadable).
    """
    for field, sound in (("code", is_name(code, most=60)), ("name", is_name(name, most=200)), ("kind", kind in _KINDS)):
        if not sound:
            raise PlaceUnreadable(field=field)
    stated = {"kind": kind, "name": name, "address": dict(address or {}), "sells_online": sells_online}
    fresh = Place(id=new_id(), code=code, **stated)
    Place.objects.bulk_create([fresh], ignore_conflicts=True)
    place = Place.objects.select_for_update(no_key=True).get(code=code)
    before = {field: getattr(place, field) for field in stated}
    made = place.id == fresh.id
    if made or before != stated:
        Place.objects.filter(id=place.id).update(**stated)
        journal.record(
            journal.Entry(actor, "define_place", f"place:{place.id}", None if made else before, {"code": code} | stated)
        )
        outbox.emit(PlacesChanged(places=(code,)), about=f"place:{place.id}")
    return PlaceId(place.id)
