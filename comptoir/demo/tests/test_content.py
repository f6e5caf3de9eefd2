"""What is written keeps the promises of the shop before anything is built."""

from __future__ import annotations

import re
from collections import Counter

from comptoir.demo.building.pictures import list_articles, list_pictures
from comptoir.demo.building.sheets import list_drafts
from comptoir.demo.content import list_brands, list_families, read_tree, read_vocabulary
from comptoir.demo.content.house import HERE
from comptoir.kernel.languages import LANGUAGES
from comptoir.shop.catalogue.rules import svg
from comptoir.shop.catalogue.rules.gtin import read_gtin
from comptoir.shop.catalogue.types import ProductDraft

LIMIT = 4096


def texts_of(draft: ProductDraft) -> list[object]:
    said = [draft.name, draft.summary, draft.description, draft.seo_description]
    return [*said, *(value for value in (*draft.legal.values(), *draft.attributes.values()) if isinstance(value, dict))]


def test_the_shop_is_of_a_pleasant_size() -> None:
    statuses = Counter(article.status for article in list_articles())
    assert statuses == {"active": 138, "draft": 1, "archived": 1}
    assert len(list_families()) == 14
    assert len(list_brands()) == 14
    assert len(read_tree().tree) == 42
    assert sum(len(article.choices) for article in list_articles()) == 256


def test_nothing_is_missing_in_any_of_the_three_languages() -> None:
    for draft in list_drafts():
        for text in texts_of(draft):
            assert set(text) == set(LANGUAGES), draft.code
            assert all(said.strip() for said in text.values()), draft.code


def test_every_sentence_is_one_of_its_own() -> None:
    for language in LANGUAGES:
        names = Counter(draft.name[language] for draft in list_drafts())
        texts = Counter(draft.description[language] for draft in list_drafts())
        assert max(names.values()) == max(texts.values()) == 1


def test_two_filters_never_carry_the_same_name() -> None:
    vocabulary = read_vocabulary()
    filters = [entry.label for entry in (*vocabulary.option, *(one for one in vocabulary.attribute if one.facet))]
    for language, labels in zip(LANGUAGES, zip(*filters, strict=True), strict=True):
        repeated = [label for label, times in Counter(labels).items() if times > 1]
        assert repeated == [], language


def test_apostrophes_are_a_printers_own() -> None:
    for file in HERE.glob("*.toml"):
        assert re.findall(r"\w+'\w*", file.read_text("utf-8")) == [], file.name


def test_article_numbers_are_valid_alone_in_their_range_and_unique() -> None:
    gtins = [variant.gtin for draft in list_drafts() for variant in draft.variants]
    skus = [variant.sku for draft in list_drafts() for variant in draft.variants]
    assert len(set(gtins)) == len(set(skus)) == len(gtins) == 256
    for gtin in gtins:
        assert read_gtin(gtin) == gtin
        assert len(gtin) == 13
        assert 20 <= int(gtin[:2]) <= 29


def test_each_article_stands_in_a_department_first_and_selections_are_full() -> None:
    for article in list_articles():
        assert not article.categories[0].startswith("selection-")
    placed = Counter(code for article in list_articles() for code in article.categories)
    selections = {code: count for code, count in placed.items() if code.startswith("selection-")}
    assert set(selections) == {"selection-jardin-novembre", "selection-moins-20", "selection-cadeaux"}
    assert min(selections.values()) >= 8


def test_ideas_under_twenty_euros_cost_less_than_twenty_euros() -> None:
    for article in list_articles():
        if "selection-moins-20" in article.categories:
            for choice in article.choices:
                if choice.net != ("5", "l"):
                    assert float(choice.price or article.price) < 20, article.code


def test_drawings_pass_the_catalogues_sanitiser_whole_and_light() -> None:
    for article in list_articles():
        for picture in list_pictures(article):
            assert len(picture.content) < LIMIT
            cleaned = svg.clean(picture.content)
            assert (cleaned.width, cleaned.height) == (400, 400)
            for mark in (b"<path", b"<rect", b"<circle", b"<ellipse", b"transform", b"opacity", b"stroke-dasharray"):
                assert cleaned.content.count(mark) == picture.content.count(mark)
            assert set(picture.alt) == set(LANGUAGES)


def test_each_article_has_a_drawing_of_its_own() -> None:
    first = [list_pictures(article)[0].content for article in list_articles()]
    assert len(set(first)) == len(first) == 140
    assert len({article.draw["shape"] for article in list_articles()}) == 139
