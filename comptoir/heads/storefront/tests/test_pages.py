from __future__ import annotations

import json
import re

import pytest

from comptoir.shop.catalogue import actions as catalogue_actions
from comptoir.shop.catalogue import queries as catalogue
from tests.builders.shopfront import add_honey, tell

PAGES = {
    "fr": ("/", "/rayon/jardin", "/produit/sabot-youn", "/recherche?q=bol", "/panier", "/boutiques", "/contact"),
    "en": ("/en/", "/en/category/garden", "/en/product/youn-clog", "/en/search?q=bowl", "/en/cart", "/en/shops"),
    "es": ("/es/", "/es/categoria/jardin", "/es/producto/zueco-youn", "/es/buscar?q=cuenco", "/es/carrito"),
}
ALL = [(language, path) for language, paths in PAGES.items() for path in paths]


def text(response):
    return response.content.decode()


@pytest.mark.parametrize(("language", "path"), ALL)
def test_every_page_answers_in_its_language(client, shop, language, path):
    response = client.get(path)
    assert response.status_code == 200
    assert f'<html lang="{language}">' in text(response)


def test_a_category_shows_24_cards_and_the_rest_on_the_next_page(client, shop):
    first, second = text(client.get("/rayon/table")), text(client.get("/rayon/table?page=2"))
    assert first.count('<li class="card">') == 24
    assert second.count('<li class="card">') == 6
    assert 'href="?page=2"' in first


def test_the_address_carries_every_choice_and_each_can_be_taken_back(client, shop):
    page = text(client.get("/rayon/table?brand=sillon&attr.matter=zinc&max=30&sort=-price"))
    assert page.count('<li class="card">') == 4
    assert 'href="?attr.matter=zinc&amp;max=30&amp;sort=-price"' in page
    assert 'href="?brand=sillon&amp;attr.matter=zinc&amp;sort=-price"' in page
    assert '<option value="-price" selected>' in page


def test_an_empty_list_says_why_and_what_to_do(client, shop):
    page = text(client.get("/rayon/table?min=9000"))
    assert "Aucun article ne réunit tous ces choix" in page
    assert "Retirer tous les filtres" in page
    assert "Nous n’avons rien trouvé" in text(client.get("/recherche?q=zzzzqqqq"))


def test_choosing_a_size_picks_its_variant_and_says_what_is_left(client, shop):
    page = text(client.get("/produit/sabot-youn?v=CLOG-41"))
    assert "Épuisé pour le moment" in page
    assert "Ajouter au panier" not in page
    page = text(client.get("/produit/sabot-youn?v=CLOG-39"))
    assert str(shop["CLOG-39"]) in page
    assert "TVA 20\u00a0% comprise" in page


def test_structured_data_says_what_the_page_says_and_no_name_breaks_out_of_it(client, shop):
    page = text(client.get("/produit/arrosoir-script-zinc"))
    blocks = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    product = next(block for block in blocks if block["@type"] == "Product")
    assert product["name"] == "Arrosoir </script> & zinc"
    assert product["gtin"] == "4006381333931"
    assert product["offers"]["priceCurrency"] == "EUR"
    assert product["offers"]["price"].replace(".", ",") in page
    assert product["offers"]["availability"] == "https://schema.org/InStock"
    crumbs = next(block for block in blocks if block["@type"] == "BreadcrumbList")
    assert [step["name"] for step in crumbs["itemListElement"]] == ["Accueil", "Jardin", "Arrosoir </script> & zinc"]


def test_several_variants_are_a_group_with_an_offer_each(client, shop):
    page = text(client.get("/en/product/youn-clog"))
    (group,) = [
        block
        for block in map(json.loads, re.findall(r'<script type="application/ld\+json">(.*?)</script>', page))
        if block["@type"] == "ProductGroup"
    ]
    assert [variant["sku"] for variant in group["hasVariant"]] == ["CLOG-39", "CLOG-40", "CLOG-41"]
    assert group["hasVariant"][2]["offers"]["availability"] == "https://schema.org/OutOfStock"


def test_search_engines_are_told_the_canonical_address_and_the_other_languages(client, shop):
    page = text(client.get("/produit/sabot-youn?v=CLOG-40&utm_source=x"))
    assert '<link rel="canonical" href="http://127.0.0.1:8000/produit/sabot-youn">' in page
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/product/youn-clog"' in page
    assert 'hreflang="x-default" href="http://127.0.0.1:8000/produit/sabot-youn"' in page


@pytest.mark.parametrize("path", ["/panier", "/recherche?q=bol", "/rayon/table?brand=sillon", "/nulle-part"])
def test_what_is_personal_filtered_or_missing_is_not_indexed(client, shop, path):
    assert '<meta name="robots" content="noindex' in text(client.get(path))


def test_an_unknown_page_offers_a_search_for_its_own_words(client, shop):
    response = client.get("/produit/arrosoir-rouge")
    assert response.status_code == 404
    assert 'value="arrosoir rouge"' in text(response)
    assert client.get("/en/nowhere").status_code == 404


def test_sitemaps_list_every_page_in_every_language(client, shop):
    index = text(client.get("/sitemap.xml"))
    assert "http://127.0.0.1:8000/sitemap-articles-1.xml" in index
    pages = text(client.get("/sitemap-pages.xml"))
    assert "<loc>http://127.0.0.1:8000/es/categoria/jardin</loc>" in pages
    articles = b"".join(client.get("/sitemap-articles-1.xml").streaming_content).decode()
    assert articles.count("<url>") == 32 * 3
    assert client.get("/sitemap-articles-2.xml").status_code == 404
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text(client.get("/robots.txt"))


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=99999999999", "page=x", "min=abc", "min=-5", "max=1e99", "min=NaN", "sort=nope",
     "brand=%00", "attr.matter=" + "x" * 5000, "q=" + "é" * 3000, "q=%22%27%3Cscript%3E", "attr.=1", "q=%ff%fe"],
)  # fmt: skip
def test_a_hostile_address_is_a_page_like_another(client, shop, query):
    for path in ("/rayon/table", "/recherche", "/recherche/suggestions"):
        response = client.get(f"{path}?{query}")
        assert response.status_code in {200, 422}
        assert "<script>" not in text(response).replace('<script type="module"', "")


def test_suggestions_lead_where_they_say(client, shop):
    page = text(client.get("/recherche/suggestions?q=sab"))
    assert 'data-href="/produit/sabot-youn"' in page or 'data-href="/rayon/sabots"' in page
    assert text(client.get("/recherche/suggestions?q=s")).strip() == ""


def test_a_page_that_moved_sends_on_for_good_with_what_was_chosen(client, shop):
    owner = catalogue.find_products_by_code(["CLOG"])["CLOG"]
    catalogue_actions.change_slug("product", owner, "fr", "sabot-de-jardin", actor="system:test")
    tell()
    moved = client.get("/produit/sabot-youn?v=CLOG-40")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/produit/sabot-de-jardin?v=CLOG-40")
    assert client.get(moved.headers["Location"]).status_code == 200
    assert client.get("/en/product/youn-clog").status_code == 200


@pytest.mark.parametrize("path", ["/", "/rayon/table", "/recherche", "/recherche/suggestions", "/boutiques"])
def test_a_page_that_only_shows_takes_no_form(own, shop, path):
    assert own.post(path, {"q": "bol"}).status_code == 405


def test_food_says_its_allergens_in_sight_and_promises_only_what_holds_for_food(client, shop):
    add_honey()
    page = text(client.get("/produit/miel-de-tilleul"))
    assert "lait, fruits à coque" in page
    assert '<details class="more" open>' in page
    assert "23,00\u00a0€ / kg" in page
    assert "tant que c’est scellé" in page
    assert "2 ans à compter de la livraison" not in page
    assert "2 ans à compter de la livraison" in text(client.get("/produit/sabot-youn"))


def test_the_window_holds_the_article_that_the_merchant_chose_and_shows_it_once(client, shop, settings, tmp_path):
    settings.MERCHANT_FILE = tmp_path / "merchant.toml"
    settings.MERCHANT_FILE.write_text('name = "Le Courtil"\nwindow = "BOWL-7"\n')
    page = text(client.get("/"))
    assert re.search(r'class="window__article" href="/produit/bol-numero-7"', page)
    assert page.count('href="/produit/bol-numero-7"') == 1
    settings.MERCHANT_FILE = tmp_path / "other.toml"
    settings.MERCHANT_FILE.write_text('name = "Le Courtil"\nwindow = "NOT-THERE"\n')
    assert "window__article" not in text(client.get("/"))  # no article of the small shop has a picture


def test_an_empty_search_never_says_that_it_found_the_nearest(client, shop):
    page = text(client.get("/recherche?q=licorne+violette+volante"))
    assert "Nous n’avons rien trouvé" in page
    assert "Voici les plus proches" not in page


def test_every_page_meant_for_search_engines_sums_itself_up(client, shop):
    for path in ("/rayon/sabots", "/rayon/table", "/boutiques", "/en/contact", "/es/condiciones-de-venta"):
        assert re.search(r'<meta name="description" content="[^"]{8,}">', text(client.get(path))), path


def test_a_further_page_of_a_category_has_its_own_address_in_each_language(client, shop):
    page = text(client.get("/rayon/table?page=2"))
    assert '<link rel="canonical" href="http://127.0.0.1:8000/rayon/table?page=2">' in page
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/category/table-ware?page=2"' in page
    assert "<title>Table, page 2" in page
    assert "noindex" not in page
    assert "noindex" in text(client.get("/rayon/table?page=9"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_language_without_its_last_slash_leads_to_its_home_page(client, shop, language):
    response = client.get(f"/{language}")
    assert (response.status_code, response.headers["Location"]) == (301, f"/{language}/")
