"""The last pieces, wanted by many at once."""

from __future__ import annotations

import pytest

from comptoir.kernel.ids import new_id
from comptoir.shop.inventory import actions, queries
from comptoir.shop.inventory.errors import NotEnoughStock
from comptoir.shop.inventory.types import Take
from tests.builders.races import run_together
from tests.builders.stock import ACTOR, a_warehouse, on_the_shelf

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_a_hundred_buyers_of_ten_pieces_get_exactly_ten() -> None:
    variant = new_id()
    depot = on_the_shelf({variant: 10})

    answers = run_together(100, lambda i: actions.hold([Take(variant, depot, 1)], ref=f"cart:{i}", actor=ACTOR))

    assert answers.count(None) == 10
    assert [type(answer) for answer in answers if answer is not None] == [NotEnoughStock] * 90
    (level,) = queries.list_levels([variant])[variant]
    assert (level.on_hand, level.held, level.free) == (10, 10, 0)
    assert queries.audit_stock() == ()


def test_buyers_of_the_same_two_articles_in_either_order_never_block_each_other_for_ever() -> None:
    a, b = new_id(), new_id()
    depot = on_the_shelf({a: 1000, b: 1000})
    both = [Take(a, depot, 1), Take(b, depot, 1)]

    answers = run_together(24, lambda i: actions.hold(both[:: (-1) ** i], ref=f"cart:{i}", actor=ACTOR))

    assert answers == [None] * 24
    assert [queries.list_levels([v])[v][0].held for v in (a, b)] == [24, 24]


def test_counting_while_others_buy_loses_no_movement() -> None:
    variants = [new_id() for _ in range(5)]
    a_warehouse()
    depot = on_the_shelf(dict.fromkeys(variants, 100))

    def act(i: int) -> None:
        if i % 4 == 0:
            actions.count_stock("depot", dict.fromkeys([*variants, new_id()], 100 + i), actor=ACTOR)
        else:
            actions.hold([Take(variant, depot, 1) for variant in reversed(variants)], ref=f"c:{i}", actor=ACTOR)

    assert run_together(16, act) == [None] * 16
    assert {level.held for levels in queries.list_levels(variants).values() for level in levels} == {12}
    assert queries.audit_stock() == ()


def test_two_people_who_count_the_same_new_article_at_once_leave_books_that_add_up() -> None:
    a_warehouse()
    new = [new_id() for _ in range(20)]

    def count(i: int) -> int:
        return actions.count_stock("depot", dict.fromkeys(new, 10 + i), actor=ACTOR)

    assert run_together(8, count) == [20] * 8
    assert queries.audit_stock() == ()
