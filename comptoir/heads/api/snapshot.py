"""`python -m comptoir.heads.api.snapshot`: write the OpenAPI document to the repository, or say how it differs."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from importlib import import_module
from pathlib import Path

import django

WHERE = Path("schema") / "openapi-v1.json"
SHOWN = 80


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 with `--check` when the document served is not the one kept."""
    parser = argparse.ArgumentParser(prog="python -m comptoir.heads.api.snapshot", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    parser.add_argument("--path", type=Path, default=WHERE)
    asked = parser.parse_args(arguments)
    served = _served()
    kept = asked.path.read_bytes() if asked.path.exists() else b""
    if served == kept:
        return 0
    if asked.check:
        lines = difflib.unified_diff(
            kept.decode().splitlines(), served.decode().splitlines(), "kept", "served", "", "", 2
        )
        sys.stdout.write("\n".join(list(lines)[:SHOWN]) + "\n")
        sys.stdout.write("The API is not what schema/openapi-v1.json says: read the difference; if it is meant, run\n")
        sys.stdout.write("python -m comptoir.heads.api.snapshot and commit the file.\n")
        return 1
    asked.path.parent.mkdir(parents=True, exist_ok=True)
    asked.path.write_bytes(served)
    sys.stdout.write(f"{asked.path} written.\n")
    return 0


def _served() -> bytes:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
    django.setup()
    served: bytes = import_module("comptoir.heads.api.document").render()
    return served


if __name__ == "__main__":
    raise SystemExit(main())
