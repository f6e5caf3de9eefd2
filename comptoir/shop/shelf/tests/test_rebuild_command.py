from __future__ import annotations

from click.testing import CliRunner

from comptoir.heads.cli.rebuild import command
from comptoir.shop.shelf import queries
from comptoir.shop.shelf.models import CardRow, Placement


def test_the_command_makes_the_shelf_again_and_says_how_much(laid):
    CardRow.objects.all().delete()
    Placement.objects.all().delete()
    assert queries.list_placed("web", "fr").cards == ()
    result = CliRunner().invoke(command)
    assert result.exit_code == 0, result.output
    assert "2 articles gone through" in result.output
    assert len(queries.list_placed("web", "fr").cards) == 2
