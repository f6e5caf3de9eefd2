"""The shop's own settings in a private home, on the database that COMPTOIR_TEST_DATABASE names (SQLite otherwise).

pytest-django reads settings before any conftest, so the environment is prepared here.
"""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path

_home = Path(tempfile.mkdtemp(prefix="comptoir-test-"))
os.environ["COMPTOIR_HOME"] = str(_home)
os.environ["COMPTOIR_PROFILE"] = "development"
os.environ["COMPTOIR_DATABASE_URL"] = os.environ.get("COMPTOIR_TEST_DATABASE", "")
# A file, because threads that race on SQLite in memory share one cache and its locks instead of waiting in line.
os.environ["COMPTOIR_TEST_SQLITE"] = str(_home / "test.sqlite3")

_shop = import_module("comptoir.config.settings")
globals().update({name: getattr(_shop, name) for name in dir(_shop) if name.isupper()})
