"""What every test can count on: a database named by COMPTOIR_TEST_DATABASE, a private home, no network."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
os.environ["COMPTOIR_HOME"] = tempfile.mkdtemp(prefix="comptoir-test-")
os.environ["COMPTOIR_PROFILE"] = "development"
os.environ["COMPTOIR_DATABASE_URL"] = os.environ.get("COMPTOIR_TEST_DATABASE", "")


def pytest_configure() -> None:
    from comptoir.config.translations import compile_catalogues

    compile_catalogues()
