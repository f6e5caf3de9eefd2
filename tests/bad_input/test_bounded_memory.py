"""What strangers can make a process keep: addresses, pages and fragments are bounded in bytes, not only in number."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from click.testing import CliRunner
from django.core.cache import cache
from django.db import OperationalError
from django.test import RequestFactory

from comptoir.heads.cli.main import cli
from comptoir.heads.storefront import freshness
from comptoir.heads.storefront.choices import read_choices
from comptoir.heads.storefront.failure import failed
from comptoir.heads.storefront.freshness import Page, find_or_build
from comptoir.heads.ui import memory


def test_an_address_of_a_thousand_filters_is_read_as_a_few():
    address = "&".join(f"attr.x{n}={quote('é' * 100)}" for n in range(400))
    choices = read_choices(address)
    assert 0 < len(choices.filters) < 20
    assert len(choices.href()) < 20_000


def test_an_address_as_long_as_clicks_make_it_keeps_every_filter():
    address = "&".join(f"attr.colour={n}" for n in range(20)) + "&brand=passerose&min=1&max=90"
    assert len(read_choices(address).filters) == 21
    assert read_choices(address) is read_choices(address)
    assert read_choices(address + "&x=" + "y" * 3000) is not read_choices(address + "&x=" + "y" * 3000)


@pytest.mark.parametrize(("path", "body"), [("/?x=" + "a" * 3000, "short"), ("/?x=1", "a" * 1_100_000)])
def test_a_page_that_only_a_program_asks_for_is_not_kept(path, body):
    before = len(freshness.memory)
    find_or_build(RequestFactory().get(path), "stamp", lambda: Page(body, "home"))
    assert len(freshness.memory) == before


def test_fragments_kept_are_bounded_in_characters(monkeypatch):
    monkeypatch.setattr(memory, "CHARS_MOST", 1_000_000)
    for number in range(300):
        memory.recall(lambda n: str(n) * 10_000, number)
    assert sum(len(written) for _, written in memory._written.values()) < 1_100_000


def answer_when(fault, method="get"):
    try:
        raise fault
    except type(fault):
        return failed(getattr(RequestFactory(), method)("/panier"))


def test_a_database_that_is_away_is_said_and_caches_keep_what_they_have():
    response = answer_when(OperationalError("could not connect to 10.0.0.3 as shop"))
    page = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert "La boutique ne peut pas répondre pour le moment" in page
    assert "10.0.0.3" not in page


def test_a_fault_of_ours_shows_nothing_of_the_house():
    response = answer_when(RuntimeError("secret at /srv/comptoir/kernel/money.py"), "post")
    page = response.content.decode()
    assert (response.status_code, response.headers["Cache-Control"]) == (500, "no-store")
    assert "Une panne de notre fait" in page
    assert "money.py" not in page
    assert "RuntimeError" not in page


def test_a_flood_of_a_thousand_askers_forgets_no_answer():
    cache.set("api.once:first", "kept", 3600)
    for number in range(1000):
        cache.set(f"api.bucket:address:{number}", (300.0, 0.0), 120)
    assert cache.get("api.once:first") == "kept"
    cache.clear()


@pytest.mark.parametrize("fault", [OSError(28, "No space left"), OperationalError("database is full")])
def test_a_disk_that_is_full_is_said_in_a_line(monkeypatch, fault):
    def refuse(*_, **__):
        raise fault

    monkeypatch.setattr("comptoir.heads.cli.doctor.bill_of_materials", refuse)
    told = CliRunner().invoke(cli, ["doctor", "--sbom"])
    assert told.exit_code == 1
    assert "Look whether the disk is full" in told.output
    assert "Traceback" not in told.output
