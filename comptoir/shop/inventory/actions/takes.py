"""What is promised and sent off: one guarded UPDATE per stock item, in key order, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from comptoir.kernel import clock
from comptoir.shop.inventory import rules
from comptoir.shop.inventory.actions.writing import Cause, announce, level_of, movement
from comptoir.shop.inventory.errors import NotEnoughStock, NotPromised, TooManyAtOnce
from comptoir.shop.inventory.models import StockItem, StockMovement
from comptoir.shop.inventory.types import StockLevel, Take

MOST_TAKES = 200


def hold(takes: Sequence[Take], *, ref: str, actor: str, reason: str = "") -> None:
    """Keep free pieces aside for `ref` (a payment under way). Refuses NotEnoughStock: then nothing is held."""
    _take(takes, rules.HOLD, ref=ref, actor=actor, reason=reason)


def release(takes: Sequence[Take], *, ref: str, actor: str, reason: str = "") -> None:
    """Give held pieces back to the shelf. Refuses NotPromised when fewer are held."""
    _take(takes, rules.RELEASE, ref=ref, actor=actor, reason=reason)


def allocate(takes: Sequence[Take], *, ref: str, actor: str, reason: str = "", held: bool = False) -> None:
    """Promise pieces to the order `ref`: free ones (refuses NotEnoughStock), or `held` ones (refuses NotPromised)."""
    _take(takes, rules.ALLOCATE_HELD if held else rules.ALLOCATE, ref=ref, actor=actor, reason=reason)


def deallocate(takes: Sequence[Take], *, ref: str, actor: str, reason: str = "") -> None:
    """Take a promise back (a cancelled order). Refuses NotPromised when fewer are allocated."""
    _take(takes, rules.DEALLOCATE, ref=ref, actor=actor, reason=reason)


def depart(takes: Sequence[Take], *, ref: str, actor: str, reason: str = "") -> None:
    """Allocated pieces leave the building. Refuses NotPromised, and NotEnoughStock when they are not on hand."""
    _take(takes, rules.DEPART, ref=ref, actor=actor, reason=reason)


@transaction.atomic
def _take(takes: Sequence[Take], move: rules.Move, *, ref: str, actor: str, reason: str) -> None:
    if len(takes) > MOST_TAKES:
        raise TooManyAtOnce(given=len(takes), most=MOST_TAKES)
    ordered = rules.in_key_order(takes)
    for take in ordered:
        if not _move_row(take, move):
            _refuse(take, move)
    cause = Cause(move.kind, ref, actor, rules.as_reason(reason), clock.now())
    after = _read(ordered)
    movements, pairs = [], []
    for take in ordered:
        level, count = after[take.variant, take.place], take.quantity
        deltas = {"on_hand": move.on_hand * count, "allocated": move.allocated * count, "held": move.held * count}
        movements.append(movement(level, cause, **deltas))
        pairs.append((_undone(level, **deltas), level))
    StockMovement.objects.bulk_create(movements)
    announce(pairs)


def _move_row(take: Take, move: rules.Move) -> bool:
    """The one guarded UPDATE: true when the row had what the move needs and gave it."""
    count = take.quantity
    on_hand, allocated, held = (
        F("on_hand") + move.on_hand * count,
        F("allocated") + move.allocated * count,
        F("held") + move.held * count,
    )
    covered = {
        "free": Q(on_hand__gte=F("allocated") + F("held") + count),
        "held": Q(held__gte=count),
        "allocated": Q(allocated__gte=count, on_hand__gte=-move.on_hand * count),
    }[move.needs]
    changed = StockItem.objects.filter(covered, variant_id=take.variant, place_id=take.place).update(
        on_hand=on_hand, allocated=allocated, held=held, short=Greatest(0, allocated + held - on_hand)
    )
    return changed == 1


def _refuse(take: Take, move: rules.Move) -> None:
    level = _read((take,)).get((take.variant, take.place)) or StockLevel(take.variant, take.place, 0, 0, 0)
    promised = {"free": 0, "held": level.held, "allocated": level.allocated}[move.needs]
    if move.needs == "free":
        raise NotEnoughStock(variant=str(take.variant), asked=take.quantity, free=level.free)
    if promised < take.quantity:
        raise NotPromised(variant=str(take.variant), asked=take.quantity, promised=promised)
    raise NotEnoughStock(variant=str(take.variant), asked=take.quantity, free=level.on_hand)


def _read(takes: Sequence[Take]) -> dict[tuple[object, object], StockLevel]:
    wanted = {take.variant for take in takes}, {take.place for take in takes}
    rows = StockItem.objects.filter(variant_id__in=wanted[0], place_id__in=wanted[1])
    return {(row.variant_id, row.place_id): level_of(row) for row in rows}


def _undone(level: StockLevel, *, on_hand: int, allocated: int, held: int) -> StockLevel:
    before = (level.on_hand - on_hand, level.allocated - allocated, level.held - held)
    return StockLevel(level.variant, level.place, *before, short=rules.shortage(*before))
