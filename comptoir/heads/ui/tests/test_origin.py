import pytest
from django.test import RequestFactory

from comptoir.heads.ui.origin import is_own_write

OURS = "http://testserver"


def post(**headers):
    request = RequestFactory().post("/panier", headers={k.replace("_", "-"): v for k, v in headers.items()})
    request.COOKIES.update({"cart": "secret"})
    return request


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "none"},
        {"origin": OURS},
        {"origin": "http://127.0.0.1:8000"},  # the public address, behind a proxy that renames the host
        {"sec_fetch_site": "same-origin", "origin": "https://proxy.example"},
    ],
)
def test_a_form_of_our_own_pages_may_act(headers):
    assert is_own_write(post(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site", "origin": OURS},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "file://testserver"},
        {"origin": f"{OURS}.evil.example"},
        {},
        {"sec_fetch_site": "cross-site", "authorization": "Bearer pk_1"},
    ],
)
def test_a_form_of_another_site_may_not_use_our_cookies(headers):
    assert not is_own_write(post(**headers))


def test_a_program_without_cookies_may_act():
    assert is_own_write(RequestFactory().post("/api/v1/carts"))


def test_another_site_without_cookies_may_not_open_a_cart_that_would_replace_ours():
    assert not is_own_write(RequestFactory().post("/panier", headers={"sec-fetch-site": "cross-site"}))


def test_a_key_that_passed_a_preflight_is_judged_by_the_api():
    request = RequestFactory().post(
        "/api/v1/carts", headers={"sec-fetch-site": "cross-site", "authorization": "Bearer pk"}
    )
    assert is_own_write(request)
