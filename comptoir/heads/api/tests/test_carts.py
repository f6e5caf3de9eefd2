from __future__ import annotations

import json
from uuid import uuid4

import pytest

from comptoir.heads.api.tests.conftest import SITE


@pytest.fixture
def secret(client, laid):
    return client.post("/api/v1/carts", content_type="application/json").json()["secret"]


def send(client, method, path, secret, *body, **headers):
    sent = body[0] if body and isinstance(body[0], str | bytes) else json.dumps(body[0]) if body else ""
    headers["Cart-Secret"] = secret
    return client.generic(method, f"/api/v1{path}", sent, content_type="application/json", headers=headers)


def test_a_cart_is_opened_filled_changed_undone_saved_and_emptied(client, laid, secret):
    added = send(client, "POST", "/cart/lines", secret, {"variant": str(laid["LAMP-1"]), "quantity": 2})
    assert added.status_code == 200
    cart = added.json()
    (line,) = cart["lines"]
    assert (line["name"], line["quantity"], line["total"]) == ("Lampe d’établi", 2, {"minor": 9980, "currency": "EUR"})
    path = f"/cart/lines/{line['id']}"
    assert send(client, "PATCH", path, secret, {"quantity": 3}).json()["subtotal"]["minor"] == 14_970
    removed = send(client, "DELETE", path, secret).json()
    assert (removed["lines"], removed["removed"]) == ([], [line["id"]])
    assert send(client, "POST", f"{path}/restoration", secret).json()["count"] == 3
    saved = send(client, "PUT", f"/cart/saved/{line['id']}", secret).json()
    assert (saved["lines"], saved["saved"][0]["id"], saved["subtotal"]["minor"]) == ([], line["id"], 0)
    assert send(client, "DELETE", f"/cart/saved/{line['id']}", secret).json()["count"] == 3
    assert send(client, "POST", "/cart/notices/reading", secret).status_code == 200
    assert send(client, "POST", "/cart/keeping", secret).status_code == 200
    assert send(client, "GET", "/cart/welcome", secret).json()["waiting"] is False
    assert send(client, "DELETE", "/cart", secret).status_code == 204
    assert send(client, "GET", "/cart", secret).json()["code"] == "cart.not_found"


def test_a_cart_speaks_the_language_asked(client, laid, secret):
    send(client, "POST", "/cart/lines", secret, {"variant": str(laid["LAMP-1"])})
    assert send(client, "GET", "/cart?language=en", secret).json()["lines"][0]["name"] == "Bench lamp"


def test_the_storefronts_cookie_proves_a_cart_on_its_own_pages(client, laid, secret, settings):
    client.cookies[settings.CART_COOKIE] = secret
    own = {"Origin": settings.ORIGIN}
    assert client.get("/api/v1/cart", headers=own).status_code == 200
    body = {"variant": str(laid["LAMP-1"])}
    answer = client.post("/api/v1/cart/lines", body, content_type="application/json", headers=own)
    assert answer.status_code == 200


def test_a_page_of_another_site_cannot_write_with_the_cookie(*, client, laid, secret, settings, key):
    client.cookies[settings.CART_COOKIE] = secret
    body = {"variant": str(laid["LAMP-1"])}
    for headers, code in (
        ({"Origin": "https://evil.example"}, "api.key_needed"),
        ({"Sec-Fetch-Site": "cross-site"}, "api.cross_site_write"),
        ({}, "api.cross_site_write"),
        ({"Origin": SITE, "Comptoir-Key": key}, "api.cross_site_write"),
    ):
        answer = client.post("/api/v1/cart/lines", body, content_type="application/json", headers=headers)
        assert (answer.status_code // 100, answer.json()["code"]) == (4, code)
    assert client.get("/api/v1/cart", headers={"Cart-Secret": secret}).json()["count"] == 0


@pytest.mark.parametrize("forged", ["x", "a" * 43, "é" * 43, "a" * 4000, "' OR 1=1 --"])
def test_a_forged_secret_opens_nothing(client, laid, forged):
    answer = client.get("/api/v1/cart", headers={"Cart-Secret": forged})
    assert (answer.status_code, answer.json()["code"]) == (404, "cart.not_found")


def test_no_secret_is_told_so(client, laid):
    answer = client.get("/api/v1/cart")
    assert (answer.status_code, answer.json()["code"]) == (401, "api.secret_needed")
    assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("body", "status", "code", "pointer"),
    [
        ({}, 422, "api.parameters_refused", ""),
        ({"variant": "x"}, 422, "api.parameters_refused", "/variant"),
        ({"variant": 3}, 422, "api.parameters_refused", "/variant"),
        ({"variant": str(uuid4()), "quantity": 0}, 422, "api.parameters_refused", "/quantity"),
        ({"variant": str(uuid4()), "quantity": -5}, 422, "api.parameters_refused", "/quantity"),
        ({"variant": str(uuid4()), "quantity": 10**30}, 422, "api.parameters_refused", "/quantity"),
        ({"variant": str(uuid4()), "quantity": 1.5}, 422, "api.parameters_refused", "/quantity"),
        ({"variant": str(uuid4()), "quantity": "2"}, 422, "api.parameters_refused", "/quantity"),
        ({"variant": str(uuid4()), "other": 1}, 422, "api.parameters_refused", ""),
        ([], 422, "api.parameters_refused", ""),
        ("{", 400, "api.body_unreadable", None),
        ("", 400, "api.body_unreadable", None),
        (b"\xff\xfe", 400, "api.body_unreadable", None),
        ("[" * 20_000, 422, "api.parameters_refused", ""),
        ('{"variant": "a\\u0000b"}', 422, "api.parameters_refused", ""),
        ('"' + "a" * 70_000 + '"', 413, "api.body_too_large", None),
        ({"variant": str(uuid4())}, 409, "cart.not_for_sale", None),
    ],
)
def test_a_body_that_cannot_be_taken_says_where_and_why(*, client, laid, secret, body, status, code, pointer):
    answer = send(client, "POST", "/cart/lines", secret, body)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code)
    if pointer is not None:
        assert problem["errors"][0].get("pointer", "") == pointer
    assert send(client, "GET", "/cart", secret).json()["count"] == 0


def test_a_body_that_is_not_json_is_refused(client, laid, secret):
    answer = client.post("/api/v1/cart/lines", {"variant": "x"}, headers={"Cart-Secret": secret})
    assert (answer.status_code, answer.json()["code"]) == (415, "api.media_type_refused")


def test_another_tab_is_noticed_by_version(client, laid, secret):
    line = send(client, "POST", "/cart/lines", secret, {"variant": str(laid["LAMP-1"])}).json()["lines"][0]["id"]
    seen = send(client, "GET", "/cart", secret)["ETag"]
    assert (
        send(client, "PATCH", f"/cart/lines/{line}", secret, {"quantity": 2}, **{"If-Match": seen}).status_code == 200
    )
    late = send(client, "PATCH", f"/cart/lines/{line}", secret, {"quantity": 9}, **{"If-Match": seen})
    assert (late.status_code, late.json()["code"]) == (409, "cart.changed")
    odd = send(client, "PATCH", f"/cart/lines/{line}", secret, {"quantity": 9}, **{"If-Match": "W/x"})
    assert odd.status_code == 422


def test_an_emptied_cart_is_not_told_of_again(client, laid, secret):
    body, headers = {"variant": str(laid["LAMP-1"])}, {"Idempotency-Key": "before-emptying"}
    assert send(client, "POST", "/cart/lines", secret, body, **headers).status_code == 200
    assert send(client, "DELETE", "/cart", secret).status_code == 204
    again = send(client, "POST", "/cart/lines", secret, body, **headers)
    assert (again.status_code, again.json()["code"]) == (404, "cart.not_found")


def test_the_same_idempotency_key_is_done_once(client, laid, secret):
    body, headers = {"variant": str(laid["LAMP-1"])}, {"Idempotency-Key": "once-and-only"}
    first = send(client, "POST", "/cart/lines", secret, body, **headers)
    again = send(client, "POST", "/cart/lines", secret, body, **headers)
    assert (again.content, again["Idempotency-Replayed"]) == (first.content, "true")
    assert send(client, "GET", "/cart", secret).json()["count"] == 1
    other = send(client, "POST", "/cart/lines", secret, {**body, "quantity": 5}, **headers)
    assert (other.status_code, other.json()["code"]) == (422, "api.idempotency_key_reused")
    assert send(client, "POST", "/cart/lines", secret, body, **{"Idempotency-Key": "x"}).status_code == 422


def test_a_refusal_is_not_kept_under_its_idempotency_key(client, laid, secret):
    headers = {"Idempotency-Key": "try-it-again"}
    body = {"variant": str(uuid4())}
    assert send(client, "POST", "/cart/lines", secret, body, **headers).status_code == 409
    assert send(client, "POST", "/cart/lines", secret, body, **headers).status_code == 409


def test_a_cart_is_never_kept_by_caches(client, laid, secret):
    assert send(client, "GET", "/cart", secret)["Cache-Control"] == "no-store"
