from datetime import timedelta

import pytest
import time_machine

from comptoir.kernel import clock, keys
from comptoir.kernel.ids import new_id
from comptoir.kernel.keys import KeyKind
from comptoir.kernel.models import ApiKey, JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    keys._Cards.known.clear()
    yield
    keys._Cards.known.clear()


def make(kind=KeyKind.SERVER, **changes):
    asked = {"scopes": ["catalogue:read"], "channel": "web", "origins": [], "actor": "staff:1"} | changes
    return keys.create_key(kind, "Till", **asked)


def test_a_secret_key_is_told_once_and_kept_as_a_digest():
    made = make()
    assert made.token.startswith("ck_sec_")
    assert len(made.token) == 50
    row = ApiKey.objects.get()
    assert made.token not in str(vars(row))
    assert row.shown == f"ck_sec_…{made.token[-4:]}"
    assert keys.find_key(made.token).id == made.card.id
    assert made.token not in str(JournalEntry.objects.get().after)


def test_a_publishable_key_can_be_shown_again():
    made = make(KeyKind.PUBLISHABLE, origins=["https://shop.example"])
    assert keys.list_keys()[0].shown == made.token
    card = keys.find_key(made.token)
    assert card.allows_origin("https://shop.example")
    assert not card.allows_origin("https://evil.example")
    assert (card.allows("catalogue:read"), card.allows("orders:write")) == (True, False)


def test_a_key_without_origins_is_not_bound_to_one():
    assert keys.find_key(make(KeyKind.PUBLISHABLE).token).allows_origin("https://anywhere.example")


@pytest.mark.parametrize("token", ["", "ck_sec_", "ck_sec_" + "a" * 43, "é\ud800", "x" * 10_000])
def test_what_is_no_key_is_refused_in_one_way(token):
    with pytest.raises(keys.UnknownKey) as refusal:
        keys.find_key(token)
    assert (refusal.value.status, refusal.value.facts) == (401, {})


def test_a_revoked_key_opens_nothing():
    made = make()
    keys.find_key(made.token)
    keys.revoke_key(made.card.id, actor="staff:1", reason="lost laptop")
    keys._Cards.known.clear()
    with pytest.raises(keys.UnknownKey):
        keys.find_key(made.token)
    keys.revoke_key(made.card.id, actor="staff:1", reason="again")
    assert JournalEntry.objects.filter(verb="revoke").count() == 1
    assert keys.list_keys() == ()
    assert len(keys.list_keys(revoked=True)) == 1


def test_a_revocation_reaches_other_processes_in_five_seconds(monkeypatch):
    made = make()
    keys.find_key(made.token)
    ApiKey.objects.update(revoked_at=clock.now())
    assert keys.find_key(made.token)
    ahead = clock.monotonic() + 5.1
    monkeypatch.setattr(clock, "monotonic", lambda: ahead)
    with pytest.raises(keys.UnknownKey):
        keys.find_key(made.token)


def test_a_rotated_key_works_beside_the_new_one_for_a_while():
    old = make(channel="shop")
    new = keys.rotate_key(old.card.id, grace=timedelta(days=2), actor="staff:1")
    assert new.token != old.token
    assert (new.card.scopes, new.card.channel) == (old.card.scopes, "shop")
    assert keys.find_key(old.token).id == old.card.id
    with time_machine.travel(clock.now() + timedelta(days=2, seconds=1), tick=False):
        keys._Cards.known.clear()
        assert keys.find_key(new.token).id == new.card.id
        with pytest.raises(keys.UnknownKey):
            keys.find_key(old.token)


def test_an_unknown_or_revoked_key_cannot_be_rotated():
    made = make()
    keys.revoke_key(made.card.id, actor="staff:1", reason="x")
    for key in (made.card.id, new_id()):
        with pytest.raises(keys.KeyNotFound):
            keys.rotate_key(key, actor="staff:1")


def test_use_is_noted_to_the_day_and_usually_costs_nothing(django_assert_num_queries):
    made = make()
    keys._Cards.known.clear()
    with django_assert_num_queries(2):
        keys.find_key(made.token)
    with django_assert_num_queries(0):
        for _ in range(50):
            keys.find_key(made.token)
    assert ApiKey.objects.get().last_used_on == keys.calendar.day_in_paris(clock.now())
    keys._Cards.known.clear()
    with django_assert_num_queries(1):
        keys.find_key(made.token)


def test_guesses_do_not_fill_the_memory():
    for n in range(keys.CACHED + 10):
        with pytest.raises(keys.UnknownKey):
            keys.find_key(f"ck_pub_{n}")
    assert len(keys._Cards.known) <= keys.CACHED
