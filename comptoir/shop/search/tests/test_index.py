"""What the embedded index promises besides what every engine does."""

from __future__ import annotations

import pytest

from comptoir.shop.search import actions, queries
from comptoir.shop.search.tests import shop
from comptoir.shop.search.types import Ask, SynonymRule


def group(found, code):
    return {one.value: (one.count, one.chosen) for one in next(g for g in found.facets if g.code == code).values}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("0515C006", "IMPR"),
        ("0515-c006", "IMPR"),
        ("4549292050110", "IMPR"),
        ("04549292050110", "IMPR"),
    ],
)
def test_a_sku_or_a_barcode_typed_whole_finds_its_article_alone(indexed, find, *, words, code):
    assert find(words) == [code]


@pytest.mark.parametrize("words", ["PIXMA MG5750", "mg-5750", "mg 5750", "imprimante mg5750"])
def test_a_model_number_finds_the_printer_before_its_cartridge(indexed, find, words):
    assert find(words)[:1] == ["IMPR"]


@pytest.mark.parametrize(
    ("words", "language", "first"),
    [
        ("ordinateur portable", "fr", "PC"),
        ("vélo", "fr", "VELO"),
        ("laptop", "en", "PC"),
        ("bike", "en", "VELO"),
        ("housse ordinateur", "fr", "SAC"),
        ("antivol vélo", "fr", "ANTIVOL"),
    ],
)
def test_the_thing_comes_before_what_goes_with_it(indexed, find, *, words, language, first):
    assert find(words, language=language)[0] == first


def test_sans_gluten_is_not_gluten(indexed, find):
    assert find("sans gluten") == ["PATES"]
    assert find("pâtes sans gluten")[0] == "PATES"


@pytest.mark.parametrize("words", ["huile 500 ml", "huile 50cl", "huile 0,5 L"])
def test_a_measure_is_found_in_another_unit(indexed, find, words):
    assert find(words)[0] == "HUILE"


@pytest.mark.parametrize(
    ("words", "corrected", "code"),
    [("imprimmante", "imprimante", "IMPR"), ("csque vélo", "casque vélo", "CASQUE"), ("antivl", "antivol", "ANTIVOL")],
)
def test_a_typing_error_is_corrected_and_said(indexed, browse, *, words, corrected, code):
    found = browse(words)
    assert (found.corrected, found.cards[0].code) == (corrected, code)


def test_what_is_spelt_right_is_never_corrected(indexed, browse):
    assert browse("casque").corrected == ""


def test_an_attribute_is_a_facet_and_its_words_are_found(indexed, browse, find):
    assert group(browse(category="cycles"), "attr.colour") == {"red": (2, False), "blue": (1, False)}
    assert set(find("bleu")) == {"CASQUE", "TAPIS"}


def test_each_group_counts_what_the_others_leave(indexed, browse):
    found = browse(category="cycles", filters={"attr.colour": ("red",), "stock": ("in",)})
    assert [card.code for card in found.cards] == ["VELO"]
    assert group(found, "attr.colour") == {"red": (1, True), "blue": (1, False)}
    assert group(found, "stock") == {"in": (1, True), "out": (1, False)}


def test_two_values_of_a_group_add_up_and_two_groups_narrow(indexed, find):
    assert set(find(filters={"attr.colour": ("red", "blue")})) == {"VELO", "CASQUE", "ANTIVOL", "TAPIS"}
    assert set(find(filters={"attr.colour": ("red", "blue"), "place": ("lyon",)})) == {"CASQUE", "TAPIS"}


def test_labels_are_in_the_language_of_the_page(indexed, browse):
    for language, label, value in (("fr", "Couleur", "rouge"), ("en", "Colour", "red")):
        (colour,) = [one for one in browse(category="cycles", language=language).facets if one.code == "attr.colour"]
        assert colour.label == label
        assert colour.values[0].label == value


def test_the_price_range_ignores_its_own_choice_only(indexed, browse):
    found = browse(category="cycles", price_min=3_000, price_max=5_000)
    assert (found.total, found.price_range.low, found.price_range.high) == (1, 2_900, 45_000)


def test_categories_are_offered_with_their_counts(indexed, browse):
    assert browse("pixma").total == 2
    assert "category" not in {one.code for one in browse("pixma").facets}  # every article has it: nothing to choose
    assert group(browse(), "category") == {
        "bureau": (5, False),
        "cycles": (3, False),
        "epicerie": (3, False),
        "maison": (2, False),
    }


def test_an_unknown_filter_leaves_nothing_and_breaks_nothing(indexed, browse):
    assert browse(filters={"nonsense": ("x",)}).total == 0
    assert browse(filters={"attr.colour": ("no-such",)}).total == 0
    assert browse(price_min=-5, price_max=10**30).total == 13
    assert browse(price_min=500, price_max=100).total == 0


def test_a_page_is_one_statement(indexed, browse, django_assert_num_queries):
    browse("vélo")
    with django_assert_num_queries(1):
        browse("vélo", page=1, filters={"stock": ("in",)})
    with django_assert_num_queries(1):
        queries.suggest("web", "fr", "vél")


@pytest.mark.parametrize(
    ("typed", "kind", "label"),
    [
        ("cyc", "category", "Cycles"),
        ("gita", "brand", "Gitane"),
        ("cas", "product", "Casque de vélo"),
        ("casque de vé", "product", "Casque de vélo"),
        ("impr", "words", "imprimante"),
    ],
)
def test_suggestions_are_products_categories_brands_and_words(indexed, typed, kind, label):
    assert (kind, label) in {(one.kind, one.label) for one in queries.suggest("web", "fr", typed)}


def test_suggestions_are_never_more_than_asked_for(indexed):
    assert [len(queries.suggest("web", "fr", "c", limit=most)) <= max(1, most) for most in (0, 1, 3, 8)] == [True] * 4
    assert queries.suggest("web", "fr", "  ") == ()


def test_a_synonym_of_the_shop_is_heard_without_rebuilding(indexed, find, at_once):
    assert find("biclou") == []
    actions.define_synonym(SynonymRule("fr", "biclou", ("vélo",)), actor="staff:1")
    shop.settle()
    assert find("biclou")[0] == "VELO"
    actions.remove_synonym("fr", "biclou", actor="staff:1")
    shop.settle()
    assert find("biclou") == []


def test_other_languages_have_their_own_words(indexed, find):
    assert find("rocking horse", language="en") == ["CHEVAL"]
    assert find("horses", language="en") == ["CHEVAL"]
    assert Ask("web", "en").language == "en"
