"""At login carts become one, without a question, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from comptoir.kernel import clock
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import OutboxEvent
from comptoir.shop.cart import actions, errors, queries
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from comptoir.shop.cart.types import CartSecret
from comptoir.shop.catalogue.types import VariantId
from comptoir.shop.customers import actions as customers
from comptoir.shop.customers.errors import UnknownCustomer
from comptoir.shop.customers.types import CustomerId, Subject
from tests.builders.carts import a_cart, for_sale

pytestmark = pytest.mark.django_db


def ana() -> CustomerId:
    return customers.register_customer("ana@exemple.fr", language="fr", actor="system:test")


def login(secret: CartSecret | None, customer: CustomerId) -> CartSecret:
    return actions.merge_carts(secret, customer, channel="web", language="fr").secret


def contents(secret: CartSecret) -> dict[VariantId, int]:
    lines = queries.find_cart(secret, "fr", at=clock.now()).lines
    return {VariantId(line.variant): line.quantity for line in lines}


def test_the_guests_articles_join_the_customers_and_the_larger_quantity_stays() -> None:
    bowl, plate, jug, customer = for_sale("bol"), for_sale("assiette"), for_sale("pichet"), ana()
    phone = login(None, a_cart() and customer)
    actions.add_line(phone, bowl, 3)
    actions.add_line(phone, plate, 1)
    guest = a_cart()
    actions.add_line(guest, bowl, 2)
    actions.add_line(guest, plate, 4)
    actions.add_line(guest, jug, 1)
    laptop = login(guest, customer)
    assert contents(laptop) == contents(phone) == {bowl: 3, plate: 4, jug: 1}
    with pytest.raises(errors.CartNotFound):
        contents(guest)
    assert OutboxEvent.objects.filter(kind="cart.CartsMerged").count() == 1


def test_merging_again_changes_nothing() -> None:
    bowl, customer, guest = for_sale(), ana(), a_cart()
    actions.add_line(guest, bowl, 2)
    first = login(guest, customer)
    for _ in range(3):
        assert contents(login(guest, customer)) == {bowl: 2}
        assert contents(login(first, customer)) == {bowl: 2}
    assert (Cart.objects.count(), CartLine.objects.count()) == (1, 1)


def test_a_customer_without_a_cart_gets_one_and_it_is_the_same_next_time() -> None:
    a_cart()
    customer = ana()
    opened = [actions.merge_carts(None, customer, channel="web", language="fr") for _ in range(2)]
    assert opened[0].id == opened[1].id
    assert opened[0].secret != opened[1].secret


def test_what_the_guest_removed_stays_removed_and_what_the_customer_removed_comes_back_if_the_guest_wants_it() -> None:
    bowl, plate, customer = for_sale("bol"), for_sale("assiette"), ana()
    guest = a_cart()
    phone = login(None, customer)
    actions.remove_line(phone, actions.add_line(phone, bowl, 5).line)
    actions.add_line(guest, bowl, 1)
    actions.remove_line(guest, actions.add_line(guest, plate, 1).line)
    assert contents(login(guest, customer)) == {bowl: 1}


def test_saved_lines_stay_saved() -> None:
    bowl, customer, guest = for_sale(), ana(), a_cart()
    actions.save_for_later(guest, actions.add_line(guest, bowl, 2).line)
    seen = queries.find_cart(login(guest, customer), "fr", at=clock.now())
    assert ([line.quantity for line in seen.saved], seen.lines) == ([2], ())


def test_somebody_elses_cart_never_joins_mine() -> None:
    bowl, a = for_sale(), a_cart()
    bob = customers.register_customer("bob@exemple.fr", language="fr", actor="system:test")
    actions.add_line(a, bowl, 2)
    bobs = login(a, bob)
    assert contents(login(bobs, ana())) == {}
    assert contents(bobs) == {bowl: 2}


def test_the_secret_of_before_the_login_follows_nobody_into_the_account() -> None:
    bowl, customer, planted = for_sale(), ana(), a_cart()
    actions.add_line(planted, bowl)
    own = login(planted, customer)
    with pytest.raises(errors.CartNotFound):
        queries.find_cart(planted, "fr", at=clock.now())
    assert contents(own) == {bowl: 1}


def test_a_cart_of_another_channel_stays_there() -> None:
    bowl, customer, guest = for_sale(), ana(), a_cart("marche")
    a_cart()
    assert contents(login(guest, customer)) == {}
    assert queries.find_cart(guest, "fr", at=clock.now()).channel == "marche"
    del bowl


def test_a_cart_of_last_season_is_not_brought_back() -> None:
    bowl, customer = for_sale(), ana()
    old = login(None, customer)
    actions.add_line(old, bowl)
    with time_machine.travel(clock.now() + timedelta(days=91), tick=False):
        assert contents(login(None, customer)) == {}
    assert Cart.objects.count() == 1


def test_only_the_latest_twenty_devices_are_remembered() -> None:
    a_cart()
    customer = ana()
    secrets = [login(None, customer) for _ in range(23)]
    assert CartKey.objects.filter(cart__customer_id=customer).count() == 20
    assert contents(secrets[-1]) == {}


def test_nobody_owns_no_cart() -> None:
    a_cart()
    with pytest.raises(UnknownCustomer):
        login(None, CustomerId(new_id()))


def test_forgetting_a_customer_forgets_the_cart() -> None:
    bowl, customer = for_sale(), ana()
    own = login(None, customer)
    actions.add_line(own, bowl)
    customers.forget(Subject(customer=customer), actor="staff:ana")
    assert [model.objects.count() for model in (Cart, CartKey, CartLine)] == [0, 0, 0]
