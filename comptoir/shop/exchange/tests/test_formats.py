"""Each platform's file, small and written by us: what is read of it."""

from decimal import Decimal

import pytest

from comptoir.shop.catalogue.types import AttributeKind
from comptoir.shop.exchange.formats import Reading, recognise
from comptoir.shop.exchange.formats.reading.book import open_book
from comptoir.shop.exchange.types import ReadArticle, ReadBrand, ReadCategory, ReadFamily, Trouble


@pytest.fixture
def read(tmp_path):
    def take(**contents):
        paths = []
        for name, content in contents.items():
            path = tmp_path / name.replace("__", ".")
            path.write_text(content, encoding="utf-8")
            paths.append(str(path))
        found, parts, _ = recognise(open_book(tuple(paths)))
        items = list(found.read(Reading(parts, "fr", "EUR")))
        return found.code, items

    return take


def of(items, kind):
    return [item for item in items if isinstance(item, kind)]


def troubles(items):
    return [(item.line, item.code) for item in of(items, Trouble)]


def chosen(variant):
    return {choice.option: choice.value for choice in variant.choices}


PRESTA = (
    "Product ID;Active (0/1);Name *;Categories (x,y,z...);Price tax excluded;Reference #;Manufacture"
    "r;EAN13;Weight;Quantity;Summary;Description;Feature(Name:Value:Position)\n"
)
COMBI = (
    "Product ID*;Attribute (Name:Type:Position)*;Value (Value:Position)*;Reference;EAN13;Impact on p"
    "rice;Quantity;Impact on weight\n"
)


def test_prestashop_joins_products_combinations_categories_and_brands(read):
    code, items = read(
        p__csv=PRESTA
        + "7;1;Sabot;Jardin,Pieds;40;S;Zola;;0,5;9;<b>Court</b>;<p>Long</p>;Bois:Hêtre:0\n"
        + "8;0;Seau;Inconnue;9.5;SEAU;;4006381333931;;3;;;\n",
        c__csv=COMBI
        + "7;Pointure:select:0, Couleur:color:1;39:0, Vert:0;S-39;;2;4;0,1\n"
        + "7;Pointure:select:0, Couleur:color:1;40:1, Vert:0;S-40;;0;5;;\n"
        + "99;Pointure:select:0;39:0;X;;0;1;0\n",
        k__csv="Category ID;Active (0/1);Name *;Parent category;Root category (0/1);Description;URL rewritten\n"
        "3;1;Jardin;Home;0;<p>Vert</p>;jardin\n4;1;Pieds;Jardin;0;;pieds\n",
        b__csv="ID;Active (0/1);Name *;Description;Short description;Meta title\n1;1;Zola;;;\n",
    )
    assert code == "prestashop"
    clog, bucket = of(items, ReadArticle)
    assert (clog.code, clog.name, clog.summary, clog.categories) == (
        "S",
        {"fr": "Sabot"},
        {"fr": "Court"},
        ("jardin", "pieds"),
    )
    assert [(v.sku, v.prices[0].amount, v.prices[0].mode, v.stock, v.weight_g) for v in clog.variants] == [
        ("S-39", Decimal(42), "net", {"": 4}, 600),
        ("S-40", Decimal(40), "net", {"": 5}, 500),
    ]
    assert chosen(clog.variants[0]) == {"pointure": "39", "couleur": "vert"}
    assert [(one.code, one.values) for one in clog.attributes] == [("bois", ("Hêtre",))]
    assert (bucket.status, bucket.variants[0].gtin) == ("draft", "4006381333931")
    assert [(one.code, one.parent) for one in of(items, ReadCategory)] == [
        ("jardin", ""),
        ("pieds", "jardin"),
        ("inconnue", ""),
    ]
    assert [one.name for one in of(items, ReadBrand)] == ["Zola"]
    assert troubles(items) == [(3, "empty_extra_cells"), (4, "variant_without_article")]


def test_prestashop_xml_gives_texts_and_lines(read):
    code, items = read(
        p__xml='<?xml version="1.0"?>\n<entity_product>\n<product id="Bol"><name>Bol d&#xE9;cor&#xE9;</name>'
        "<description_short>&lt;p&gt;Court&lt;/p&gt;</description_short></product>\n</entity_product>"
    )
    [bowl] = of(items, ReadArticle)
    assert (code, bowl.code, bowl.line, bowl.name, bowl.summary) == (
        "prestashop-xml", "Bol", 3, {"fr": "Bol décoré"}, {"fr": "Court"},
    )  # fmt: skip


WOO = (
    "ID,Type,SKU,Name,Published,Regular price,Sale price,Parent,Stock,Length (cm),Categories,Attribu"
    "te 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)\n"
)


def test_woocommerce_gathers_variations_under_their_parent(read):
    code, items = read(
        w__csv=WOO
        + '5,variable,TEE,Tee,1,,,,,20,"Mode > Hauts, Soldes",Color,"Red, Blue",Size,"S, M"\n'
        + "6,variation,TEE-R,Tee red,1,25,20,TEE,3,,,Color,Red,Size,\n"
        + "7,variation,TEE-B,Tee blue,1,26,,id:5,,,,Color,Blue,Size,\n"
        + "8,grouped,SET,Set,1,,,,,,,,,,\n"
        + "9,variation,LOST,Lost,1,1,,id:77,,,,,,,\n"
    )
    [tee] = of(items, ReadArticle)
    assert code == "woocommerce"
    assert [(v.sku, chosen(v), v.prices[0].amount, v.length_mm) for v in tee.variants] == [
        ("TEE-R", {"color": "red"}, Decimal(25), 200),
        ("TEE-B", {"color": "blue"}, Decimal(26), 200),
    ]
    assert tee.categories == ("mode_hauts", "soldes")
    assert [one.code for one in tee.attributes] == ["size"]
    assert sorted(troubles(items)) == [
        (2, "option_left_open"), (3, "promotion_not_taken"), (5, "grouped_not_taken"), (6, "variant_without_article"),
    ]  # fmt: skip


MAGENTO = (
    "sku,store_view_code,attribute_set_code,product_type,categories,name,price,qty,weight,product_on"
    "line,visibility,url_key,additional_attributes,configurable_variations\n"
)


def test_magento_builds_a_configurable_from_its_simples(read):
    code, items = read(
        m__csv=MAGENTO
        + 'H-S,,Top,simple,Default Category/Men,H S,52,7,0.5,1,Not Visible Individually,,"size=S,gtin=4006381333931",\n'
        + "H-M,,Top,simple,Default Category/Men,H M,53,8,0.5,1,Not Visible Individually,,size=M,\n"
        + 'H,,Top,configurable,"Default Category/Men/Hoodies,Default Category",Hoodie,52,0,,1,"Catalog, Search",hoodie,'
        + '"has_options=1,material=Wool|Nylon,note=warm, soft,eco=Yes","sku=H-S,size=S|sku=H-M,size=M|sku=H-L,size=L"\n'
        + "H,fr,Top,configurable,,Pull à capuche,,,,,,,,\n"
        + 'B,,Bag,bundle,,Bundle,1,,,1,"Catalog, Search",,,\n'
    )
    [hoodie] = of(items, ReadArticle)
    assert code == "magento2"
    assert hoodie.name == {"fr": "Pull à capuche"}
    assert hoodie.family == "Top"
    assert [(v.sku, chosen(v), v.prices[0].amount, v.stock, v.gtin) for v in hoodie.variants] == [
        ("H-S", {"size": "s"}, Decimal(52), {"": 7}, "4006381333931"),
        ("H-M", {"size": "m"}, Decimal(53), {"": 8}, None),
    ]
    assert {one.code: one.values for one in hoodie.attributes} == {
        "material": ("Wool", "Nylon"), "note": ("warm, soft",), "eco": ("Yes",),
    }  # fmt: skip
    assert hoodie.categories == ("men_hoodies",)
    assert sorted(troubles(items)) == [(4, "variant_missing"), (6, "bundle_not_taken")]


def test_magento_samples_hold_a_value_a_line(read):
    code, items = read(
        m__csv='category,name,sku,price,qty,description,material,eco,attribute_set\n"Gear\nBags\nNew",Sac,S1,34,100,<p>x</p>,"Nylon\nCotton",1,Bag\n'
    )
    [bag] = of(items, ReadArticle)
    assert (code, bag.categories, bag.family) == ("magento2-samples", ("gear_bags", "new"), "Bag")
    assert {one.code: one.values for one in bag.attributes} == {"material": ("Nylon", "Cotton"), "eco": ("1",)}


SHOPIFY = (
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Vari"
    "ant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Sr"
    "c,Status\n"
)


def test_shopify_lines_of_one_handle_are_one_article(read):
    code, items = read(
        s__csv=SHOPIFY
        + "mug,Mug,<p>Grès</p>,Atelier,Vaisselle,a,TRUE,Couleur,Vert,M-V,300,4,18.00,20.00,'4006381333931,http://x/1.jpg,active\n"
        + "mug,,,,,,,,Brun,,310,-2,19.00,,,http://x/2.jpg,\n"
        + "mug,,,,,,,,,,,,,,,http://x/3.jpg,\n"
        + "bol,Bol,,,,,TRUE,Title,Default Title,BOL,,1,9,,,,draft\n"
    )
    mug, bowl = of(items, ReadArticle)
    assert code == "shopify"
    assert [(v.sku, chosen(v), v.weight_g, v.stock, v.gtin) for v in mug.variants] == [
        ("M-V", {"couleur": "vert"}, 300, {"": 4}, "4006381333931"),
        ("mug-2", {"couleur": "brun"}, 310, {"": 0}, None),
    ]
    assert (mug.brand, mug.family, mug.categories) == ("Atelier", "Vaisselle", ("vaisselle",))
    assert mug.custom["source_pictures"].count("http") == 3
    assert (chosen(bowl.variants[0]), bowl.status) == ({}, "draft")
    assert troubles(items) == [(2, "promotion_not_taken"), (3, "stock_negative")]


def test_thelia_reads_french_and_english_side_by_side(read):
    code, items = read(
        t__csv='"REF";"TITRE UK";"TITRE FR";"CHAPO UK";"CHAPO FR";'
        '"DESCRIPTIF UK";"DESCRIPTIF FR";"PRIX";"PRIX2";"BRAND";"COULEUR UK";"MATERIAL UK";"CATEGORIE"\n'
        '"P1";"Chair";"Chaise";"Nice";"Jolie";"Long";"Longue";"223";"199";"MILAN";"blue;red";"Wood";"Chairs"\n',
        c__csv='"CATEGORIES FR";"CATEGORIES UK";"PARENT UK"\n"Chaises";"Chairs";""\n',
    )
    [chair] = of(items, ReadArticle)
    assert (code, chair.name, chair.summary) == (
        "thelia",
        {"fr": "Chaise", "en": "Chair"},
        {"fr": "Jolie", "en": "Nice"},
    )
    assert [(v.sku, v.prices[0].amount, v.prices[0].mode) for v in chair.variants] == [
        ("P1-blue", Decimal(223), "net"), ("P1-red", Decimal(223), "net"),
    ]  # fmt: skip
    assert of(items, ReadCategory)[0].label == {"fr": "Chaises", "en": "Chairs"}


def test_icecat_prefixes_give_kinds_and_sizes(read):
    code, items = read(
        i__jsonl='{"id": "9", "title": "Cable", "supplier": "HP", "ean": ["4006381333931", "1"], "price_cents": 1295, '
        '"attributes": {"t_type": "USB", "n_width": 56.0, "n_weight": 450, "b_rohs": true}}\n{"id": null}\n'
    )
    [cable] = of(items, ReadArticle)
    [variant] = cable.variants
    assert code == "icecat"
    assert (variant.width_mm, variant.weight_g, variant.prices[0].amount) == (56, 450, Decimal("12.95"))
    assert {one.code: (one.kind, one.values) for one in cable.attributes} == {
        "t_type": (None, ("USB",)),
        "n_width": (AttributeKind.NUMBER, ("56",)),
        "n_weight": (AttributeKind.NUMBER, ("450",)),
        "b_rohs": (AttributeKind.FLAG, ("1",)),
    }
    assert troubles(items) == [(1, "gtin_wrong"), (2, "no_sku")]


def test_icecat_families_use_the_tree_and_labels_beside_them(read):
    code, items = read(
        p__jsonl='{"sku": "1", "family": "tvs", "categories": ["tvs"], "name": "TV", "vendor": "acme", '
        '"price": {"EUR": "97.55", "USD": "1"}, "description_long_fr": "&nbsp;", "description_short_en": "a\\\\nb", '
        '"attributes": {"diag": "22 INCH", "weight": "4 KILOGRAM", "fun": "scan,print", "srgb": "1"}}\n',
        t__csv="code,parent,label_en,label_de,label_fr\ntvs,,TVs,TVs,Téléviseurs\n",
        a__csv="code,type,group,label_fr,label_en,label_de\ndiag,pim_catalog_metric,t,Diagonale,Diagonal,D\n"
        "fun,pim_catalog_multiselect,t,Fonctions,Functions,F\nsrgb,pim_catalog_boolean,t,sRGB,sRGB,sRGB\n",
    )
    [tv] = of(items, ReadArticle)
    kinds = {one.code: (one.kind, one.values, one.unit) for one in tv.attributes}
    assert code == "icecat-families"
    assert (tv.variants[0].weight_g, tv.variants[0].prices[0].amount) == (4000, Decimal("97.55"))
    assert kinds["diag"] == (AttributeKind.MEASURE, ("22",), "in")
    assert kinds["fun"] == (AttributeKind.CHOICES, ("scan", "print"), None)
    assert kinds["srgb"] == (AttributeKind.FLAG, ("1",), None)
    assert (tv.description, tv.summary) == ({}, {"en": "a b"})
    assert of(items, ReadFamily)[0].label["fr"] == "Téléviseurs"


def test_open_food_facts_gives_names_and_ingredients_by_language(read):
    code, items = read(
        o__tsv="code\tlc\tproduct_name_fr\tproduct_name_en\tbrands\tcategories\tquantity\tingredients_text_fr\tfat_value\n"
        "4006381333931\tfr\tPâte\tSpread\tZ, Y\tSnacks, Pâtes\t1 kg\tSucre, huile\t27\n123\tfr\t\t\t\t\t\t\t\n"
    )
    [spread] = of(items, ReadArticle)
    assert (code, spread.name, spread.brand) == ("openfoodfacts", {"fr": "Pâte", "en": "Spread"}, "Z")
    assert {one.code: dict(one.text) for one in spread.legal}["ingredients"] == {"fr": "Sucre, huile"}
    assert troubles(items) == [(3, "no_name")]
