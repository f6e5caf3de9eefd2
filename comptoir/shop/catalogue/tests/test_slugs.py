"""Addresses: readable, one per article, and none ever dies."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.errors import SlugOwnerNotFound, SlugRefused
from comptoir.shop.catalogue.models import Slug
from comptoir.shop.catalogue.types import SlugHit
from tests.builders import catalogue as build
from tests.builders.races import run_together

ACTOR = build.ACTOR


def _change(product, slug: str, language: str = "fr") -> None:
    actions.change_slug("product", product.id, language, slug, actor=ACTOR)


@pytest.mark.django_db
def test_an_old_address_leads_to_the_current_one_in_one_hop_however_often_it_moved():
    product = build.a_product(name={"fr": "Chaise", "en": "Chair"})
    for slug in ("chaise-haute", "tabouret", "siege"):
        _change(product, slug)
    for slug in ("chaise", "chaise-haute", "tabouret", "siege"):
        with CaptureQueriesContext(connection) as captured:
            assert queries.resolve_slug("product", "fr", slug) == SlugHit("product", product.id, "siege")
        assert len(captured) == 2
    assert queries.resolve_slug("product", "fr", "inconnu") is None
    assert queries.resolve_slug("category", "fr", "chaise") is None


@pytest.mark.django_db
def test_an_article_takes_back_a_slug_it_had():
    product = build.a_product(name={"fr": "Chaise"})
    _change(product, "siege")
    _change(product, "chaise")
    assert queries.resolve_slug("product", "fr", "siege").current == "chaise"
    assert Slug.objects.filter(object_id=product.id).count() == 2


@pytest.mark.django_db
def test_an_address_once_given_is_never_given_to_another():
    first = build.a_product("P-1", name={"fr": "Chaise"})
    _change(first, "siege")
    second = build.a_product("P-2", name={"fr": "Chaise"})
    assert second.slugs == {"fr": "chaise-p-2"}
    with pytest.raises(SlugRefused) as refused:
        _change(second, "chaise")
    assert refused.value.facts == {"slug": "chaise", "reason": "taken"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "reason"), [("Pas Bon", "shape"), ("panier", "reserved"), ("", "shape"), ("a" * 161, "shape")]
)
def test_a_slug_fits_an_address(slug, reason):
    with pytest.raises(SlugRefused) as refused:
        _change(build.a_product(), slug)
    assert refused.value.facts["reason"] == reason


@pytest.mark.django_db
def test_nothing_unknown_gets_an_address():
    for kind in ("product", "category", "planet"):
        with pytest.raises(SlugOwnerNotFound):
            actions.change_slug(kind, new_id(), "fr", "chaise", actor=ACTOR)


@pytest.mark.django_db
def test_renaming_an_article_does_not_move_its_page():
    build.a_product("P-1", name={"fr": "Chaise"})
    renamed = build.a_product("P-1", name={"fr": "Fauteuil", "en": "Armchair"})
    assert renamed.slugs == {"fr": "chaise", "en": "armchair"}
    asked = build.a_product("P-1", name={"fr": "Fauteuil", "en": "Armchair"}, slugs={"fr": "fauteuil"})
    assert asked.slugs == {"fr": "fauteuil", "en": "armchair"}
    assert queries.resolve_slug("product", "fr", "chaise").current == "fauteuil"


@pytest.mark.django_db
def test_twins_in_one_batch_have_each_their_address_and_keep_it():
    build.a_family("things")
    drafts = [build.a_draft(f"P-{i}", name={"fr": "Panier"}) for i in range(3)]
    actions.upsert_products(drafts, actor=ACTOR)
    slugs = [build.the_product(one.code).slugs["fr"] for one in drafts]
    assert slugs == ["panier-p-0", "panier-p-1", "panier-p-2"]
    assert [one.outcome for one in actions.upsert_products(drafts, actor=ACTOR)] == ["unchanged"] * 3
    exported = [build.a_draft(f"P-{i}", name={"fr": "Panier"}, slugs={"fr": f"panier-p-{i}"}) for i in range(3)]
    assert [one.outcome for one in actions.upsert_products(exported, actor=ACTOR)] == ["unchanged"] * 3


@pytest.mark.django_db
def test_a_page_shown_in_another_language_keeps_its_only_address():
    product = build.a_product(name={"fr": "Chaise"})
    assert queries.resolve_slug("product", "es", "chaise") == SlugHit("product", product.id, "chaise")
    build.a_product(name={"fr": "Chaise", "es": "Silla"})
    assert queries.resolve_slug("product", "es", "chaise") == SlugHit("product", product.id, "silla")


@pytest.mark.django_db
def test_categories_have_addresses_too():
    build.a_category("shoes", fr="Chaussures", en="Shoes")
    shoes = queries.find_category("shoes")
    assert shoes.slugs == {"fr": "chaussures", "en": "shoes"}
    actions.change_slug("category", shoes.id, "fr", "souliers", actor=ACTOR)
    assert queries.resolve_slug("category", "fr", "chaussures") == SlugHit("category", shoes.id, "souliers")


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_articles_that_want_one_address_at_once_get_one_each():
    build.a_family("things")
    run_together(6, lambda i: build.a_product(f"P-{i}", family="things", name={"fr": "Chaise"}))
    slugs = [build.the_product(f"P-{i}").slugs["fr"] for i in range(6)]
    assert len(set(slugs)) == 6
    assert slugs.count("chaise") == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_slug_asked_for_by_two_is_refused_to_one():
    products = [build.a_product(f"P-{i}") for i in range(4)]
    answers = run_together(4, lambda i: _change(products[i], "chaise"))
    assert [type(one) for one in answers if one is not None] == [SlugRefused] * 3


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_the_same_articles_written_by_many_at_once_are_written_once():
    build.a_family("things")
    drafts = [build.a_draft(f"P-{i}") for i in range(20)]

    def write(person: int):
        ordered = drafts if person % 2 else drafts[::-1]
        return sorted(actions.upsert_products(ordered, actor=ACTOR), key=lambda one: one.code)

    answers = run_together(6, write)
    assert {tuple(one.product for one in answer) for answer in answers} == {tuple(one.product for one in answers[0])}
    assert sum(one.outcome == "created" for answer in answers for one in answer) == 20
    assert queries.count_products() == 20


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_one_sku_wanted_by_two_articles_at_once_goes_to_one():
    build.a_family("things")
    answers = run_together(
        4, lambda i: build.a_product(f"P-{i}", family="things", variants=(build.VariantDraft(sku="SAME"),))
    )
    refused = [one for one in answers if isinstance(one, Exception)]
    assert [one.facts["problems"][0]["reason"] for one in refused] == ["sku_of_another_product"] * 3
    assert queries.count_products() == 1
