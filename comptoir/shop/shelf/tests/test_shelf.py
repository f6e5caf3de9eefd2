from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from comptoir.kernel import clock
from comptoir.kernel.models import OutboxEvent
from comptoir.kernel.outbox import relay_all
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.queries import find_variants_by_sku
from comptoir.shop.catalogue.types import Attribute, AttributeKind, Family, MediaUpload, ProductStatus
from comptoir.shop.shelf import actions, queries
from comptoir.shop.shelf.errors import ArticleNotShown, CategoryNotShown, CursorUnreadable, SlugMoved
from comptoir.shop.shelf.models import Article, CardRow, Department, DepartmentText, PieceRow, Placement, SheetRow
from comptoir.shop.shelf.tests import shop
from comptoir.shop.shelf.types import Order


def codes(placed):
    return [card.code for card in placed.cards]


def now() -> int:
    return int(clock.now().timestamp())


def test_a_card_says_name_price_stock_and_where(laid):
    (card,) = queries.list_cards([laid["LAMP"]], "web", "fr")
    assert (card.name, card.slug, card.lang, card.stock) == ("Lampe d’établi", "lampe-d-etabli", "fr", "in")
    assert card.price_at(now()).gross == 4_990
    assert card.price_at(now()).rate_bp == 2_000
    assert card.variant == laid["LAMP-1"]
    assert card.places == ()


def test_cards_come_in_the_order_asked_in_one_statement(laid, django_assert_num_queries):
    with django_assert_num_queries(1):
        cards = queries.list_cards([laid["SCARF"], laid["LAMP"]], "web", "fr")
    assert [card.code for card in cards] == ["SCARF", "LAMP"]


def named(*words, **said):
    return [card.code for card in queries.list_named("web", "fr", words=words, **said)]


def test_names_are_looked_for_by_whole_words_and_beginnings(laid, django_assert_num_queries):
    queries.list_placed("web", "fr")
    with django_assert_num_queries(2):  # how fresh the tree is, and the names
        assert named(["lampe"]) == ["LAMP"]
    assert named(["échar"]) == named(["écharpes", "echarp"]) == ["SCARF"]
    assert named(["etabli"]) == named(["lampe"], ["établi"]) == ["LAMP"]
    assert named(["ampe"]) == named(["d"], ["scie"]) == named(["%"]) == named(["_ampe"]) == named() == []
    assert named(["lampe"], category="home") == ["LAMP"]
    with pytest.raises(CategoryNotShown):
        named(["lampe"], category="nowhere")


def test_names_found_are_sorted_as_listings_are(laid):
    both = ["lampe", "echarpe"]
    assert named(both) == ["LAMP", "SCARF"]
    assert named(both, sort=Order.PRICE_UP) == named(both, sort=Order.NAME) == ["SCARF", "LAMP"]
    assert named(both, sort=Order.PRICE_DOWN, most=1) == ["LAMP"]


def test_an_article_of_several_prices_says_the_lowest_and_the_highest(laid):
    (card,) = queries.list_cards([laid["SCARF"]], "web", "fr")
    step = card.price_at(now())
    assert (step.gross, step.highest, card.variants, card.variant) == (2_500, 3_000, 2, None)
    assert (card.stock, card.places) == ("out", ("lyon",))


def test_a_missing_translation_is_shown_in_the_channels_language_and_says_so(laid):
    sheet = queries.find_sheet_by_product("web", "en", laid["SCARF"])
    assert (sheet.name, sheet.lang, sheet.slug) == ("Écharpe", "fr", "echarpe_fr")
    assert queries.find_sheet("web", "en", "echarpe_fr").code == "SCARF"


def test_a_sheet_says_attributes_in_words_in_the_familys_order(laid, django_assert_num_queries):
    with django_assert_num_queries(1):
        sheet = queries.find_sheet("web", "fr", "lampe-d-etabli")
    assert sheet.facts == (("Pièces", "bureau, cuisine"), ("Hauteur", "42,5\u00a0cm"), ("Variateur", "oui"))
    assert sheet.terms[0].values == (("study", "bureau"), ("kitchen", "cuisine"))
    english = queries.find_sheet("web", "en", "bench-lamp")
    assert english.facts == (("Rooms", "study, kitchen"), ("Height", "42.5\u00a0cm"), ("Dimmable", "yes"))
    assert (english.summary, english.summary_lang) == ("Éclaire sans éblouir.", "fr")
    assert [crumb.label for crumb in english.crumbs[0]] == ["Home", "Lighting"]
    assert english.slugs == {"fr": "lampe-d-etabli", "en": "bench-lamp"}


def test_a_sheet_offers_the_options_its_variants_have_and_their_pieces(laid):
    sheet = queries.find_sheet("web", "fr", "echarpe")
    assert [(option.label, option.values) for option in sheet.options] == [
        ("Couleur", (("red", "rouge"), ("blue", "bleu")))
    ]
    assert [(v.sku, v.stock, v.online) for v in sheet.variants] == [("SCARF-R", {}, 0), ("SCARF-B", {"lyon": 2}, 0)]


def test_a_piece_is_named_by_its_choice_in_one_statement(laid, django_assert_num_queries):
    with django_assert_num_queries(1):
        pieces = queries.list_pieces([laid["SCARF-B"], laid["LAMP-1"]], "web", "fr")
    assert (pieces[laid["SCARF-B"]].choice, pieces[laid["LAMP-1"]].choice) == ("bleu", "")
    assert pieces[laid["LAMP-1"]].online == 10


def test_a_sheet_is_found_by_sku(laid):
    assert queries.find_sheet_by_sku("web", "fr", "SCARF-B").code == "SCARF"
    with pytest.raises(ArticleNotShown):
        queries.find_sheet_by_sku("web", "fr", "NOBODY")


def test_a_moved_slug_leads_to_where_the_page_is_now(laid):
    catalogue.change_slug("product", laid["LAMP"], "fr", "lampe-atelier", actor=shop.ACTOR)
    actions.rebuild([laid["LAMP"]])
    assert queries.find_sheet("web", "fr", "lampe-atelier").code == "LAMP"
    with pytest.raises(SlugMoved) as moved:
        queries.find_sheet("web", "fr", "lampe-d-etabli")
    assert moved.value.slug == "lampe-atelier"


def test_a_borrowed_slug_leads_on_once_the_translation_exists(laid):
    catalogue.upsert_products((replace(shop.SCARF, name={"fr": "Écharpe", "en": "Scarf"}),), actor=shop.ACTOR)
    actions.rebuild([laid["SCARF"]])
    with pytest.raises(SlugMoved) as moved:
        queries.find_sheet("web", "en", "echarpe_fr")
    assert moved.value.slug == "scarf"


@pytest.mark.parametrize("slug", ["nowhere", "a\0b", "", "x_y", "é" * 300])
def test_an_unknown_slug_is_refused(laid, slug):
    with pytest.raises(ArticleNotShown):
        queries.find_sheet("web", "fr", slug)


def test_the_menu_counts_what_stands_in_each_category_and_below(laid):
    home, clothes = queries.list_menu("web", "fr")
    assert (home.label, home.count, [(c.label, c.count) for c in home.children]) == ("Maison", 1, [("Luminaires", 1)])
    assert (clothes.label, clothes.count, clothes.slug) == ("Vêtements", 1, "vetements")
    assert queries.list_menu("web", "en")[1].lang == "fr"


def test_a_selection_has_its_page_and_stands_in_no_menu(laid):
    catalogue.define_category("selection-spring", {"fr": "Au printemps"}, actor=shop.ACTOR)
    actions.rebuild_all()
    assert [node.label for node in queries.list_menu("web", "fr")] == ["Maison", "Vêtements"]
    assert queries.find_shelf("web", "fr", "au-printemps").label == "Au printemps"


def test_a_category_page_knows_where_it_stands(laid):
    page = queries.find_shelf("web", "fr", "luminaires")
    assert ([crumb.label for crumb in page.crumbs], page.children, page.count) == (["Maison"], (), 1)
    assert page.slugs == {"fr": "luminaires", "en": "lighting"}
    with pytest.raises(CategoryNotShown):
        queries.find_shelf("web", "fr", "nowhere")


def test_a_moved_category_slug_leads_on(laid):
    category = queries.find_shelf("web", "fr", "luminaires").category
    catalogue.change_slug("category", category, "fr", "lampes", actor=shop.ACTOR)
    actions.rebuild_categories()
    with pytest.raises(SlugMoved) as moved:
        queries.find_shelf("web", "fr", "luminaires")
    assert moved.value.slug == "lampes"


def test_menu_and_category_page_cost_one_statement_once_read(laid, django_assert_num_queries):
    queries.list_menu("web", "fr")
    with django_assert_num_queries(1):
        queries.list_menu("web", "fr")
    with django_assert_num_queries(1):
        queries.find_shelf("web", "fr", "luminaires")


def test_a_listing_holds_all_below_and_sorts(laid, django_assert_num_queries):
    assert codes(queries.list_placed("web", "fr", "home")) == ["LAMP"]
    assert codes(queries.list_placed("web", "fr")) == ["LAMP", "SCARF"]  # what can be bought first
    assert codes(queries.list_placed("web", "fr", sort=Order.PRICE_UP)) == ["SCARF", "LAMP"]
    assert codes(queries.list_placed("web", "fr", sort=Order.PRICE_DOWN)) == ["LAMP", "SCARF"]
    assert codes(queries.list_placed("web", "fr", sort=Order.NAME)) == ["SCARF", "LAMP"]  # "écharpe" before "lampe"
    with django_assert_num_queries(2):  # freshness, then the cards
        queries.list_placed("web", "fr", start=1)


@pytest.mark.parametrize("order", list(Order))
def test_a_listing_is_walked_whole_by_cursor_and_by_page(laid, order):
    for number in range(5):
        draft = replace(shop.LAMP, code=f"L{number}", variants=(replace(shop.LAMP.variants[0], sku=f"L{number}"),))
        actions.rebuild([shop.add(draft, {f"L{number}": 1_000 + number % 2})])
    whole = codes(queries.list_placed("web", "fr", sort=order))
    walked, after = [], ""
    while True:
        page = queries.list_placed("web", "fr", sort=order, start=after, size=2)
        walked += codes(page)
        after = page.after
        if not after:
            break
    by_page = [
        code for n in range(1, 5) for code in codes(queries.list_placed("web", "fr", sort=order, start=n, size=2))
    ]
    assert walked == by_page == whole
    assert len(whole) == 7
    assert queries.list_placed("web", "fr", sort=order, start=9, size=2).cards == ()


@pytest.mark.parametrize("after", ["x", "!!!", "é", "W10", "WyJyYW5rIiwiYSIsMV0", "a" * 5000, "WyJuYW1lIiwiYSIsMV0"])
def test_a_forged_cursor_is_refused(laid, after):
    with pytest.raises(CursorUnreadable):
        queries.list_placed("web", "fr", start=after)


def test_a_cursor_of_another_order_is_refused(laid):
    after = queries.list_placed("web", "fr", size=1).after
    with pytest.raises(CursorUnreadable):
        queries.list_placed("web", "fr", start=after, sort=Order.NAME)


def test_what_is_not_published_active_and_priced_is_not_shown(laid):
    unpriced = shop.add(replace(shop.LAMP, code="A", variants=(replace(shop.LAMP.variants[0], sku="A"),)), {})
    draft = replace(shop.LAMP, code="B", variants=(replace(shop.LAMP.variants[0], sku="B"),), channels=())
    unpublished = shop.add(draft, {"B": 100})
    actions.rebuild([unpriced, unpublished])
    assert queries.list_cards([unpriced, unpublished], "web", "fr") == ()
    catalogue.upsert_products((replace(shop.LAMP, status=ProductStatus.ARCHIVED),), actor=shop.ACTOR)
    actions.rebuild([laid["LAMP"]])
    assert queries.list_cards([laid["LAMP"]], "web", "fr") == ()
    assert queries.list_menu("web", "fr")[0].count == 0
    assert codes(queries.list_placed("web", "fr")) == ["SCARF"]


def test_a_card_is_right_to_the_second_on_both_sides_of_a_price_change(laid):
    tomorrow = clock.now().replace(microsecond=0) + timedelta(days=1)
    shop.set_prices({laid["LAMP-1"]: 3_990}, valid_from=tomorrow)
    actions.reprice([laid["LAMP-1"]], "web")
    (card,) = queries.list_cards([laid["LAMP"]], "web", "fr")
    change = int(tomorrow.timestamp())
    assert (card.price_at(change - 1).gross, card.price_at(change).gross) == (4_990, 3_990)


def test_the_generation_turns_with_a_dated_price_without_any_rebuild(laid, time_machine):
    soon = clock.now().replace(microsecond=0) + timedelta(hours=1)
    shop.set_prices({laid["LAMP-1"]: 3_990}, valid_from=soon)
    actions.reprice([laid["LAMP-1"]], "web")
    before = queries.generation("web")
    time_machine.move_to(soon - timedelta(seconds=1))
    assert queries.generation("web") == before
    time_machine.move_to(soon)
    turned = queries.generation("web")
    assert turned != before
    assert codes(queries.list_placed("web", "fr", sort=Order.PRICE_DOWN)) == ["LAMP", "SCARF"]
    assert actions.refresh_due() == 1
    assert actions.refresh_due() == 0
    assert queries.generation("web") not in (before, turned)


def test_a_price_to_come_shows_the_article_from_that_moment(laid, time_machine):
    draft = replace(shop.LAMP, code="SOON", variants=(replace(shop.LAMP.variants[0], sku="SOON"),))
    product = shop.add(draft, {})
    soon = clock.now().replace(microsecond=0) + timedelta(hours=1)
    shop.set_prices({find_variants_by_sku(["SOON"])["SOON"]: 100}, valid_from=soon)
    actions.rebuild([product])
    assert queries.list_cards([product], "web", "fr") == ()
    time_machine.move_to(soon)
    actions.refresh_due()
    assert queries.list_cards([product], "web", "fr")[0].price_at(now()).gross == 100


def test_a_second_rebuild_writes_nothing(laid):
    before, told = queries.generation("web"), OutboxEvent.objects.count()
    assert actions.rebuild([laid["LAMP"], laid["SCARF"]]) == 0
    assert queries.generation("web") == before
    assert OutboxEvent.objects.count() == told


def test_stock_that_shows_no_difference_rewrites_nothing(laid):
    before = queries.generation("web")
    shop.receive(laid["LAMP-1"], 5, reference="R3")  # 20 to 25: "ten or more" both times
    assert actions.restock([laid["LAMP-1"]]) == 0
    assert queries.generation("web") == before
    shop.receive(laid["SCARF-B"], 2, reference="R4")
    assert actions.restock([laid["SCARF-B"]]) == 1
    (card,) = queries.list_cards([laid["SCARF"]], "web", "fr")
    assert card.stock == "low"
    assert queries.generation("web") != before


def test_prices_that_show_no_difference_rewrite_nothing(laid):
    assert actions.reprice([laid["LAMP-1"]], "web") == 0
    shop.set_prices({laid["LAMP-1"]: 5_500})
    assert actions.reprice([laid["LAMP-1"]], "web") == 1
    assert queries.list_cards([laid["LAMP"]], "web", "fr")[0].price_at(now()).gross == 5_500


def test_the_cards_that_changed_are_told(laid):
    shop.set_prices({laid["LAMP-1"]: 5_500})
    actions.reprice([laid["LAMP-1"]], "web")
    told = OutboxEvent.objects.filter(kind="shelf.CardsChanged").order_by("id").last()
    assert told.payload == {"products": [str(laid["LAMP"])], "channel": "web"}


def test_a_new_word_changes_nothing_and_a_changed_one_marks_what_says_it(laid):
    actions.heed_vocabulary("attribute", ["height"])
    colour = Attribute("colour_name", AttributeKind.WORD, {"fr": "Teinte"})
    catalogue.define_attribute(colour, actor=shop.ACTOR)
    assert actions.heed_vocabulary("attribute", ["colour_name"]) == 0
    renamed = Attribute("height", AttributeKind.MEASURE, {"fr": "Haut", "en": "Height"}, unit="cm")
    catalogue.define_attribute(renamed, actor=shop.ACTOR)
    assert actions.heed_vocabulary("attribute", ["height"]) == 2
    assert actions.refresh_due() == 2
    assert queries.find_sheet("web", "fr", "lampe-d-etabli").facts[1] == ("Haut", "42,5\u00a0cm")


def test_a_moved_category_moves_counts_crumbs_and_listings(laid):
    catalogue.move_category("lighting", parent="clothes", position=0, actor=shop.ACTOR)
    category = queries.find_shelf("web", "fr", "luminaires").category
    actions.rebuild_categories()
    assert actions.mark_due_below([category]) == 1
    actions.refresh_due()
    counts = {node.code: node.count for node in queries.list_menu("web", "fr")}
    assert counts == {"home": 0, "clothes": 2}
    trail = queries.find_sheet("web", "fr", "lampe-d-etabli").crumbs[0]
    assert [crumb.label for crumb in trail] == ["Vêtements", "Luminaires"]
    assert codes(queries.list_placed("web", "fr", "home")) == []


def test_rebuild_all_makes_the_shelf_from_nothing_and_drops_what_is_no_more(laid):
    sheets = queries.list_sheets("web", "fr")
    for table in (Placement, PieceRow, CardRow, SheetRow, Article, DepartmentText, Department):
        table.objects.all().delete()
    steps = []
    assert actions.rebuild_all(lambda done, total: steps.append((done, total))) == 2
    assert steps == [(2, 2)]
    assert queries.list_sheets("web", "fr") == sheets
    assert queries.list_menu("web", "fr")[0].count == 1


def test_sheets_are_walked_by_product(laid):
    first = queries.list_sheets("web", "fr", limit=1)
    rest = queries.list_sheets("web", "fr", after=first[0].product)
    assert [sheet.code for sheet in (*first, *rest)] == ["LAMP", "SCARF"]


def test_a_rebuild_takes_the_same_statements_whatever_the_number(laid, django_assert_max_num_queries):
    products = []
    for number in range(30):
        draft = replace(shop.LAMP, code=f"N{number}", variants=(replace(shop.LAMP.variants[0], sku=f"N{number}"),))
        products.append(shop.add(draft, {f"N{number}": 1_000}))
    with django_assert_max_num_queries(45):
        assert actions.rebuild(products) == 30


def test_pictures_and_papers_are_shown_with_what_they_say(laid):
    buffer = BytesIO()
    Image.new("RGB", (800, 600), "#7a3b2e").save(buffer, "PNG")
    upload = MediaUpload(filename="lamp.png", content=buffer.getvalue(), alt={"fr": "La lampe allumée"})
    media = catalogue.attach_media(laid["LAMP"], upload, actor=shop.ACTOR)
    actions.rebuild([laid["LAMP"]])
    assert queries.find_sheet("web", "fr", "lampe-d-etabli").pictures == ()
    catalogue.make_renditions(media)
    actions.rebuild([laid["LAMP"]])
    sheet = queries.find_sheet("web", "fr", "lampe-d-etabli")
    (picture,) = sheet.pictures
    assert (picture.alt, picture.width, picture.height) == ("La lampe allumée", 800, 600)
    assert picture.sources[0][3].startswith("image/")
    assert sheet.documents == ()
    assert queries.list_cards([laid["LAMP"]], "web", "en")[0].picture.alt == "La lampe allumée"


def test_a_drawing_given_to_two_variants_is_one_picture_of_the_sheet(laid):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="9"/></svg>'
    variants = find_variants_by_sku(["SCARF-R", "SCARF-B"])
    for variant in variants.values():
        upload = MediaUpload(filename="scarf.svg", content=drawing, alt={"fr": "Une écharpe"}, variant=variant)
        catalogue.attach_media(laid["SCARF"], upload, actor=shop.ACTOR)
    actions.rebuild([laid["SCARF"]])
    sheet = queries.find_sheet_by_product("web", "fr", laid["SCARF"])
    (picture,) = sheet.pictures
    assert (picture.alt, picture.sources[0][3]) == ("Une écharpe", "image/svg+xml")
    assert [each.pictures for each in sheet.variants] == [(0,), (0,)]
    assert sheet.documents == ()


def test_legal_blocks_are_said_in_the_language_of_the_page(db):
    shop.lay_words()
    catalogue.define_family(Family("goods", {"fr": "Articles"}, (), ("guarantee", "age")), actor=shop.ACTOR)
    legal = {"guarantee_months": "24", "minimum_age": "18"}
    lamp = shop.add(replace(shop.LAMP, attributes={}, legal=legal), {"LAMP-1": 4_990})
    actions.rebuild([lamp])
    first, second = queries.find_sheet("web", "fr", "lampe-d-etabli").notices
    assert (first.code, first.law, first.label) == ("guarantee", "GUA-1", "Garantie légale")
    assert first.lines == (("Garantie légale de conformité", "24\u00a0mois"),)
    assert second.lines == (("Âge minimal", "18\u00a0ans"),)
    english = queries.find_sheet("web", "en", "bench-lamp").notices[0]
    assert english.lines == (("Legal guarantee of conformity", "24\u00a0months"),)


def test_an_unknown_channel_shows_an_empty_shop(db):
    assert queries.list_menu("nowhere", "fr") == ()
    assert queries.list_placed("nowhere", "fr").cards == ()
    assert queries.generation("nowhere") == 0


def test_the_shelf_follows_the_rooms_below_by_their_events(db):
    shop.lay_words()
    lamp = shop.add(shop.LAMP, {"LAMP-1": 4_990})
    relay_all()
    (card,) = queries.list_cards([lamp], "web", "fr")
    assert (card.stock, queries.list_menu("web", "fr")[0].count) == ("out", 1)
    shop.receive(find_variants_by_sku(["LAMP-1"])["LAMP-1"], 20)
    shop.set_prices({find_variants_by_sku(["LAMP-1"])["LAMP-1"]: 100})
    relay_all()
    (card,) = queries.list_cards([lamp], "web", "fr")
    assert (card.stock, card.price_at(now()).gross) == ("in", 100)
    catalogue.withdraw_products([lamp], "web", actor=shop.ACTOR)
    relay_all()
    assert queries.list_cards([lamp], "web", "fr") == ()
