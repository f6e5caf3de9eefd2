"""The search index from the command line."""

from __future__ import annotations

from click.testing import CliRunner

from comptoir.heads.cli.main import cli
from comptoir.kernel import clock
from comptoir.shop.search import queries
from comptoir.shop.search.engines.index.reading import find_view
from comptoir.shop.search.tests import shop
from comptoir.shop.search.types import Ask


def test_reindex_builds_every_index_and_says_how_many(db):
    shop.open_shop()
    told = CliRunner().invoke(cli, ["reindex"], catch_exceptions=False)
    assert told.exit_code == 0
    assert "39 articles indexed." in told.output
    assert [find_view("web", language).searcher.num_docs for language in ("fr", "en", "es")] == [13, 13, 13]
    found = queries.browse(Ask("web", "en", words="laptop"), at=clock.now())
    assert found.cards[0].code == "PC"


def test_reindex_of_one_channel_leaves_the_others(db):
    shop.open_shop()
    told = CliRunner().invoke(cli, ["reindex", "--channel", "elsewhere"], catch_exceptions=False)
    assert told.exit_code == 0
    assert "0 articles indexed." in told.output
