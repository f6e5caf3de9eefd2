"""What strangers send to the shop's door: charsets, hosts, bodies that never come, methods, numbers too long."""

from __future__ import annotations

import io
import threading
import time
from decimal import Decimal

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from comptoir.config.bodies import MOST, WholeBodies
from comptoir.config.requests import Handler, Request
from comptoir.heads.storefront.choices import read_choices
from comptoir.heads.ui.origin import is_own_write
from comptoir.kernel import logs
from comptoir.kernel.money import Money, UnreadableAmount


def sent(content_type, query="q=+ADw-b+AD4-", **more):
    return {**RequestFactory().get(f"/recherche?{query}").environ, "CONTENT_TYPE": content_type, **more}


@pytest.mark.parametrize("charset", ["utf-7", "utf-16", "zlib", "idna", "nope", "hex"])
def test_no_sender_chooses_how_an_address_is_read(charset):
    assert issubclass(Handler, WSGIHandler)
    assert Handler.request_class is Request
    request = Request(sent(f"text/plain; charset={charset}"))
    assert request.GET["q"] == " ADw-b AD4-"


@pytest.mark.parametrize("kind", ["a/b; x*=zlib''%ff", "a/b; " + "x" * 30_000, "a/b; charset*=zlib''x"])
def test_a_content_type_that_cannot_be_read_is_none(kind):
    assert Request(sent(kind)).GET["q"] == " ADw-b AD4-"


class NeverSent:
    """A body announced, of which nothing comes until the sender is gone."""

    def __init__(self):
        self.gone = threading.Event()

    def read(self, _size):
        self.gone.wait(20)
        return b""


def post(application, stream, length="9"):
    told = []
    environ = {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": length, "wsgi.input": stream}
    body = b"".join(application(environ, lambda status, headers: told.append((status, dict(headers)))))
    return told[0][0], told[0][1], body


def echo(environ, start_response):
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def test_a_body_that_has_come_is_given_whole():
    assert post(WholeBodies(echo), io.BytesIO(b"act=empty"))[::2] == ("200 OK", b"act=empty")


def test_senders_who_dawdle_leave_threads_to_the_others():
    shop, streams = WholeBodies(echo), [NeverSent() for _ in range(6)]
    slow = [threading.Thread(target=post, args=(shop, stream)) for stream in streams]
    for each in slow:
        each.start()
    time.sleep(0.4)
    assert sum(each.is_alive() for each in slow) == 2
    status, headers, _ = post(shop, io.BytesIO(b"act=empty"))
    assert (status, headers["Retry-After"]) == ("503 Service Unavailable", "1")
    for stream in streams:
        stream.gone.set()
    for each in slow:
        each.join()
    assert post(shop, io.BytesIO(b"act=empty"))[0] == "200 OK"


def test_a_body_too_large_is_refused_unread():
    stream = NeverSent()
    assert post(WholeBodies(echo), stream, str(MOST + 1))[0] == "413 Content Too Large"


def test_a_sender_who_breaks_off_does_not_break_the_shop():
    class Gone(io.BytesIO):
        def read(self, _size=-1):
            raise OSError("connection reset")

    assert post(WholeBodies(echo), Gone())[0] == "400 Bad Request"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/panier", "/api/v1/channel", "/nothing-here"])
def test_a_name_that_is_not_the_shops_is_answered_by_nothing_of_it(client, path):
    for host in ("evil.example", "testserver.evil.example", "a@testserver", "[::1", "é"):
        answer = client.get(path, headers={"host": host})
        assert (answer.status_code, answer.headers["Cache-Control"]) == (400, "no-store")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "http://]", "//", "http://\u2100"])
def test_an_origin_that_cannot_be_read_is_not_ours(origin):
    request = RequestFactory().post("/panier", headers={"origin": origin})
    request.COOKIES["cart"] = "secret"
    assert not is_own_write(request)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PURGE"])
@pytest.mark.parametrize("path", ["/panier", "/robots.txt", "/sitemap.xml", "/sitemap-pages.xml", "/", "/boutiques"])
def test_a_method_that_a_page_does_not_know_is_refused(client, method, path):
    assert client.generic(method, path).status_code == 405


@pytest.mark.parametrize("amount", ["1e99999999", "1e999999", "-1e31", "9e-99999999", "sNaN", "Infinity"])
def test_an_amount_of_a_gigabyte_of_digits_is_refused_at_once(amount):
    with pytest.raises(UnreadableAmount):
        Money.from_decimal(Decimal(amount), "EUR")


def test_bounds_that_are_no_amounts_are_left_out():
    for bound in ("1e99999999", "9e-99999999", "sNaN", "1e999999999"):
        choices = read_choices(f"min={bound}&max={bound}")
        assert (choices.low, choices.high) == (None, None)


@pytest.mark.parametrize("unit", ["a", "a@", "@a", "1 ", "a.", "+", "ck_pub_", "a@b"])
def test_a_log_line_is_masked_in_a_time_in_proportion(unit):
    began = time.perf_counter()
    logs.mask_text("@" + unit * (200_000 // len(unit)))
    assert time.perf_counter() - began < 1.0
