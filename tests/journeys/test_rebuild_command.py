from __future__ import annotations

from click.testing import CliRunner

from comptoir.heads.cli.rebuild import command
from comptoir.kernel.outbox import relay_all
from comptoir.shop.shelf import queries
from comptoir.shop.shelf.models import CardRow, Placement
from comptoir.shop.shelf.tests import shop


def test_the_command_makes_the_shelf_again_and_says_how_much(db):
    shop.lay_words()
    shop.add(shop.LAMP, {"LAMP-1": 4_990})
    relay_all()
    CardRow.objects.all().delete()
    Placement.objects.all().delete()
    assert queries.list_placed("web", "fr").cards == ()
    result = CliRunner().invoke(command)
    assert result.exit_code == 0, result.output
    assert "1 articles gone through" in result.output
    assert [card.code for card in queries.list_placed("web", "fr").cards] == ["LAMP"]
