from django.http import HttpResponse
from django.test import RequestFactory

from comptoir.heads.ui.middleware import FrontDoor


def answer(request):
    return FrontDoor(lambda _: HttpResponse("done"))(request)


def test_every_answer_has_a_strict_policy_and_a_request_id():
    response = answer(RequestFactory().get("/"))
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert len(response.headers["X-Request-Id"]) == 32


def request_id_when_given(name):
    return answer(RequestFactory().get("/", headers={"x-request-id": name})).headers["X-Request-Id"]


def test_a_request_id_given_by_the_proxy_is_kept_and_a_hostile_one_is_not():
    assert request_id_when_given("abc-123456") == "abc-123456"
    assert request_id_when_given("a\tb<script>") != "a\tb<script>"


def test_a_cross_site_write_is_turned_away_in_the_language_of_the_page():
    response = answer(RequestFactory().post("/en/cart", headers={"sec-fetch-site": "cross-site"}))
    assert response.status_code == 403
    assert "came from another site" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
