import time
from datetime import UTC

from comptoir.kernel import clock
from comptoir.kernel.ids import epoch_of, new_id, new_secret


def test_an_id_knows_when_it_was_made():
    before = clock.now().timestamp()
    assert before - 0.002 <= epoch_of(new_id()) <= clock.now().timestamp() + 0.002


def test_ids_are_uuid7_and_sort_by_birth():
    ids = []
    for _ in range(20):
        ids.append(new_id())
        time.sleep(0.0015)
    assert {one.version for one in ids} == {7}
    assert ids == sorted(ids)
    assert len(set(ids)) == 20


def test_secrets_are_long_url_safe_and_different():
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {len(secret) for secret in secrets} == {43}


def test_the_clock_is_aware_and_in_utc():
    assert clock.now().tzinfo is UTC
    first = clock.monotonic()
    assert clock.monotonic() >= first
