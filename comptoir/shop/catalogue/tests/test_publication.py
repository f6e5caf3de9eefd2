"""The publish gate: no sheet goes live with a legal field missing or a contradiction."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comptoir.kernel import jobs, outbox
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.errors import ChannelNotFound, ProductNotFound
from comptoir.shop.catalogue.models import Publication
from comptoir.shop.catalogue.types import ProductStatus, VariantDraft
from tests.builders import catalogue as build

pytestmark = pytest.mark.django_db
ACTOR = build.ACTOR
MAKER = {
    "manufacturer_name": "Atelier du Port",
    "manufacturer_address": "1 quai du Port, 29200 Brest",
    "manufacturer_email": "bonjour@atelier.example",
    "manufacturer_country": "FR",
}


@pytest.fixture(autouse=True)
def _place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    build.a_channel()
    build.a_family("things")
    build.a_family("lawful", regimes=("gpsr",))


def _publish(*products):
    return actions.publish_products([one.id for one in products], "web", actor=ACTOR)


def test_a_sheet_with_legal_fields_missing_stays_hidden_and_is_told_all_of_them():
    product = build.a_product(family="lawful")
    ((refused, faults),) = _publish(product)
    assert refused == product.id
    assert [(fault.code, fault.field, fault.law) for fault in faults] == [
        ("legal_field_missing", f"legal.{field}", "GPS-1") for field in (*MAKER, "picture")
    ]
    assert build.the_product("P-1").channels == ()


def test_a_lawful_sheet_goes_live_once_with_who_and_when():
    actions.define_brand("atelier", "Atelier", legal=MAKER, actor=ACTOR)
    product = build.a_product(family="lawful", brand="atelier")
    build.a_picture(product.id)
    assert _publish(product) == ()
    assert _publish(product) == ()
    (row,) = Publication.objects.all()
    assert (row.product_id, row.channel_id, row.actor) == (product.id, "web", ACTOR)
    assert JournalEntry.objects.filter(verb="product.published").count() == 1
    (block,) = queries.list_legal_blocks([product.id])[product.id]
    assert [(line.field, line.value, line.inherited) for line in block.lines] == [
        (field, value, True) for field, value in MAKER.items()
    ]


def test_a_draft_meant_for_a_channel_is_held_back_until_its_sheet_is_right():
    (outcome,) = actions.upsert_products(
        [build.a_draft(name={"fr": "Chaise en promo"}, channels=("web",))], actor=ACTOR
    )
    assert {channel: [fault.code for fault in faults] for channel, faults in outcome.held_back.items()} == {
        "web": ["contradiction.price_words_in_title"]
    }
    assert build.the_product("P-1").channels == ()
    (outcome,) = actions.upsert_products([build.a_draft(name={"fr": "Chaise"}, channels=("web",))], actor=ACTOR)
    assert (outcome.outcome, outcome.held_back) == ("updated", {})
    assert build.the_product("P-1").channels == ("web",)


def test_a_shown_sheet_that_becomes_wrong_is_hidden_again():
    build.a_shown_product(name={"fr": "Chaise"})
    wrong = build.a_product(name={"fr": "Chaise soldes"}, channels=("web",))
    assert wrong.channels == ()
    assert JournalEntry.objects.filter(verb="product.withdrawn").count() == 1


def test_a_draft_that_names_no_channel_is_shown_nowhere():
    build.a_shown_product()
    assert build.a_product().channels == ()


@pytest.mark.parametrize("status", [ProductStatus.DRAFT, ProductStatus.ARCHIVED])
def test_what_is_not_active_is_shown_nowhere(status):
    build.a_shown_product()
    assert build.a_product(status=status, channels=("web",)).channels == ()
    ((_, (fault,)),) = _publish(build.the_product("P-1"))
    assert (fault.code, fault.facts) == ("not_active", {"status": status})


def test_withdrawing_hides_and_says_so_once():
    product = build.a_shown_product()
    OutboxEvent.objects.all().delete()
    actions.withdraw_products([product.id], "web", actor=ACTOR)
    actions.withdraw_products([product.id], "web", actor=ACTOR)
    assert build.the_product("P-1").channels == ()
    assert OutboxEvent.objects.filter(kind="catalogue.ProductsChanged").count() == 1


def test_unknown_places_and_articles_are_refused():
    product = build.a_product()
    with pytest.raises(ChannelNotFound):
        actions.publish_products([product.id], "nowhere", actor=ACTOR)
    with pytest.raises(ProductNotFound):
        actions.publish_products([new_id()], "web", actor=ACTOR)


def test_a_number_of_another_article_closes_the_gate_of_both():
    gtin = (VariantDraft(sku="A", gtin="3000000002476"),)
    first = build.a_product("P-1", variants=gtin)
    assert _publish(first) == ()
    second = build.a_product("P-2", variants=(VariantDraft(sku="B", gtin="03000000002476"),))
    ((_, (fault,)),) = _publish(second)
    assert (fault.code, fault.facts) == (
        "contradiction.gtin_of_another_product",
        {"gtin": "03000000002476", "product": "P-1"},
    )


def test_a_copied_description_that_names_another_article_closes_the_gate():
    text = {"fr": "<p>La lampe Galibier éclaire tout un bureau, sans bruit, et se règle d'un doigt sur trois axes.</p>"}
    build.a_product("A-1", name={"fr": "Lampe Galibier"}, description=text)
    copy = build.a_product("B-1", name={"fr": "Matelas Izoard"}, description=text)
    ((_, (fault,)),) = _publish(copy)
    assert (fault.code, fault.facts) == ("contradiction.description_of_another_product", {"product": "A-1"})


def test_judging_takes_the_same_statements_for_one_sheet_and_for_thirty():
    actions.upsert_products([build.a_draft(f"P-{i}") for i in range(30)], actor=ACTOR)
    ids = queries.list_product_ids()
    counts = []
    for size in (1, 30):
        with CaptureQueriesContext(connection) as captured:
            judged = queries.judge_sheets(ids[:size], "web")
        assert len(judged) == 3 * size
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def test_scores_are_kept_by_a_job_and_the_weakest_come_first():
    build.a_product("BARE")
    rich = build.a_product(
        "RICH",
        summary={"fr": "Une chaise de bois clair pour la cuisine ou le bureau."},
        description={"fr": "<p>" + "Le bois est clair et la chaise est solide. " * 9 + "</p>"},
    )
    build.a_picture(rich.id)
    outbox.relay_all()
    jobs.run_all()
    weakest = queries.list_weakest_sheets("web", "fr")
    assert [one.product for one in weakest] == [build.the_product("BARE").id, rich.id]
    assert weakest[1] == next(one for one in queries.judge_sheets([rich.id], "web") if one.language == "fr")
    assert {one.language for one in queries.list_scores([rich.id], "web")} == {"fr", "en", "es"}


def test_a_shown_sheet_is_hidden_when_its_brand_no_longer_says_what_the_law_wants():
    actions.define_brand("atelier", "Atelier", legal=MAKER, actor=ACTOR)
    product = build.a_product(family="lawful", brand="atelier")
    media = build.a_picture(product.id)
    assert _publish(product) == ()
    outbox.relay_all()
    jobs.run_all()
    assert build.the_product("P-1").channels == ("web",)
    actions.define_brand("atelier", "Atelier", legal=MAKER | {"manufacturer_email": None}, actor=ACTOR)
    outbox.relay_all()
    jobs.run_all()
    assert build.the_product("P-1").channels == ()
    actions.define_brand("atelier", "Atelier", legal=MAKER, actor=ACTOR)
    assert _publish(product) == ()
    actions.remove_media(media, actor=ACTOR)
    outbox.relay_all()
    jobs.run_all()
    assert build.the_product("P-1").channels == ()
    assert JournalEntry.objects.filter(verb="product.withdrawn", actor="system:gate").count() == 2


def test_a_right_sheet_stays_shown_when_another_takes_its_number():
    first = build.a_product("P-1", variants=(VariantDraft(sku="A", gtin="3000000002476"),), channels=("web",))
    build.a_product("P-2", variants=(VariantDraft(sku="B", gtin="3000000002476"),), channels=("web",))
    outbox.relay_all()
    jobs.run_all()
    assert build.the_product("P-1").channels == ("web",)
    assert build.the_product("P-2").channels == ()
    assert first.channels == ("web",)
