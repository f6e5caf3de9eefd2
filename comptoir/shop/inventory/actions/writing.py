"""What every stock action ends with: rows written, movements recorded, changes announced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from comptoir.kernel import outbox, sql
from comptoir.shop.inventory.events import StockChanged
from comptoir.shop.inventory.models import Place, StockItem, StockMovement
from comptoir.shop.inventory.rules import in_chunks, shortage, shown_change
from comptoir.shop.inventory.types import PlaceId, StockLevel


@dataclass(frozen=True, slots=True)
class Cause:
    """Why stock moves: the kind of movement, what it refers to, who, why, when."""

    kind: str
    ref: str
    actor: str
    reason: str
    at: datetime


def level_of(item: StockItem) -> StockLevel:
    """The item as it crosses the door."""
    return StockLevel(item.variant_id, PlaceId(item.place_id), item.on_hand, item.allocated, item.held, item.short)


def put_on_hand(place: Place, items: Mapping[UUID, StockItem], on_hand: Mapping[UUID, int], cause: Cause) -> None:
    """Set the pieces on hand of locked `items` (missing ones are made), in bounded statements; tell what changed."""
    rows, movements, pairs = [], [], []
    for variant in sorted(on_hand):
        now = on_hand[variant]
        old = items.get(variant) or StockItem(place=place, variant_id=variant)
        row = StockItem(
            place=place,
            variant_id=variant,
            on_hand=now,
            allocated=old.allocated,
            held=old.held,
            short=shortage(now, old.allocated, old.held),
        )
        rows.append(row)
        movements.append(movement(level_of(row), cause, on_hand=now - old.on_hand))
        pairs.append((level_of(old), level_of(row)))
    StockItem.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["variant_id", "place"], update_fields=["on_hand", "short"]
    )
    sql.insert_rows(movements)
    announce(pairs)


def movement(level: StockLevel, cause: Cause, *, on_hand: int = 0, allocated: int = 0, held: int = 0) -> StockMovement:
    """An unsaved line of what moved at `level`'s variant and place."""
    return StockMovement(
        variant_id=level.variant,
        place_id=level.place,
        kind=cause.kind,
        on_hand=on_hand,
        allocated=allocated,
        held=held,
        ref=cause.ref,
        reason=cause.reason,
        actor=cause.actor,
        at=cause.at,
    )


def announce(pairs: Sequence[tuple[StockLevel, StockLevel]]) -> None:
    """Tell of the variants whose shown stock changed, (before, after) given; nothing when none did."""
    shown: dict[UUID, bool] = {}
    for before, after in pairs:
        number, word = shown_change(before, after)
        if number or word:
            shown[after.variant] = shown.get(after.variant, False) or word
    for chunk in in_chunks(shown):
        crossed = tuple(variant for variant in chunk if shown[variant])
        about = f"variant:{chunk[0]}" if len(chunk) == 1 else "stock"
        outbox.emit(StockChanged(variants=chunk, crossed=crossed), about=about)
