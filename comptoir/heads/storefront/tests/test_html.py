from __future__ import annotations

import html5lib

PATHS = (
    "/",
    "/en/",
    "/es/",
    "/rayon/table?brand=sillon&min=10&max=90",
    "/en/category/garden",
    "/es/categoria/mesa?page=2",
    "/rayon/table?min=9000",
    "/recherche?q=bol",
    "/en/search?q=zzzzqqqq",
    "/produit/sabot-youn?v=CLOG-41",
    "/en/product/youn-clog",
    "/es/producto/zueco-youn",
    "/panier",
    "/boutiques",
    "/contact",
    "/mentions-legales",
    "/conditions-de-vente",
    "/donnees-personnelles",
    "/nulle-part",
    "/ui",
)


def check(html):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    assert [(where, fault) for where, fault, _ in parser.errors] == []
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert sorted(set(ids)) == sorted(ids)
    assert {label.get("for") for label in tree.iter("label") if label.get("for")} <= set(ids)
    assert all(image.get("alt") is not None and image.get("width") for image in tree.iter("img"))
    assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith(("on", "style"))]
    assert len(list(tree.iter("h1"))) == 1


def test_every_page_is_valid_html_with_nothing_inline(own, shop):
    for path in PATHS:
        check(own.get(path).content.decode())
    own.post("/produit/sabot-youn", {"variant": str(shop["CLOG-39"]), "quantity": "2"})
    own.post("/produit/bol-numero-1", {"variant": str(shop["BOWL-1"]), "quantity": "20"})
    check(own.get("/panier").content.decode())
