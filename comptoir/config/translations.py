"""Compiles the gettext catalogues (`.po` to `.mo`) that changed; safe to run at every start.

`python -m comptoir.config.translations`
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent


def compile_catalogues() -> int:
    """Compile every stale catalogue of the package; how many were compiled."""
    stale = [po for po in sorted(PACKAGE.rglob("locale/*/LC_MESSAGES/*.po")) if _is_stale(po)]
    for po in stale:
        _compile(po)
    return len(stale)


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> None:
    """Write beside, then rename: a server that starts meanwhile reads the old file or the new, never a half."""
    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parent.parent.name)
    with tempfile.NamedTemporaryFile(dir=po.parent, delete=False) as target:
        write_mo(target, catalogue)
    os.replace(target.name, po.with_suffix(".mo"))


if __name__ == "__main__":
    count = compile_catalogues()
    if count:
        sys.stdout.write(f"  {count} catalogues compiled\n")
