"""The same promises over every engine."""

from __future__ import annotations

import pytest

from comptoir.shop.search import queries
from comptoir.shop.search.errors import PageTooFar
from comptoir.shop.search.types import Sort


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("vélos de ville", "VELO"),
        ("VELO DE VILLE", "VELO"),
        ("velo 24 pouces", "VELO"),
        ("tapis souris", "TAPIS"),
        ("chevaux bascule", "CHEVAL"),
        ("huile d'olive", "HUILE"),
        ("soupiere oeuf", "SOUPE"),
        ("soupière œuf", "SOUPE"),
    ],
)
def test_words_are_found_however_they_are_written(engine, find, words, code):
    assert find(words)[0] == code


def test_articles_with_every_word_come_first_and_others_are_told_apart(engine, browse):
    found = browse("casque velo")
    assert found.cards[0].code == "CASQUE"
    assert found.relaxed is (found.total > 1)


def test_nothing_is_found_for_what_the_shop_does_not_have(engine, browse):
    found = browse("zeppelin")
    assert (found.total, found.cards, found.page, found.pages) == (0, (), 1, 1)


def test_a_category_shows_its_articles_without_words(engine, browse):
    found = browse(category="cycles")
    assert {card.code for card in found.cards} == {"VELO", "CASQUE", "ANTIVOL"}
    assert found.total == 3


def test_an_unknown_category_is_empty(engine, browse):
    assert browse(category="nowhere").total == 0


def test_what_can_be_bought_comes_first_in_a_category(engine, find):
    assert find(category="cycles")[-1] == "ANTIVOL"


def test_prices_sort_both_ways(engine, find):
    assert find(category="epicerie", sort=Sort.PRICE_UP) == ["FARINE", "PATES", "HUILE"]
    assert find(category="epicerie", sort=Sort.PRICE_DOWN) == ["HUILE", "PATES", "FARINE"]


def test_names_sort_without_accents(engine, find):
    assert find(category="cycles", sort=Sort.NAME) == ["ANTIVOL", "CASQUE", "VELO"]


def test_a_price_range_holds_both_its_ends(engine, find):
    assert set(find(price_min=280, price_max=350)) == {"PATES", "FARINE"}


def test_only_what_is_in_stock_when_asked(engine, find):
    assert set(find(category="cycles", filters={"stock": ("in",)})) == {"VELO", "CASQUE"}


def test_only_what_a_shop_has_when_asked(engine, find):
    assert set(find(filters={"place": ("lyon",)})) == {"CASQUE", "TAPIS"}


def test_only_a_brand_when_asked(engine, find):
    assert set(find(filters={"brand": ("canon",)})) == {"IMPR", "ENCRE"}


def test_pages_follow_each_other_without_gap_or_repeat(engine, browse):
    pages = [browse(size=5, page=page) for page in (1, 2, 3)]
    codes = [card.code for page in pages for card in page.cards]
    assert len(codes) == len(set(codes)) == 13
    assert {(page.total, page.pages) for page in pages} == {(13, 3)}
    assert browse(size=5, page=4).cards == ()


def test_pages_stop_at_two_thousand_four_hundred_articles(engine, browse):
    assert browse(page=100, size=24).cards == ()
    with pytest.raises(PageTooFar) as refused:
        browse(page=101, size=24)
    assert refused.value.facts == {"page": 101, "last": 100}


def test_availability_counts_ignore_their_own_choice_only(engine, browse):
    found = browse(category="cycles", filters={"stock": ("in",)})
    (group,) = [group for group in found.facets if group.code == "stock"]
    assert {(one.value, one.count, one.chosen) for one in group.values} == {("in", 2, True), ("out", 1, False)}


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 10_000,
        "a b c d e " * 500,
        "\x00\x01\x1b[31m",
        "\ud800",
        "AND OR NOT +- \" ' ( ) [ ] { } ^ ~ * ? : \\ / title:velo",
        "*",
        "((((((((",
        "🚲",
        "🚲 vélo",
        "   ",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "%s %d {} {0}",
        "ﷺ" * 300,
        '24"' * 100,
        "1e999999999 kg",
        "9" * 300,
        "-/-/-./-",
        "l' d' qu'",
        "''''''",
    ],
)
def test_anything_may_be_typed(engine, browse, typed):
    found = browse(typed)
    assert found.total >= 0
    assert isinstance(queries.suggest("web", "fr", typed), tuple)


def test_words_typed_among_operators_are_found(engine, find):
    assert find("+casque:(vélo)*")[0] == "CASQUE"


def test_pages_and_sizes_out_of_range_are_brought_back(engine, browse):
    found = browse(page=-3, size=10_000)
    assert (found.page, len(found.cards)) == (1, 13)


def test_products_are_suggested_while_one_types(engine):
    found = queries.suggest("web", "fr", "casq")
    assert ("product", "Casque de vélo") in {(one.kind, one.label) for one in found}
