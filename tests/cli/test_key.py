"""Keys are made, shown once, listed without their secret and closed from the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from comptoir.heads.cli.key import command
from comptoir.kernel import keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    def run_command(*words: str) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            told = CliRunner().invoke(command, list(words))
        assert told.exit_code == 0, told.output
        return told.output.strip()

    return run_command


def test_a_key_made_here_opens_the_api_until_it_is_closed(run):
    token = run("create", "till", "--channel", "web", "--origin", "https://shop.example")
    card = keys.find_key(token)
    assert (card.name, card.channel, card.allows_origin("https://shop.example")) == ("till", "web", True)
    assert not card.allows_origin("https://other.example")
    run("revoke", str(card.id), "--reason", "lost")
    with pytest.raises(keys.UnknownKey):
        keys.find_key(token)


def test_a_secret_key_is_never_listed_whole(run):
    token = run("create", "warehouse", "--secret")
    assert token not in run("list")


def test_a_replaced_key_still_works_during_its_grace(run):
    old = run("create", "kiosk")
    new = run("rotate", str(keys.find_key(old).id))
    assert (keys.find_key(old).name, keys.find_key(new).name) == ("kiosk", "kiosk")
    assert old != new
