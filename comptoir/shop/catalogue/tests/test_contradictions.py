"""Contradictions: what is found, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from comptoir.shop.catalogue.rules import contradictions, judging
from comptoir.shop.catalogue.rules.contradictions.claims import spoken_language
from comptoir.shop.catalogue.rules.sheets import Sheet, Twin
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    Channel,
    Choice,
    Family,
    NetQuantity,
    Option,
    Product,
    ProductStatus,
    Variant,
)

AT = datetime(2026, 11, 22, tzinfo=UTC)
ATTRIBUTES = {
    one.code: one
    for one in (
        Attribute("screen_size", AttributeKind.MEASURE, {"fr": "Taille de l'écran"}, unit="in"),
        Attribute("weight", AttributeKind.MEASURE, {"fr": "Poids"}, unit="kg"),
        Attribute("storage", AttributeKind.MEASURE, {"fr": "Stockage"}, unit="GB"),
        Attribute("capacity", AttributeKind.MEASURE, {"fr": "Contenance"}, unit="cl"),
        Attribute("wrong_weight", AttributeKind.MEASURE, {"fr": "Poids"}, unit="cm"),
        Attribute("max_load", AttributeKind.MEASURE, {"fr": "Charge maximale"}, unit="kg"),
        Attribute(
            "colour",
            AttributeKind.CHOICE,
            {"fr": "Couleur"},
            choices=(Choice("r", {"fr": "Rouge brique", "en": "Brick red"}), Choice("b", {"fr": "Bleu nuit"})),
        ),
        Attribute("pieces", AttributeKind.NUMBER, {"fr": "Nombre de pièces"}),
        Attribute("battery", AttributeKind.WORD, {"fr": "Piles"}),
    )
}
SIZES = Option("colour", {"fr": "Couleur"}, (Choice("g", {"fr": "Vert"}), Choice("y", {"fr": "Jaune"})))


def _sheet(name: str, *, language: str = "fr", family: Family | None = None, **said) -> Sheet:
    ids = UUID(int=1)
    variant = Variant(
        ids, ids, "SKU", said.pop("gtin", None), said.pop("options", {}), {}, None, None, None, None,
        said.pop("net_quantity", None), 0, True,
    )  # fmt: skip
    twins = {key: said.pop(key) for key in ("gtin_twins", "description_twin") if key in said}
    product = Product(
        ids, "P", ProductStatus.ACTIVE, "f", None, (), {language: name}, {}, {language: said.pop("description", "")},
        {}, {}, {}, said.pop("attributes", {}), {}, tuple(variant.options), "standard", (variant,), (), {}, 1, AT, AT,
    )  # fmt: skip
    return Sheet(product, family or Family("things", {"fr": "Choses"}), ATTRIBUTES, {"colour": SIZES}, **twins)


def _codes(sheet: Sheet, language: str = "fr") -> list[str]:
    return [fault.code.removeprefix("contradiction.") for fault in contradictions.find(sheet, language)]


@pytest.mark.parametrize(
    ("name", "attributes", "found"),
    [
        ('Écran 27" mat', {"screen_size": "24"}, ["title_diagonal"]),
        ("Écran 24 pouces mat", {"screen_size": "23.8"}, []),
        ("Haltère 5 kg", {"weight": "10"}, ["title_weight"]),
        ("Haltère 10 kg", {"weight": "10.1"}, []),
        ("Lave-linge 9 kg", {"weight": "61"}, []),
        ("Étagère, charge 40 kg", {"weight": "30"}, []),
        ("Porte-vélo 40 kg", {"max_load": "30"}, []),
        ("Clé USB 64 Go", {"storage": "128"}, ["title_memory"]),
        ("Clé USB 64 Go", {"storage": "64"}, []),
        ("Ordinateur 16 Go 512 Go", {"storage": "512"}, []),
        ("Smartphone 5G noir", {"weight": "0.2"}, []),
        ("Bouteille 75 cl", {"capacity": "50"}, ["title_capacity"]),
        ("Bouteille 0,75 l", {"capacity": "75"}, []),
        ("Table 120 x 80 cm", {"screen_size": "24"}, []),
        ("Pull rouge", {"colour": "r"}, []),
        ("Pull vert", {"colour": "r"}, ["title_colour"]),
        ("Pull bordeaux", {"colour": "r"}, []),
        ("Thé vert de Chine", {}, []),
        ("Lot de 6 verres", {"pieces": "4"}, ["title_quantity"]),
        ("Lot de 6 verres", {"pieces": "6"}, []),
        ("Boîte de 100 vis", {}, []),
        ("Vis", {"wrong_weight": "3"}, ["unit_against_attribute"]),
    ],
)
def test_a_title_agrees_with_its_attributes(name, attributes, found):
    assert _codes(_sheet(name, attributes=attributes)) == found


def test_a_title_agrees_with_the_colours_one_can_choose():
    assert _codes(_sheet("Chaise bleue", options={"colour": "g"})) == ["title_colour"]
    assert _codes(_sheet("Chaise verte", options={"colour": "g"})) == []


def test_what_is_found_says_both_sides():
    (fault,) = contradictions.find(_sheet("Clé USB 64 Go", attributes={"storage": "128"}), "fr")
    assert (fault.code, fault.field, fault.facts, fault.blocking) == (
        "contradiction.title_memory",
        "name.fr",
        {"title": "64 GB", "sheet": "128 GB", "attribute": "storage"},
        True,
    )


@pytest.mark.parametrize(
    ("quantity", "name", "found"),
    [
        (NetQuantity("0.75", "kg"), "Vin rouge 75 cl", ["unit_against_title"]),
        (NetQuantity("0.75", "l"), "Vin rouge 75 cl", []),
        (NetQuantity("5", "GB"), "Riz", ["unit_nobody_sells_by"]),
        (NetQuantity("2", "kg"), "Riz basmati 1 kg", ["title_weight"]),
    ],
)
def test_a_net_quantity_agrees_with_the_title(quantity, name, found):
    assert _codes(_sheet(name, net_quantity=quantity)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Chaise en promo", ["price_words_in_title"]),
        ("Chaise -30 %", ["price_words_in_title"]),
        ("Chaise 19,99 €", ["price_words_in_title"]),
        ("Chaise livraison gratuite", ["price_words_in_title"]),
        ("Jambon -25 % de sel", []),
        ("Canon i-SENSYS EURO 2012", []),
        ("Pains sans gluten", []),
    ],
)
def test_a_title_says_no_price(name, found):
    assert _codes(_sheet(name)) == found


def test_batteries_are_not_missing_from_what_takes_none():
    text = "<p>Matelas à mémoire de forme. Piles non fournies.</p>"
    assert _codes(_sheet("Matelas", description=text)) == ["batteries_of_what_takes_none"]
    assert _codes(_sheet("Lampe de poche", description=text)) == []
    assert _codes(_sheet("Matelas", description=text, attributes={"battery": "AA"})) == []
    toys = Family("toys", {"fr": "Jouets"})
    assert _codes(_sheet("Château", description=text, family=toys)) == []


ENGLISH = (
    "This chair is made of oak and it is delivered with a cushion that you can wash. It comes in three colours and "
    "will last for years in your home."
)


def test_a_text_is_in_the_language_it_is_filed_under():
    assert _codes(_sheet("Chaise", description=ENGLISH)) == ["text_in_another_language"]
    assert _codes(_sheet("Chair", language="en", description=ENGLISH), "en") == []


@pytest.mark.parametrize("text", ["", "USB-C 3.2 Gen 2, 10 Gbit/s", "Rouge", "Samsung Galaxy A71 SM-A715F 128 GB"])
def test_a_short_or_technical_text_is_in_no_language(text):
    assert spoken_language(text) is None


def test_a_number_belongs_to_one_article():
    sheet = _sheet("Chaise", gtin="3000000002476", gtin_twins={"3000000002476": "P-2"})
    assert _codes(sheet) == ["gtin_of_another_product"]


def test_a_description_speaks_of_its_own_article():
    text = "<p>La lampe Galibier éclaire tout le bureau.</p>"
    twin = Twin("L-1", {"fr": "Lampe Galibier"}, "lamps")
    assert _codes(_sheet("Matelas Izoard", description=text, description_twin=twin)) == [
        "description_of_another_product"
    ]
    sibling = Twin("L-1", {"fr": "Lampe Galibier"}, "lamps")
    assert _codes(_sheet("Lampe Galibier rouge", description=text, description_twin=sibling)) == []


def test_the_gate_gives_everything_that_closes_it():
    channel = Channel("web", "Web", "EUR", "FR", ("fr", "en"))
    sheet = _sheet("Chaise verte en promo", attributes={"colour": "r"})
    sheet = replace(sheet, family=Family("things", {}, regimes=("repairability",)))
    assert [(fault.code, fault.law) for fault in judging.gate(sheet, channel)] == [
        ("legal_field_missing", "IDX-1"),
        ("contradiction.title_colour", None),
        ("contradiction.price_words_in_title", None),
    ]
    judged = judging.judge(sheet, channel, "fr")
    assert (judged.completeness, judged.quality) == (17, 5)
