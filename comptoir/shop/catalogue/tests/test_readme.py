"""The README tells every code that this room may answer with."""

from __future__ import annotations

import re
from pathlib import Path

ROOM = Path(__file__).resolve().parents[1]
TOLD = re.compile(r'(?:fault|_fault|WrongValue|WrongFile|HostileSvg|WrongWord)\(\s*f?"([a-z_]+)"')
REFUSED = re.compile(r'(?:refuse|self\.refuse|reading\.refuse)\("([a-z_]+)"')


def test_the_readme_names_every_code():
    said = (ROOM / "README.md").read_text(encoding="utf-8")
    codes: set[str] = set()
    for path in (*ROOM.glob("rules/**/*.py"), ROOM / "queries" / "drafts.py"):
        source = path.read_text(encoding="utf-8")
        codes.update(TOLD.findall(source), REFUSED.findall(source))
    codes.discard("title_")
    assert sorted(code for code in codes if f"`{code}`" not in said) == []
