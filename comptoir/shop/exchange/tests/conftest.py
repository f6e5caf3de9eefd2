"""What exchange tests share."""

import pytest


@pytest.fixture
def stores(settings, tmp_path):
    """Stores of files of this test's own."""
    settings.MEDIA_ROOT = tmp_path / "store" / "media"
    where = {"location": tmp_path / "store" / "originals"}
    settings.STORAGES = {**settings.STORAGES, "originals": {**settings.STORAGES["originals"], "OPTIONS": where}}
