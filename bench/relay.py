"""What telling costs: `relay_all()` after an import of 2,000 articles, and after 1,000 edits of one article each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.rows import Row, row

ARTICLES = 2_000
EDITS = 1_000
ROOT = Path(__file__).resolve().parent.parent
POSTGRES = os.environ.get("BENCH_POSTGRES_URL", "")
"""An empty database to be filled; left out without one."""

_MEASURED = f"""
import json, time
import django
django.setup()
from django.core.management import call_command
from dataclasses import replace
from bench.articles import ACTOR, drafts, fill, vocabulary
from comptoir.kernel.outbox import relay_all
from comptoir.shop.catalogue import actions as catalogue
def timed():
    began, cpu = time.perf_counter(), time.process_time()
    told = relay_all()
    return {{"told": told, "seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu}}
call_command("migrate", interactive=False, verbosity=0)
vocabulary()
relay_all()
fill({ARTICLES})
found = [timed()]
for draft in drafts({EDITS}):
    name = {{language: text + " bis" for language, text in draft.name.items()}}
    catalogue.upsert_products([replace(draft, name=name)], actor=ACTOR)
found.append(timed())
print(json.dumps(found))
"""


def run() -> list[Row]:
    """Rows for SQLite, and for PostgreSQL when `BENCH_POSTGRES_URL` names an empty database."""
    found = rows("SQLite", "")
    return [*found, *rows("PostgreSQL", POSTGRES)] if POSTGRES else found


def rows(name: str, url: str) -> list[Row]:
    imported, edited = measure(url)
    return [
        row(f"telling an import of {ARTICLES:,} articles, {name}", imported["seconds"], "s"),
        row(f"its CPU, {name}", imported["cpu"], "s"),
        row(f"telling {EDITS:,} edits of one article, {name}", edited["seconds"], "s"),
        row(f"its CPU, {name}", edited["cpu"], "s"),
        row(f"its deliveries, {name}", edited["told"], "told"),
    ]


def measure(url: str) -> list[dict[str, float]]:
    """In a fresh process and a home of its own."""
    with tempfile.TemporaryDirectory(prefix="comptoir-bench-") as folder:
        answer = subprocess.run(
            [sys.executable, "-c", _MEASURED],
            env={
                **os.environ,
                "COMPTOIR_HOME": folder,
                "COMPTOIR_DATABASE_URL": url,
                "DJANGO_SETTINGS_MODULE": "comptoir.config.settings",
                "PYTHONPATH": os.environ.get("BENCH_ROOT", str(ROOT)),
            },
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
    found: list[dict[str, float]] = json.loads(answer.stdout.splitlines()[-1])
    return found
