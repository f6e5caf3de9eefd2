from __future__ import annotations

import pytest

from comptoir.heads.api.tests.conftest import SITE
from comptoir.kernel.keys import KeyKind, create_key

PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "comptoir-key,cart-secret"}


def test_a_program_needs_no_key_to_read(client, laid):
    assert client.get("/api/v1/articles").status_code == 200


def test_a_page_of_another_site_reads_with_a_key_that_lists_it(client, laid, key):
    answer = client.get("/api/v1/articles", headers={"Origin": SITE, "Comptoir-Key": key})
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, SITE)
    assert "ETag" in answer["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer
    assert "Origin" in answer["Vary"]
    bearer = client.get("/api/v1/articles", headers={"Origin": SITE, "Authorization": f"Bearer {key}"})
    assert bearer.status_code == 200


def test_a_page_of_another_site_writes_with_a_key_and_a_secret(client, laid, key):
    headers = {"Origin": SITE, "Comptoir-Key": key, "Sec-Fetch-Site": "cross-site"}
    opened = client.post("/api/v1/carts", content_type="application/json", headers=headers)
    assert opened.status_code == 201
    body = {"variant": str(laid["LAMP-1"])}
    headers["Cart-Secret"] = opened.json()["secret"]
    added = client.post("/api/v1/cart/lines", body, content_type="application/json", headers=headers)
    assert (added.status_code, added.json()["count"]) == (200, 1)


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Origin": SITE}, 401, "api.key_needed"),
        ({"Origin": "null"}, 401, "api.key_needed"),
        ({"Comptoir-Key": "ck_pub_nothing"}, 401, "kernel.unknown_key"),
        ({"Authorization": "Bearer \xff"}, 401, "kernel.unknown_key"),
    ],
)
def test_who_may_not_ask_is_told_why(*, client, laid, headers, status, code):
    answer = client.get("/api/v1/articles", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "Access-Control-Allow-Origin" not in answer


def test_a_key_is_of_no_use_on_another_site_nor_beyond_its_scopes(client, laid, key):
    answer = client.get("/api/v1/articles", headers={"Origin": "https://other.example", "Comptoir-Key": key})
    assert (answer.status_code, answer.json()["code"]) == (403, "api.origin_refused")
    reader = create_key(KeyKind.SERVER, "reader", scopes=["catalogue:read"], actor="staff:1").token
    assert client.get("/api/v1/articles", headers={"Comptoir-Key": reader}).status_code == 200
    refused = client.post("/api/v1/carts", headers={"Comptoir-Key": reader})
    assert (refused.status_code, refused.json()["facts"]) == (403, {"scope": "cart:write"})
    browser = client.get("/api/v1/articles", headers={"Comptoir-Key": reader, "Origin": SITE})
    assert browser.json()["code"] == "api.origin_refused"


def test_a_preflight_is_answered_for_listed_sites_only(client, laid, key):
    right = client.options("/api/v1/cart/lines", headers={"Origin": SITE, **PREFLIGHT})
    assert (right.status_code, right["Access-Control-Allow-Origin"]) == (204, SITE)
    assert "Cart-Secret" in right["Access-Control-Allow-Headers"]
    assert "PATCH" in right["Access-Control-Allow-Methods"]
    wrong = client.options("/api/v1/cart/lines", headers={"Origin": "https://other.example", **PREFLIGHT})
    assert "Access-Control-Allow-Origin" not in wrong


def test_a_bucket_runs_out_and_fills_again(client, laid, settings, time_machine):
    settings.API_RATE = 12
    time_machine.move_to("2026-11-22T08:00:00Z", tick=False)
    for left in (2, 1, 0):
        answer = client.get("/api/v1/channel")
        assert (answer.status_code, answer["RateLimit-Limit"], answer["RateLimit-Remaining"]) == (200, "3", str(left))
    late = client.get("/api/v1/channel")
    assert (late.status_code, late["Retry-After"], late.json()["code"]) == (429, "5", "api.too_many_requests")
    time_machine.move_to("2026-11-22T08:00:05Z", tick=False)
    assert client.get("/api/v1/channel").status_code == 200


def test_each_key_and_each_address_has_its_own_bucket(client, laid, key, settings):
    settings.API_RATE = 4
    assert client.get("/api/v1/channel").status_code == 200
    assert client.get("/api/v1/channel").status_code == 429
    assert client.get("/api/v1/channel", headers={"Comptoir-Key": key}).status_code == 200
    settings.TRUSTED_PROXIES = 1
    assert client.get("/api/v1/channel", headers={"X-Forwarded-For": "9.9.9.9, 203.0.113.7"}).status_code == 200
    assert client.get("/api/v1/channel", headers={"X-Forwarded-For": "8.8.8.8, 203.0.113.7"}).status_code == 429


@pytest.mark.parametrize(("method", "path"), [("POST", "/articles"), ("DELETE", "/carts"), ("TRACE", "/articles")])
def test_an_unknown_method_says_which_are_known(client, laid, method, path):
    answer = client.generic(method, f"/api/v1{path}")
    assert (answer.status_code, answer.json()["code"]) == (405, "api.method_refused")
    assert "OPTIONS" in answer["Allow"]


def test_who_takes_no_json_is_told(client, laid):
    answer = client.get("/api/v1/articles", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.json()["code"]) == (406, "api.not_acceptable")
    browser = "text/html,application/xhtml+xml,*/*;q=0.8"
    assert client.get("/api/v1/articles", headers={"Accept": browser}).status_code == 200
