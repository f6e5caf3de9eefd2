from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from comptoir.kernel import clock
from comptoir.shop.inventory import actions as inventory
from tests.builders.shopfront import tell

SHEET = "/produit/sabot-youn"


def add(own, variant, quantity="1"):
    return own.post(SHEET, {"variant": str(variant), "quantity": quantity})


def cart(own):
    return own.get("/panier").content.decode()


def line_of(own):
    return cart(own).partition('action="/panier/lignes/')[2][:36]


def test_an_article_goes_into_the_cart_by_a_plain_form(own, shop):
    response = add(own, shop["CLOG-39"], "2")
    assert response.status_code == 303
    assert response.headers["Location"] == f"/panier?added={shop['CLOG-39'].hex}"
    assert "Dans votre panier" in own.get(response.headers["Location"]).content.decode()
    assert 'value="2"' in cart(own)


def test_the_secret_is_for_the_server_alone_and_only_the_count_is_for_scripts(own, shop):
    cookies = add(own, shop["CLOG-39"], "2").cookies
    assert cookies["cart"]["httponly"]
    assert cookies["cart"]["samesite"] == "Lax"
    assert cookies["cart"]["max-age"] == 90 * 24 * 3600
    assert cookies["cart_count"].value == "2"
    assert not cookies["cart_count"]["httponly"]


def test_no_cookie_is_written_before_something_is_put_in_a_cart(own, shop):
    for path in ("/", "/rayon/jardin", SHEET, "/recherche?q=bol", "/panier"):
        assert not own.get(path).cookies


def test_a_quantity_is_stepped_typed_and_refused_with_nothing_lost(own, shop):
    add(own, shop["CLOG-39"])
    line = line_of(own)
    own.post(f"/panier/lignes/{line}", {"quantity": "1", "step": "2"})
    assert 'name="quantity" type="number" inputmode="numeric" min="1" max="8" value="2"' in cart(own)
    for hostile in ("-1", "1000000", "99999999999999999999", "deux", "1.5", "١"):
        refused = own.post(f"/panier/lignes/{line}", {"quantity": hostile})
        assert refused.status_code == 422
        assert 'role="alert"' in refused.content.decode()
    assert 'value="2"' in cart(own)


def test_a_removed_line_can_be_put_back(own, shop):
    add(own, shop["CLOG-39"])
    line = line_of(own)
    gone = own.post(f"/panier/lignes/{line}", {"act": "remove", "quantity": "1"}, follow=True).content.decode()
    assert "La remettre" in gone
    assert "Il n’y a rien dans votre panier" in gone
    back = own.post(f"/panier/lignes/{line}", {"act": "restore"}, follow=True).content.decode()
    assert "De retour dans votre panier" in back
    assert "Sabot Youn" in back


def test_a_line_is_saved_for_later_and_comes_back(own, shop):
    add(own, shop["CLOG-39"])
    line = line_of(own)
    saved = own.post(f"/panier/lignes/{line}", {"act": "later"}, follow=True).content.decode()
    assert "Remettre au panier" in saved
    assert own.cookies["cart_count"].value == "0"
    own.post(f"/panier/lignes/{line}", {"act": "now"}, follow=True)
    assert own.cookies["cart_count"].value == "1"


def test_emptying_erases_the_cart_and_its_cookies(own, shop):
    add(own, shop["CLOG-39"])
    page = own.post("/panier", {"act": "empty"}, follow=True).content.decode()
    assert "Votre panier est vide, et rien n’en est gardé" in page
    assert own.cookies["cart"].value == ""


@pytest.mark.parametrize("secret", ["forged", "x" * 5000, "é\"';--", "00000000-0000-0000-0000-000000000000"])
def test_a_forged_cart_is_no_cart_and_a_new_one_is_opened_at_the_next_act(own, shop, secret):
    own.cookies["cart"] = secret
    assert "Il n’y a rien dans votre panier" in cart(own)
    own.cookies["cart"] = secret
    assert add(own, shop["CLOG-39"]).status_code == 303
    assert own.cookies["cart"].value != secret


def test_what_cannot_be_bought_is_said_on_the_sheet(own, shop):
    refused = add(own, uuid4())
    assert refused.status_code == 409
    assert "Cet article ne peut plus être acheté" in refused.content.decode()
    assert refused.headers["Cache-Control"] == "private, no-store"
    assert own.post(SHEET, {"variant": "nonsense"}).status_code == 422


def test_a_form_of_another_site_puts_nothing_in_the_cart(client, shop):
    refused = client.post(SHEET, {"variant": str(shop["CLOG-39"])}, headers={"sec-fetch-site": "cross-site"})
    assert refused.status_code == 403
    assert "cart" not in refused.cookies


def test_a_returning_visitor_is_welcomed_once_on_a_page_of_his_own(own, shop, monkeypatch):
    add(own, shop["CLOG-39"])
    del own.cookies["greeted"]
    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    first = own.get("/rayon/jardin")
    assert "Bon retour" in first.content.decode()
    assert first.headers["Cache-Control"] == "private, no-store"
    second = own.get("/rayon/jardin")
    assert "Bon retour" not in second.content.decode()
    assert second.headers["Cache-Control"].startswith("public")


def test_the_sum_names_as_many_articles_as_it_adds_up(own, shop):
    add(own, shop["CLOG-39"], "2")
    add(own, shop["CLOG-40"], "3")
    inventory.count_stock("depot", {shop["CLOG-40"]: 0}, actor="system:test", reason="breakage")
    tell()
    page = cart(own)
    assert re.search(r"cart__total.><dt>2 articles</dt><dd>80,00\u00a0€", page)
    assert "3 articles indisponibles aujourd’hui ne sont pas comptés." in page
