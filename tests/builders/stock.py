"""Stock for tests: a warehouse that sells online, a shop that does not, pieces on a shelf."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from comptoir.shop.inventory import actions, queries
from comptoir.shop.inventory.types import PlaceId

ACTOR = "system:test"


def a_warehouse(code: str = "depot", *, sells_online: bool = True) -> PlaceId:
    return actions.define_place(code, kind="warehouse", name="Dépôt", sells_online=sells_online, actor=ACTOR)


def a_shop(code: str = "lyon", *, sells_online: bool = False) -> PlaceId:
    return actions.define_place(code, kind="shop", name="Boutique", sells_online=sells_online, actor=ACTOR)


def on_the_shelf(counts: Mapping[UUID, int], place: str = "depot") -> PlaceId:
    """Put pieces on the shelf of a place, made if needed, as a count would."""
    made = a_warehouse(place) if place == "depot" else queries.find_place(place).id
    actions.count_stock(place, counts, actor=ACTOR, reason="opening count")
    return made
