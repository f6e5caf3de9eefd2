from __future__ import annotations

from datetime import timedelta

import pytest

from comptoir.kernel import clock
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.search import actions as search
from comptoir.shop.search.queries import list_top_words
from comptoir.shop.shelf import actions as shelf
from comptoir.shop.shelf.tests import shop


def test_the_channel_says_how_to_read_amounts(client, laid):
    told = client.get("/api/v1/channel").json()
    assert (told["code"], told["currency"], told["decimals"], told["languages"]) == ("web", "EUR", 2, ["fr", "en"])


def test_the_menu_is_a_tree_with_counts(client, laid):
    home, clothes = client.get("/api/v1/categories?language=fr").json()["categories"]
    assert (home["label"], home["count"], home["children"][0]["label"]) == ("Maison", 1, "Luminaires")
    assert (clothes["code"], clothes["slug"]) == ("clothes", "vetements")


def test_a_category_is_found_by_slug_and_by_code(client, laid):
    by_slug = client.get("/api/v1/categories/luminaires").json()
    assert by_slug["crumbs"] == [{"label": "Maison", "slug": "maison"}]
    assert client.get("/api/v1/categories/code/lighting").json() == by_slug


def test_a_list_gives_the_price_in_force_and_is_walked_by_cursor(client, laid):
    first = client.get("/api/v1/articles?size=1").json()
    assert [each["code"] for each in first["articles"]] == ["LAMP"]
    assert (first["total"], first["articles"][0]["price"]["gross"], first["articles"][0]["price"]["net"]) == (
        2,
        4990,
        4158,
    )
    second = client.get(f"/api/v1/articles?size=1&after={first['after']}").json()
    assert ([each["code"] for each in second["articles"]], second["after"]) == (["SCARF"], None)


def test_a_list_of_a_category_sorts(client, laid):
    assert [a["code"] for a in client.get("/api/v1/articles?category=clothes").json()["articles"]] == ["SCARF"]
    assert [a["code"] for a in client.get("/api/v1/articles?sort=price").json()["articles"]] == ["SCARF", "LAMP"]


def test_a_list_and_a_sheet_take_few_statements(client, laid, django_assert_num_queries):
    client.get("/api/v1/articles")
    with django_assert_num_queries(4):  # one outside a test's transaction, where channel and freshness are remembered
        client.get("/api/v1/articles")
    with django_assert_num_queries(3):
        client.get("/api/v1/articles/lampe-d-etabli")


def test_an_article_is_found_by_slug_id_and_sku(client, laid):
    sheet = client.get("/api/v1/articles/lampe-d-etabli").json()
    assert (sheet["variants"][0]["price"]["gross"], sheet["variants"][0]["online"]) == (4990, 10)
    assert sheet["facts"][0] == ["Pièces", "bureau, cuisine"]
    assert client.get(f"/api/v1/articles/id/{laid['LAMP']}").json() == sheet
    assert client.get("/api/v1/articles/sku/LAMP-1").json() == sheet
    assert client.get("/api/v1/articles/bench-lamp?language=en").json()["name"] == "Bench lamp"


def test_a_moved_article_answers_301_with_its_query(client, laid):
    catalogue.change_slug("product", laid["LAMP"], "fr", "lampe-atelier", actor=shop.ACTOR)
    shelf.rebuild([laid["LAMP"]])
    answer = client.get("/api/v1/articles/lampe-d-etabli?language=fr")
    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/articles/lampe-atelier?language=fr")


def test_a_price_to_come_is_announced_and_in_force_to_the_second(client, laid, time_machine):
    soon = clock.now().replace(microsecond=0) + timedelta(hours=1)
    shop.set_prices({laid["LAMP-1"]: 3_990}, valid_from=soon)
    shelf.reprice([laid["LAMP-1"]], "web")
    before = client.get("/api/v1/articles/lampe-d-etabli")
    assert before.json()["variants"][0]["price"]["until"] == soon.isoformat().replace("+00:00", "Z")
    time_machine.move_to(soon - timedelta(seconds=1), tick=False)
    assert client.get("/api/v1/articles").json()["articles"][0]["price"]["gross"] == 4_990
    time_machine.move_to(soon, tick=False)
    after = client.get("/api/v1/articles/lampe-d-etabli", headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, after.json()["variants"][0]["price"]["gross"]) == (200, 3990)


def test_what_the_asker_has_is_not_sent_again_until_something_shown_changes(client, laid):
    answer = client.get("/api/v1/articles")
    again = client.get("/api/v1/articles", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    shop.set_prices({laid["LAMP-1"]: 1})
    shelf.reprice([laid["LAMP-1"]], "web")
    assert client.get("/api/v1/articles", headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_what_one_address_showed_proves_nothing_of_another(client, laid):
    etag = client.get("/api/v1/articles")["ETag"]
    for known in (etag, "*"):
        assert client.get("/api/v1/articles/nowhere", headers={"If-None-Match": known}).status_code == 404
        assert client.get("/api/v1/articles?size=1", headers={"If-None-Match": known}).status_code == 200


def test_only_refusals_vary_with_the_language_accepted(client, laid):
    assert "Accept-Language" not in client.get("/api/v1/articles")["Vary"]
    assert "Accept-Language" in client.get("/api/v1/nothing")["Vary"]


def test_availability_goes_place_by_place(client, laid):
    told = client.get(f"/api/v1/variants/{laid['SCARF-B']}/availability").json()
    assert told["online"] == 0
    assert [(each["place"], each["pieces"], each["sells_online"]) for each in told["places"]] == [
        ("depot", 0, True),
        ("lyon", 2, False),
    ]


def test_search_filters_and_counts(client, laid):
    search.reindex()
    found = client.get("/api/v1/search?q=lampe").json()
    assert [each["code"] for each in found["articles"]] == ["LAMP"]
    assert client.get("/api/v1/search?attr.rooms=study").json()["total"] == 1
    assert client.get("/api/v1/search?price_max=2600").json()["articles"][0]["code"] == "SCARF"


def test_a_search_by_words_is_recorded_without_who_asked(client, laid):
    client.get("/api/v1/search?q=lampe&stock=in")
    client.get("/api/v1/search?stock=in")
    (told,) = list_top_words("web", "fr", since=clock.now() - timedelta(minutes=1))
    assert (told.words, told.times, told.results) == ("lampe", 1, 1)


def test_a_list_is_narrowed_by_the_filters_of_the_search(client, laid):
    search.reindex()

    def codes(asked):
        return [article["code"] for article in client.get(f"/api/v1/articles?language=fr&{asked}").json()["articles"]]

    assert codes("place=lyon") == ["SCARF"]
    assert codes("price_max=3000") == ["SCARF"]
    assert codes("price_min=1&sort=price") == ["SCARF", "LAMP"]
    assert codes("brand=nobody") == codes("attr.colour=nothing") == []
    first = client.get("/api/v1/articles?price_min=1&sort=price&size=1&language=fr").json()
    assert (first["total"], first["after"]) == (2, "page-2")
    last = client.get("/api/v1/articles?price_min=1&sort=price&size=1&language=fr&after=page-2").json()
    assert ([article["code"] for article in last["articles"]], last["after"]) == (["LAMP"], None)
    for after in ("page-", "page-x", "page-123456", "nonsense"):
        assert client.get(f"/api/v1/articles?place=lyon&after={after}").status_code in {400, 422}


def test_suggestions_follow_what_is_typed(client, laid):
    told = client.get("/api/v1/suggestions?q=lam").json()["suggestions"]
    assert {"kind": "product", "label": "Lampe d’établi", "slug": "lampe-d-etabli"} in told


def test_health_says_what_was_looked_at(client, db):
    told = client.get("/api/v1/health").json()
    assert (told["status"], [each["name"] for each in told["checks"]]) == ("ok", ["database", "events", "search"])


def test_health_tells_of_a_missing_index_and_the_shop_still_serves(client, laid, settings, tmp_path):
    settings.SEARCH_ROOT = tmp_path / "search"
    answer = client.get("/api/v1/health")
    found = answer.json()["checks"][2]
    assert (answer.status_code, answer.json()["status"], found["ok"]) == (200, "ok", False)
    assert found["found"].startswith("web fr: plain (no index at web.fr), ")
    search.reindex()
    found = client.get("/api/v1/health").json()["checks"][2]
    assert found["ok"]
    assert found["found"].startswith("web fr: index, generation 1, ")


def test_head_answers_as_get_without_its_body(client, laid):
    answer, head = client.get("/api/v1/articles"), client.head("/api/v1/articles")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/articles/nowhere", 404, "shelf.article_not_shown"),
        ("/api/v1/articles/id/01938c5e-7a00-7000-8000-000000000009", 404, "shelf.article_not_shown"),
        ("/api/v1/articles/id/x", 404, "api.route_not_found"),
        ("/api/v1/articles/sku/none", 404, "shelf.article_not_shown"),
        ("/api/v1/categories/nowhere", 404, "shelf.category_not_shown"),
        ("/api/v1/articles?category=nowhere", 404, "shelf.category_not_shown"),
        ("/api/v1/articles?size=0", 422, "api.parameters_refused"),
        ("/api/v1/articles?size=101", 422, "api.parameters_refused"),
        ("/api/v1/articles?size=1e9", 422, "api.parameters_refused"),
        ("/api/v1/articles?sort=up", 422, "api.parameters_refused"),
        ("/api/v1/articles?after=zzz", 422, "shelf.cursor_unreadable"),
        ("/api/v1/articles?language=de", 422, "api.parameters_refused"),
        ("/api/v1/articles?category=a%00b", 400, "api.address_unreadable"),
        ("/api/v1/articles/a%00b", 400, "api.address_unreadable"),
        ("/api/v1/search?page=99999999999999999999999", 422, "api.parameters_refused"),
        ("/api/v1/search?page=9999", 422, "search.page_too_far"),
        ("/api/v1/search?price_min=-1", 422, "api.parameters_refused"),
        ("/api/v1/nothing", 404, "api.route_not_found"),
        ("/api/", 404, "api.route_not_found"),
        ("/api/v2/articles", 404, "api.route_not_found"),
    ],
)
def test_every_no_is_a_problem_document(*, client, laid, path, status, code):
    answer = client.get(path)
    problem = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["title"]
    assert problem["detail"]


def test_a_fault_names_the_parameter(client, laid):
    problem = client.get("/api/v1/articles?size=0&sort=up").json()
    assert {each["parameter"] for each in problem["errors"]} == {"size", "sort"}


@pytest.mark.parametrize(
    ("accepted", "language", "title"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.5", "fr", "Il n’y a rien à cette adresse."),
        ("es", "es", "No hay nada en esta dirección."),
        ("de, en;q=0.3", "en", "There is nothing at this address."),
        ("", "en", "There is nothing at this address."),
    ],
)
def test_a_problem_is_said_in_the_language_accepted(*, client, db, accepted, language, title):
    answer = client.get("/api/v1/nothing", headers={"Accept-Language": accepted})
    assert (answer["Content-Language"], answer.json()["title"]) == (language, title)
