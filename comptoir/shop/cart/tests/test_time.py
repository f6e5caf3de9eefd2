"""Carts wait for those who come back, and are forgotten when nobody does."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from comptoir.kernel import clock
from comptoir.kernel.models import JournalEntry
from comptoir.shop.cart import actions, errors, queries
from comptoir.shop.cart.jobs import purge_carts
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from tests.builders.carts import a_cart, for_sale

pytestmark = pytest.mark.django_db


def later(**ago: float) -> time_machine.travel:
    return time_machine.travel(clock.now() + timedelta(**ago), tick=False)


def test_who_comes_back_after_four_hours_is_welcomed_until_an_answer() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 2)
    left_at = Cart.objects.get().touched_at
    with later(hours=3.9):
        assert queries.find_welcome(cart, at=clock.now()) is None
    with later(hours=5):
        welcome = queries.find_welcome(cart, at=clock.now())
        assert welcome is not None
        assert (welcome.count, welcome.lines, welcome.touched_at) == (2, 1, left_at)
        actions.keep_cart(cart)
        assert queries.find_welcome(cart, at=clock.now()) is None
        assert queries.count_pieces(cart) == 2


def test_an_empty_cart_welcomes_nobody() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    (line,) = queries.find_cart(cart, "fr", at=clock.now()).lines
    actions.save_for_later(cart, line.id)
    with later(hours=5):
        assert queries.find_welcome(cart, at=clock.now()) is None


def test_a_cart_is_kept_ninety_days_after_its_last_touch() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    with later(days=89):
        assert purge_carts.call() == {"erased": 0}
        actions.keep_cart(cart)
    with later(days=178):
        assert queries.find_cart(cart, "fr", at=clock.now()).count == 1
    with later(days=180):
        with pytest.raises(errors.CartNotFound):
            queries.find_cart(cart, "fr", at=clock.now())
        with pytest.raises(errors.CartNotFound):
            actions.add_line(cart, bowl)
        assert purge_carts.call() == {"erased": 1}
        assert purge_carts.call() == {"erased": 0}
    assert [model.objects.count() for model in (Cart, CartKey, CartLine)] == [0, 0, 0]
    assert JournalEntry.objects.filter(verb="purge_carts").count() == 1


def test_a_removed_line_can_be_put_back_for_a_day() -> None:
    bowl, cart = for_sale(), a_cart()
    line = actions.add_line(cart, bowl).line
    actions.remove_line(cart, line)
    with later(hours=23):
        actions.purge_carts()
        assert queries.find_cart(cart, "fr", at=clock.now()).removed == (line,)
    with later(hours=25):
        actions.purge_carts()
        with pytest.raises(errors.LineNotFound):
            actions.restore_line(cart, line)
