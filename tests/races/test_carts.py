"""One cart, many tabs, many clicks."""

from __future__ import annotations

import pytest

from comptoir.kernel import clock
from comptoir.shop.cart import actions, queries
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from comptoir.shop.customers import actions as customers
from tests.builders.carts import a_cart, for_sale
from tests.builders.races import run_together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_twenty_clicks_on_add_are_twenty_pieces_on_one_line() -> None:
    bowl, cart = for_sale(), a_cart()

    answers = run_together(20, lambda _: actions.add_line(cart, bowl))

    assert {type(answer).__name__ for answer in answers} == {"ChangedLine"}
    (line,) = queries.find_cart(cart, "fr", at=clock.now()).lines
    assert line.quantity == 20
    assert sorted(answer.version for answer in answers) == list(range(2, 22))


def test_merging_many_times_at_once_doubles_and_loses_nothing() -> None:
    bowl, plate, guest = for_sale("bol"), for_sale("assiette"), a_cart()
    actions.add_line(guest, bowl, 2)
    actions.add_line(guest, plate, 3)
    ana = customers.register_customer("ana@exemple.fr", language="fr", actor="system:test")

    opened = run_together(10, lambda _: actions.merge_carts(guest, ana, channel="web", language="fr"))

    assert len({one.id for one in opened}) == 1
    for one in opened:
        lines = queries.find_cart(one.secret, "fr", at=clock.now()).lines
        assert {line.variant: line.quantity for line in lines} == {bowl: 2, plate: 3}
    assert (Cart.objects.count(), CartLine.objects.count()) == (1, 2)


def test_emptying_while_adding_leaves_nothing_behind() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)

    def act(i: int) -> str:
        try:
            if i == 7:
                actions.empty_cart(cart)
            else:
                actions.add_line(cart, bowl)
        except CartNotFound:
            return "gone"
        return "done"

    assert set(run_together(16, act)) <= {"gone", "done"}
    assert [model.objects.count() for model in (Cart, CartKey, CartLine)] == [0, 0, 0]


def test_forgetting_old_carts_while_one_is_opened_again_keeps_it_whole() -> None:
    bowl, carts = for_sale(), [a_cart() for _ in range(6)]
    for cart in carts:
        actions.add_line(cart, bowl)

    answers = run_together(
        12, lambda i: actions.purge_carts() if i % 2 else actions.add_line(carts[i // 2], bowl).quantity
    )

    assert [answer for i, answer in enumerate(answers) if i % 2 == 0] == [2] * 6
    assert CartLine.objects.count() == 6
