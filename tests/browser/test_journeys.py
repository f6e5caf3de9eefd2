"""Walks through the shop as people make them: without script, by keyboard, with both."""

from __future__ import annotations

import json
import re

import pytest

from tests.builders import shopfront


@pytest.mark.parametrize("width", [320, 1280])
def test_a_visitor_without_script_finds_chooses_and_fills_a_cart(visit, width):
    page = visit("/", width=width, script=False)
    page.get_by_role("searchbox").fill("sabot")
    page.get_by_role("button", name="Chercher").first.click()
    page.get_by_role("link", name="Sabot Youn").click()
    page.get_by_role("link", name="40").click()
    assert page.url.endswith("?v=CLOG-40")
    page.get_by_label("Quantité").fill("2")
    page.get_by_role("button", name="Ajouter au panier").click()
    assert page.get_by_role("status").inner_text().startswith("Dans votre panier")
    page.get_by_role("button", name="Un de plus").click()
    assert page.get_by_role("spinbutton").input_value() == "3"
    page.get_by_role("spinbutton").fill("5")
    page.get_by_role("button", name="Mettre à jour").click()
    assert page.get_by_role("spinbutton").input_value() == "5"
    page.get_by_role("button", name="Retirer").click()
    page.get_by_role("button", name="La remettre").click()
    assert page.get_by_role("spinbutton").input_value() == "5"


def test_filters_work_as_a_plain_form_on_a_phone_without_script(visit):
    page = visit("/rayon/table", width=390, script=False)
    page.locator(".filters > summary").click()
    page.get_by_label("Atelier du Sillon").check()
    page.get_by_role("button", name="Voir les articles").click()
    assert "brand=sillon" in page.url
    assert page.locator(".card").count() == 15
    page.get_by_role("link", name=re.compile("Retirer.*Sillon")).click()
    assert page.locator(".card").count() == 24


def test_filters_send_themselves_when_scripts_run(visit):
    page = visit("/rayon/table")
    page.get_by_label("Atelier du Sillon").check()
    page.wait_for_url(re.compile("brand=sillon"))
    assert page.locator(".card").count() == 15
    assert "min=" not in page.url
    page.get_by_label("Trier par").select_option("-price")
    page.wait_for_url(re.compile("sort=-price"))
    assert "brand=sillon" in page.url


def test_the_badge_tells_how_many_pieces_wait(visit):
    page = visit("/produit/bol-numero-1")
    page.get_by_label("Quantité").fill("3")
    page.get_by_role("button", name="Ajouter au panier").click()
    page.goto(page.url.partition("/panier")[0])
    assert page.locator(".badge").inner_text() == "3"


def test_suggestions_are_walked_by_keyboard(visit):
    page = visit("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("sabo", delay=20)
    page.locator("#suggestions [role=option]").first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    box.press("ArrowDown")
    assert page.locator("#suggestions [aria-selected=true]").count() == 1
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("Enter")
    page.wait_for_url(re.compile(r"/recherche\?q=sabo"))


def test_the_keyboard_alone_reaches_the_content_and_puts_in_the_cart(visit):
    page = visit("/produit/bol-numero-1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Ajouter au panier":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/panier"))


def test_emptying_asks_once_in_a_dialog_and_erases(visit):
    page = visit("/produit/bol-numero-1")
    page.get_by_role("button", name="Ajouter au panier").click()
    page.get_by_role("button", name="Vider le panier").click()
    page.get_by_role("button", name="Tout effacer").click()
    assert "Votre panier est vide" in page.get_by_role("status").inner_text()
    assert [cookie["name"] for cookie in page.context.cookies() if cookie["name"].startswith("cart")] == []


def test_the_language_is_changed_on_the_same_page(visit):
    page = visit("/produit/sabot-youn")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/product/youn-clog")
    assert page.get_by_role("heading", level=1).inner_text() == "Youn clog"


def test_allergens_are_read_without_a_click_and_nothing_is_promised_that_food_does_not_have(visit):
    shopfront.add_honey()
    page = visit("/produit/miel-de-tilleul", width=320, script=False)
    assert page.get_by_text("lait, fruits à coque").is_visible()
    assert page.get_by_text("tant que c’est scellé").is_visible()
    assert page.get_by_text("2 ans à compter de la livraison").count() == 0
    page.get_by_role("link", name="à lire plus bas").click()
    assert page.get_by_role("heading", name="Informations légales").is_visible()


def test_walking_through_the_shop_writes_nothing_on_the_device(visit, address):
    page = visit("/")
    for path in ("/rayon/table?brand=sillon", "/produit/sabot-youn", "/recherche?q=bol", "/panier", "/en/shops"):
        page.goto(address + path)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_structured_data_says_what_the_page_says(visit):
    page = visit("/produit/sabot-youn?v=CLOG-40")
    told = [json.loads(one) for one in page.locator("script[type='application/ld+json']").all_inner_texts()]
    group = next(one for one in told if one["@type"] == "ProductGroup")
    offers = {one["sku"]: one["offers"] for one in group["hasVariant"]}
    shown = page.locator(".price__now").inner_text().replace("\u00a0", " ")
    assert shown == f"{offers['CLOG-40']['price'].replace('.', ',')} €"
    assert offers["CLOG-40"]["availability"] == "https://schema.org/InStock"
    assert offers["CLOG-41"]["availability"] == "https://schema.org/OutOfStock"
    page.get_by_role("link", name="41").click()
    assert page.get_by_role("button", name="Ajouter au panier").count() == 0
