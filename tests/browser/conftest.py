"""A real Chromium on a real server with the small shop; skipped, and says so, where no Chromium is found."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from comptoir.heads.storefront import freshness
from tests.builders import shopfront

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the driver keeps a loop running in the thread of the tests

SHOTS = Path(os.environ.get("COMPTOIR_SHOTS", ""))
WIDTHS = (320, 390, 1280)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium():
    """The Chromium of this machine, started once."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: install Debian's chromium to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=found, args=["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def address(live_server, transactional_db, settings):
    """Where the small shop answers."""
    freshness.memory.clear()
    shopfront.open_shopfront()
    settings.ORIGIN = live_server.url
    return live_server.url


@pytest.fixture
def visit(chromium, address):
    """Open a page of the shop at a width, with scripts or without; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def open_page(path="/", *, width=1280, script=True, context=None):
        context = context or chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, reduced_motion="reduce", locale="fr"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    open_page.complaints = complaints
    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
