"""Every page at three widths: nothing overflows, axe finds nothing, the HTML is valid, the weight is kept."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SHOTS, WIDTHS

PAGES = {
    "home": ("/", "/en/", "/es/"),
    "category": ("/rayon/table?brand=sillon", "/en/category/garden", "/es/categoria/mesa?page=2"),
    "nothing": ("/rayon/table?min=9000", "/en/search?q=zzzzqqqq", "/es/buscar?q=zzzzqqqq"),
    "search": ("/recherche?q=bol", "/en/search?q=bowl&sort=price", "/es/buscar?q=cuenco"),
    "sheet": ("/produit/sabot-youn?v=CLOG-41", "/en/product/youn-clog", "/es/producto/zueco-youn"),
    "cart": ("/panier", "/en/cart", "/es/carrito"),
    "shops": ("/boutiques", "/en/shops", "/es/tiendas"),
    "terms": ("/conditions-de-vente", "/en/terms-of-sale", "/es/condiciones-de-venta"),
    "legal": ("/mentions-legales", "/en/legal-notice", "/es/aviso-legal"),
    "contact": ("/contact", "/en/contact", "/es/contacto"),
    "privacy": ("/donnees-personnelles", "/en/personal-data", "/es/datos-personales"),
}
WEIGHED = ("document", "stylesheet", "script")
LIGHT = ("/", "/rayon/table", "/produit/sabot-youn")
axe = Axe()


def faults(page):
    report = axe.run(page, options={"resultTypes": ["violations"]})
    return [
        (fault["id"], node["target"], node["failureSummary"][:200])
        for fault in report.response["violations"]
        for node in fault["nodes"]
    ]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def fill_cart(page, address):
    page.goto(f"{address}/produit/sabot-youn?v=CLOG-39")
    page.get_by_role("button", name="Ajouter au panier").click()
    page.goto(f"{address}/produit/bol-numero-1")
    page.get_by_role("button", name="Ajouter au panier").click()
    page.get_by_role("button", name="Mettre de côté").first.click()


@pytest.mark.parametrize(("language", "place"), [("fr", 0), ("en", 1), ("es", 2)])
def test_every_page_is_sound_at_every_width(visit, address, language, place):
    page = visit("/")
    fill_cart(page, address)
    found = []
    for name, paths in PAGES.items():
        page.goto(address + paths[place])
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if overflow(page) > 0:
                found.append((paths[place], width, "scrolls sideways", overflow(page)))
            if SHOTS.name:
                page.screenshot(path=SHOTS / f"{name}-{language}-{width}.png", full_page=True)
        found += [(paths[place], *fault) for fault in faults(page)]
        page.set_viewport_size({"width": 390, "height": 900})
        found += [(paths[place], 390, *fault) for fault in faults(page)] if language == "fr" else []
    assert found == []


@pytest.mark.parametrize("path", ["/es/categoria/mesa", "/en/search?q=bowl", "/mentions-legales"])
def test_nothing_scrolls_sideways_on_the_smallest_phone_without_script(visit, path):
    page = visit(path, width=320, script=False)
    assert overflow(page) <= 0


def test_a_missing_page_is_sound_too(visit):
    page = visit("/produit/arrosoir-rouge", width=320)
    assert page.get_by_role("heading", level=1).inner_text() == "Cette page n’est pas ici"
    assert faults(page) == []
    assert overflow(page) <= 0
    visit.complaints.clear()  # the browser reports the 404 itself


def test_the_gallery_shows_every_component_soundly(visit):
    page = visit("/ui")
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert overflow(page) <= 0
    if SHOTS.name:
        page.screenshot(path=SHOTS / "gallery.png", full_page=True)


def test_the_pages_most_seen_are_light_and_ask_no_one_else(visit, address):
    for path in LIGHT:
        answers = []
        page = visit("/robots.txt")
        page.on("response", lambda answer, answers=answers: answers.append(answer))
        page.goto(address + path, wait_until="networkidle")
        weighed = [answer for answer in answers if answer.request.resource_type in WEIGHED]
        assert sum(len(gzip.compress(answer.body(), 5)) for answer in weighed) < 60_000
        assert len(answers) < 15
        assert {urlsplit(answer.url).netloc for answer in answers} == {urlsplit(address).netloc}
