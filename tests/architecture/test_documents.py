"""Documents are held to what they describe: every setting has its line."""

from __future__ import annotations

import re

from tests.architecture.house import PACKAGE, ROOT

READ = re.compile(r"env\.(?:text|flag|whole|words)\(\s*\"([A-Z_]+)\"|\b(?:text|flag|whole|words)\(\"([A-Z_]+)\"")


def test_every_setting_is_documented_and_every_documented_one_is_read():
    sources = [PACKAGE / "config" / name for name in ("settings.py", "environment.py")]
    read = {"COMPTOIR_" + (a or b) for source in sources for a, b in READ.findall(source.read_text(encoding="utf-8"))}
    table = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(COMPTOIR_[A-Z_]+)`", table, re.MULTILINE))
    assert read == told
