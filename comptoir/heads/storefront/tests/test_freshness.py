from __future__ import annotations

import gzip

import pytest

from comptoir.heads.storefront.freshness import Page, PageMemory, memory
from comptoir.kernel import clock
from comptoir.kernel.money import Money
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft
from comptoir.shop.search import queries
from comptoir.shop.search.actions import flush_searches
from tests.builders.shopfront import tell

PUBLIC = ("/", "/rayon/table", "/produit/bol-numero-1", "/recherche?q=bol", "/boutiques")


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_holds_nothing_personal_and_can_be_kept_by_anybody(client, shop, path):
    response = client.get(path)
    assert response.headers["Cache-Control"].startswith("public")
    assert response.headers["ETag"].startswith('W/"')
    assert response.headers["Surrogate-Key"]
    assert not response.cookies
    again = client.get(path, headers={"if-none-match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_known_by_its_etag_costs_no_rendering(client, shop, monkeypatch):
    etag = client.get("/rayon/table").headers["ETag"]
    memory.clear()
    monkeypatch.setattr("comptoir.heads.storefront.views.shelf.render_page", None)
    assert client.get("/rayon/table", headers={"if-none-match": etag}).status_code == 304


def test_a_new_price_changes_the_page_and_its_etag_at_once(client, shop):
    old = client.get("/produit/bol-numero-1")
    pricing.set_prices([PriceDraft(shop["BOWL-1"], "web", Money(4321, "EUR"))], actor="system:test")
    tell()
    new = client.get("/produit/bol-numero-1", headers={"if-none-match": old.headers["ETag"]})
    assert new.status_code == 200
    assert "43,21" in new.content.decode()


def test_a_page_is_compressed_for_whoever_reads_that(client, shop):
    plain, packed = client.get("/"), client.get("/", headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Vary"] == "Accept-Encoding"


def test_memory_keeps_the_pages_asked_for_and_lets_the_others_go():
    kept = PageMemory(2)
    for path in ("/a", "/b"):
        page = Page(path, "k")
        page.stamp = "1"
        kept.keep(path, page)
    assert kept.find("/a", "1")
    newest = Page("/c", "k")
    newest.stamp = "1"
    kept.keep("/c", newest)
    assert kept.find("/b", "1") is None
    assert kept.find("/a", "2") is None
    assert len(kept) == 2


@pytest.mark.parametrize(
    "path", ["/", "/rayon/table", "/rayon/table?page=2&brand=sillon", "/produit/sabot-youn", "/recherche?q=bol"]
)
def test_a_page_asks_the_database_little_whatever_it_shows(client, shop, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(6):
        client.get(path)


def test_the_cart_asks_the_database_little(own, shop, django_assert_max_num_queries):
    for sku in ("CLOG-39", "BOWL-1", "BOWL-2", "CAN"):
        own.post("/produit/sabot-youn", {"variant": str(shop[sku]), "quantity": "2"})
    own.get("/panier")
    with django_assert_max_num_queries(6):
        own.get("/panier")


def test_every_search_is_recorded_also_when_the_page_comes_from_memory(client, shop):
    since = clock.now()
    for _ in range(3):
        client.get("/recherche?q=cuillere")
    flush_searches()
    (told,) = queries.list_empty_searches("web", "fr", since=since)
    assert (told.words, told.times) == ("cuillere", 3)


def test_a_shop_that_is_renamed_is_renamed_on_every_page(client, shop, monkeypatch):
    old = client.get("/boutiques")
    inventory.define_place("nantes", kind="shop", name="Boutique du Port", sells_online=False, actor="system:test")
    tell()
    soon = clock.monotonic() + 11
    monkeypatch.setattr(clock, "monotonic", lambda: soon)
    new = client.get("/boutiques", headers={"if-none-match": old.headers["ETag"]})
    assert "Boutique du Port" in new.content.decode()
