"""Pure rules of stock: how numbers move, what of them is shown, what quantities are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from comptoir.shop.inventory.errors import QuantityOutOfRange
from comptoir.shop.inventory.types import SHOWN_AT_MOST, StockLevel, Take, availability

MOST_PIECES = 100_000_000


@dataclass(frozen=True, slots=True)
class Move:
    """What one piece taken does to the three numbers, and what it needs there to be."""

    kind: str
    on_hand: int
    allocated: int
    held: int
    needs: str  # "free", "held" or "allocated": the number that must cover the pieces taken


HOLD = Move("hold", 0, 0, 1, "free")
RELEASE = Move("release", 0, 0, -1, "held")
ALLOCATE = Move("allocate", 0, 1, 0, "free")
ALLOCATE_HELD = Move("allocate_held", 0, 1, -1, "held")
DEALLOCATE = Move("deallocate", 0, -1, 0, "allocated")
DEPART = Move("depart", -1, -1, 0, "allocated")


def check_quantity(quantity: int, *, least: int, most: int = MOST_PIECES) -> int:
    """`quantity` itself when it is a whole number from `least` to `most`; refused otherwise."""
    if type(quantity) is not int or not least <= quantity <= most:
        raise QuantityOutOfRange(quantity=str(quantity)[:40], least=least, most=most)
    return quantity


def is_name(text: str, *, most: int) -> bool:
    """Whether a text can name something: not empty, not too long, nothing that a database cannot keep."""
    return len(text.strip()) > 0 and len(text) <= most and "\0" not in text


def as_reason(text: str) -> str:
    """A reason as kept: at most 500 characters, whatever was pasted."""
    return text.replace("\0", "")[:500]


def shortage(on_hand: int, allocated: int, held: int) -> int:
    """Promised pieces that are not there."""
    return max(0, allocated + held - on_hand)


def in_key_order(takes: Iterable[Take]) -> tuple[Take, ...]:
    """One take per variant and place, summed, in the one order every writer locks rows in."""
    summed: dict[tuple[UUID, UUID], Take] = {}
    for take in takes:
        check_quantity(take.quantity, least=1)
        key = (take.variant, take.place)
        before = summed[key].quantity if key in summed else 0
        summed[key] = Take(take.variant, take.place, before + take.quantity)
    return tuple(summed[key] for key in sorted(summed))


def shown_change(before: StockLevel, after: StockLevel) -> tuple[bool, bool]:
    """Whether the number shown changed, and whether the word for it did."""
    return (
        min(before.free, SHOWN_AT_MOST) != min(after.free, SHOWN_AT_MOST),
        availability(before.free) != availability(after.free),
    )


def in_chunks(ids: Iterable[UUID], size: int = 500) -> tuple[tuple[UUID, ...], ...]:
    """The ids in their order, in tuples of at most `size`."""
    listed = tuple(ids)
    return tuple(listed[start : start + size] for start in range(0, len(listed), size))
