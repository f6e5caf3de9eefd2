"""The merchant's own words are those of his file, half a second after he saved it."""

from __future__ import annotations

import os

from comptoir.heads.ui.merchant import find_merchant
from comptoir.kernel import clock


def test_a_saved_file_is_seen_within_half_a_second(settings, tmp_path, monkeypatch):
    moment = [100.0]
    monkeypatch.setattr(clock, "monotonic", lambda: moment[0])
    settings.MERCHANT_FILE = tmp_path / "merchant.toml"
    settings.MERCHANT_FILE.write_text('name = "Le Courtil"')
    assert find_merchant().name == "Le Courtil"
    settings.MERCHANT_FILE.write_text('name = "La Remise"')
    os.utime(settings.MERCHANT_FILE, ns=(1, 1))
    assert find_merchant().name == "Le Courtil"
    moment[0] += 0.5
    assert find_merchant().name == "La Remise"


def test_without_a_file_the_shop_has_the_name_of_its_settings(settings, tmp_path):
    settings.MERCHANT_FILE = tmp_path / "none.toml"
    settings.MERCHANT_NAME = "Sans fichier"
    assert find_merchant().name == "Sans fichier"
