from __future__ import annotations

import pytest

from comptoir.kernel import clock
from comptoir.shop.search import actions, queries
from comptoir.shop.search.engines import choice, repair
from comptoir.shop.search.engines.index import reading
from comptoir.shop.search.engines.plain import PlainEngine
from comptoir.shop.search.engines.tantivy import TantivyEngine
from comptoir.shop.search.tests import shop
from comptoir.shop.search.types import Ask


@pytest.fixture
def store(db):
    """The store on the shelf, not indexed: product ids by code."""
    return shop.open_shop()


@pytest.fixture
def indexed(store):
    """The store, indexed."""
    actions.reindex()
    return store


@pytest.fixture(params=["tantivy", "plain"])
def engine(request, store, monkeypatch):
    """The store behind each engine in turn, alone."""
    if request.param == "tantivy":
        actions.reindex()
    alone = {"tantivy": TantivyEngine, "plain": PlainEngine}[request.param]()
    monkeypatch.setattr(choice, "_ENGINES", (alone,))
    return request.param


@pytest.fixture
def find():
    """What a question finds: the codes of the articles, in order."""

    def ask(words="", *, language="fr", **said):
        return [card.code for card in queries.browse(Ask("web", language, words=words, **said), at=clock.now()).cards]

    return ask


@pytest.fixture
def browse():
    """What a question finds, whole."""

    def ask(words="", *, language="fr", **said):
        return queries.browse(Ask("web", language, words=words, **said), at=clock.now())

    return ask


@pytest.fixture
def at_once(monkeypatch):
    """Readers look at the pointer at each search, and repairs are asked for each time."""
    monkeypatch.setattr(reading, "LOOK_EVERY_S", 0.0)
    monkeypatch.setattr(repair, "ASK_EVERY_S", 0.0)
