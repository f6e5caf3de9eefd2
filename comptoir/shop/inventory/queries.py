"""Reading stock: places, levels, what explains them, what goods cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from comptoir.kernel import sql
from comptoir.kernel.money import Money
from comptoir.shop.inventory.errors import UnknownPlace
from comptoir.shop.inventory.models import Place as PlaceRow
from comptoir.shop.inventory.models import ReceiptLine, StockItem, StockMovement
from comptoir.shop.inventory.types import (
    Discrepancy,
    Explanation,
    Movement,
    Place,
    PlaceId,
    ReceiptId,
    StockLevel,
    Supply,
)

MOST_LISTED = 1_000
_ONLINE = """
SELECT i.variant_id, SUM(i.on_hand - i.allocated - i.held + i.short)
FROM inventory_stockitem i JOIN inventory_place p ON p.id = i.place_id
WHERE p.sells_online AND i.variant_id IN (<keys>) GROUP BY i.variant_id
"""


def list_places() -> tuple[Place, ...]:
    """Every place, by code (at most 1,000)."""
    return tuple(_place(row) for row in PlaceRow.objects.order_by("code")[:MOST_LISTED])


def find_place(code: str) -> Place:
    """The place of this code. Refuses UnknownPlace."""
    row = PlaceRow.objects.filter(code=code).first()
    if row is None:
        raise UnknownPlace(place=code)
    return _place(row)


def list_levels(variants: Collection[UUID]) -> Mapping[UUID, tuple[StockLevel, ...]]:
    """Levels of each variant at each place that ever had it, place codes in order; no entry: never had any.

    One statement per 500 variants.
    """
    found: dict[UUID, list[StockLevel]] = defaultdict(list)
    ids = list(variants)
    for start in range(0, len(ids), 500):
        rows = StockItem.objects.filter(variant_id__in=ids[start : start + 500]).order_by("variant_id", "place__code")
        for row in rows.values_list("variant_id", "place_id", "on_hand", "allocated", "held", "short"):
            found[row[0]].append(StockLevel(row[0], PlaceId(row[1]), *row[2:]))
    return {variant: tuple(levels) for variant, levels in found.items()}


def count_online(variants: Collection[UUID]) -> Mapping[UUID, int]:
    """Free pieces of each variant over the places that sell online; 0 when there are none. At most 500 variants."""
    ids = list(variants)[:500]
    rows = sql.fetch(sql.among(_ONLINE, ids), ids) if ids else []
    return dict.fromkeys(ids, 0) | {sql.read_uuid(variant): int(free) for variant, free in rows}


def list_shortages(*, limit: int = 100) -> tuple[StockLevel, ...]:
    """Stock items that promised more than a count found, for somebody to act on."""
    rows = StockItem.objects.filter(short__gt=0).order_by("place", "variant_id")[: min(limit, MOST_LISTED)]
    return tuple(_level(row) for row in rows)


def explain(variant: UUID, place: PlaceId, *, limit: int = 50) -> Explanation:
    """Why a stock number is what it is: the level and its latest movements, newest first."""
    item = StockItem.objects.filter(variant_id=variant, place_id=place).first()
    movements = StockMovement.objects.filter(variant_id=variant, place_id=place)
    told = movements.aggregate(n=Count("id"))["n"]
    listed = tuple(_movement(row) for row in movements.order_by("-id")[: min(limit, MOST_LISTED)])
    level = _level(item) if item is not None else StockLevel(variant, place, 0, 0, 0)
    return Explanation(level, listed, told - len(listed))


def audit_stock(*, limit: int = 100) -> tuple[Discrepancy, ...]:
    """Stock items whose numbers are not the sum of their movements; empty when the books are right.

    Movements without an item are told of too, as stored (0, 0, 0).
    """
    most = min(limit, MOST_LISTED)
    items = StockItem.objects.annotate(**{f"told_{name}": _told(name) for name in _NUMBERS})
    wrong = items.filter(~Q(on_hand=F("told_on_hand")) | ~Q(allocated=F("told_allocated")) | ~Q(held=F("told_held")))
    found = [
        Discrepancy(variant, PlaceId(place), (on_hand, allocated, held), (told_on_hand, told_allocated, told_held))
        for variant, place, on_hand, allocated, held, told_on_hand, told_allocated, told_held in wrong.order_by(
            "variant_id", "place_id"
        ).values_list("variant_id", "place_id", *_NUMBERS, *(f"told_{name}" for name in _NUMBERS))[:most]
    ]
    return (*found, *_orphans(most - len(found)))


def list_supplies(variant: UUID, *, limit: int = 100) -> tuple[Supply, ...]:
    """What this variant was bought for, latest receipt first (SOL-7: paid when; RAP-1: at what cost)."""
    rows = ReceiptLine.objects.filter(variant_id=variant).select_related("receipt")
    return tuple(
        Supply(
            receipt=ReceiptId(row.receipt_id),
            variant=variant,
            supplier=row.receipt.supplier,
            reference=row.receipt.reference,
            quantity=row.quantity,
            unit_cost=Money(row.unit_cost, row.currency),
            received_on=row.receipt.received_on,
            paid_on=row.receipt.paid_on,
        )
        for row in rows.order_by("-receipt__received_on", "-id")[: min(limit, MOST_LISTED)]
    )


_NUMBERS = ("on_hand", "allocated", "held")


def _told(number: str) -> Coalesce:
    sums = (
        StockMovement.objects.filter(variant_id=OuterRef("variant_id"), place_id=OuterRef("place_id"))
        .order_by()
        .values("place_id")
        .annotate(total=Sum(number))
        .values("total")
    )
    return Coalesce(Subquery(sums, output_field=IntegerField()), Value(0))


def _orphans(limit: int) -> tuple[Discrepancy, ...]:
    items = StockItem.objects.filter(variant_id=OuterRef("variant_id"), place_id=OuterRef("place_id"))
    rows: QuerySet[StockMovement] = StockMovement.objects.filter(~Exists(items)).order_by("variant_id", "place_id")
    sums = rows.values_list("variant_id", "place_id").annotate(*(Sum(name) for name in _NUMBERS))
    return tuple(Discrepancy(row[0], PlaceId(row[1]), (0, 0, 0), tuple(row[2:])) for row in sums[: max(limit, 0)])


def _place(row: PlaceRow) -> Place:
    return Place(PlaceId(row.id), row.code, row.kind, row.name, row.address, row.sells_online)


def _level(row: StockItem) -> StockLevel:
    return StockLevel(row.variant_id, PlaceId(row.place_id), row.on_hand, row.allocated, row.held, row.short)


def _movement(row: StockMovement) -> Movement:
    return Movement(
        variant=row.variant_id,
        place=PlaceId(row.place_id),
        kind=row.kind,
        on_hand=row.on_hand,
        allocated=row.allocated,
        held=row.held,
        ref=row.ref,
        reason=row.reason,
        actor=row.actor,
        at=row.at,
    )
