"""Pure rules of stock."""

from __future__ import annotations

from uuid import UUID

import pytest

from comptoir.shop.inventory.errors import QuantityOutOfRange
from comptoir.shop.inventory.rules import check_quantity, in_key_order, shortage, shown_change
from comptoir.shop.inventory.types import PlaceId, StockLevel, Take, availability

A, B = UUID(int=1), UUID(int=2)
PLACE = PlaceId(UUID(int=9))


def level(on_hand: int, allocated: int = 0, held: int = 0) -> StockLevel:
    return StockLevel(A, PLACE, on_hand, allocated, held, shortage(on_hand, allocated, held))


def test_free_pieces_are_what_is_not_promised_and_never_negative() -> None:
    assert level(10, 3, 2).free == 5
    assert level(3, 4, 1).free == 0
    assert level(3, 4, 1).short == 2


@pytest.mark.parametrize(("free", "word"), [(0, "out"), (1, "low"), (3, "low"), (4, "in"), (1000, "in")])
def test_the_word_for_free_pieces(free: int, word: str) -> None:
    assert availability(free) == word


def test_a_change_beyond_what_is_shown_is_no_change() -> None:
    assert shown_change(level(500), level(120)) == (False, False)
    assert shown_change(level(100), level(98)) == (True, False)
    assert shown_change(level(4), level(3)) == (True, True)


def test_takes_are_summed_and_ordered_by_key() -> None:
    takes = (Take(B, PLACE, 1), Take(A, PLACE, 2), Take(B, PLACE, 3))
    assert in_key_order(takes) == (Take(A, PLACE, 2), Take(B, PLACE, 4))


@pytest.mark.parametrize("quantity", [0, -1, 10**12, 1.0, True, "2", None])
def test_a_strange_quantity_is_refused(quantity: object) -> None:
    with pytest.raises(QuantityOutOfRange):
        check_quantity(quantity, least=1)
