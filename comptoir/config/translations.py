"""The gettext catalogues: compiles those that changed (safe to run at every start), or writes down what is new to say.

`python -m comptoir.config.translations` compiles; `... update` reads the sentences of each head into its catalogues.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent
METHODS = [
    ("**/tests/**.py", "ignore"),
    ("tests/**.py", "ignore"),
    ("**.py", "python"),
    ("**/jinja2/**.html", "jinja2"),
]
OPTIONS = {"**/jinja2/**.html": {"newstyle_gettext": "true", "trimmed": "true", "silent": "false"}}
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "mark": None,
    "mark_plural": (1, 2),
}


def compile_catalogues() -> int:
    """Compile every stale catalogue of the package; how many were compiled."""
    stale = [po for po in catalogues() if _is_stale(po)]
    for po in stale:
        _compile(po)
    return len(stale)


def catalogues() -> list[Path]:
    return sorted(PACKAGE.rglob("locale/*/LC_MESSAGES/*.po"))


def update_catalogues() -> None:
    """Bring each catalogue to what its folder says now; sentences no longer said leave it."""
    for po in catalogues():
        known, said = read_catalogue(po), read_sentences(po.parents[3])
        known.update(said, no_fuzzy_matching=True)
        known.obsolete.clear()
        with po.open("wb") as target:
            write_po(target, known, width=120, sort_output=True, omit_header=False, include_lineno=False)


def read_catalogue(po: Path) -> Catalog:
    with po.open("rb") as source:
        return read_po(source, locale=po.parent.parent.name)


def read_sentences(folder: Path) -> Catalog:
    """Every sentence marked in the sources and templates under a folder."""
    said = Catalog(project="Comptoir", charset="utf-8")
    for name, line, message, comments, context in _extract(folder):
        said.add(message, locations=[(name, line)], auto_comments=comments, context=context)
    return said


def _extract(folder: Path) -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    return extract_from_dir(folder, METHODS, OPTIONS, keywords=KEYWORDS)


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def _compile(po: Path) -> None:
    """Write beside, then rename: a server that starts meanwhile reads the old file or the new, never a half."""
    with tempfile.NamedTemporaryFile(dir=po.parent, delete=False) as target:
        write_mo(target, read_catalogue(po))
    os.replace(target.name, po.with_suffix(".mo"))


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update_catalogues()
    count = compile_catalogues()
    if count:
        sys.stdout.write(f"  {count} catalogues compiled\n")
