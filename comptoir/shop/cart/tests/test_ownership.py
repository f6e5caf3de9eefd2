"""docs/ownership.md, row by row: what proves that a cart is yours, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from comptoir.kernel import clock
from comptoir.shop.cart import actions, queries
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.models import CartKey
from comptoir.shop.cart.types import CartSecret, CartView
from comptoir.shop.customers import actions as customers
from tests.builders.carts import a_cart, for_sale

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).resolve().parents[4] / "docs" / "ownership.md"


def view(secret: str) -> CartView:
    return queries.find_cart(CartSecret(secret), "fr", at=clock.now())


def test_the_page_has_a_row_for_everything_that_somebody_owns() -> None:
    rows = [
        line.split("|")[1].strip() for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")
    ]
    assert rows[1:] == [
        "cart of a guest",
        "cart of a customer",
        "joining a guest's cart to an account",
        "draft of an order (*reserved*)",
        "order (*reserved*)",
        "return (*reserved*)",
    ]


def test_cart_of_a_guest_the_secret_and_nothing_else() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    seen = view(cart)
    assert seen.count == 1
    stored = CartKey.objects.values_list("secret_hash", flat=True).get()
    for guess in (str(seen.id), seen.id.hex, str(seen.lines[0].id), stored, cart[:-1], cart + "A", cart.swapcase()):
        with pytest.raises(CartNotFound):
            view(guess)


def test_a_secret_has_256_random_bits() -> None:
    secrets = {a_cart() for _ in range(50)}
    assert len(secrets) == 50
    assert {len(secret) for secret in secrets} == {43}


def test_cart_of_a_customer_one_secret_per_device() -> None:
    a_cart()
    ana = customers.register_customer("ana@exemple.fr", language="fr", actor="system:test")
    phone, laptop = (actions.merge_carts(None, ana, channel="web", language="fr") for _ in range(2))
    assert phone.secret != laptop.secret
    assert view(phone.secret).id == view(laptop.secret).id == phone.id


def test_joining_typing_an_address_binds_nothing() -> None:
    bowl, guest = for_sale(), a_cart()
    actions.add_line(guest, bowl)
    ana = customers.register_customer("ana@exemple.fr", language="fr", actor="system:test")
    own = actions.merge_carts(None, ana, channel="web", language="fr")
    customers.register_customer("Ana@exemple.fr", language="fr", actor="system:test")
    assert (view(guest).count, view(own.secret).count) == (1, 0)


def test_joining_the_old_secret_is_dead_at_once() -> None:
    bowl, guest = for_sale(), a_cart()
    actions.add_line(guest, bowl)
    ana = customers.register_customer("ana@exemple.fr", language="fr", actor="system:test")
    own = actions.merge_carts(guest, ana, channel="web", language="fr")
    assert view(own.secret).count == 1
    with pytest.raises(CartNotFound):
        view(guest)
