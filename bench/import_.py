"""Import 50,000 real articles under new SKUs: articles a second and peak memory, in a process of its own."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.rows import Row, row

ARTICLES = int(os.environ.get("BENCH_IMPORT_ARTICLES", "50000"))
ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "data" / "catalogue" / "icecat_products_en.jsonl.gz"
PEAK_MIB = 400
REACH = 400

_MEASURED = """
import json, resource, sys, time
import django
django.setup()
from comptoir.shop.exchange.actions import import_files
from comptoir.shop.exchange.types import ImportOptions
began, cpu = time.perf_counter(), time.process_time()
report = import_files((sys.argv[1],), ImportOptions(copy_names=True), actor="system:bench")
print(json.dumps({
    "read": report.counts.read, "created": report.counts.created, "unchanged": report.counts.unchanged,
    "seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu,
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def run() -> list[Row]:
    """Rows of the import bench; made-up articles stand in where the real ones are absent, and the rows say so."""
    with tempfile.TemporaryDirectory(prefix="comptoir-bench-") as folder:
        book = Path(folder) / "articles.jsonl"
        write_articles(book, ARTICLES)
        first = measure(folder, book)
        again = measure(folder, book)
    kind = "real" if REAL.exists() else "made-up"
    return [
        row(f"import of {first['read']:,} {kind} articles, SQLite", first["read"] / first["seconds"], "articles/s",
            reach=f">= {REACH}"),
        row("its CPU a thousand articles", 1000 * first["cpu"] / first["read"], "s"),
        row("its peak memory", first["peak_mib"], "MiB", reach=f"< {PEAK_MIB}"),
        row("the same file again, all unchanged", again["read"] / again["seconds"], "articles/s"),
    ]  # fmt: skip


def write_articles(path: Path, count: int) -> None:
    """`count` articles: the real ones, repeated under new ids, SKUs and names; their GTINs kept on the first round."""
    with path.open("w", encoding="utf-8") as out:
        for number, article in zip(range(count), repeated(), strict=False):
            out.write(json.dumps({**article, "id": f"{article['id']}-{number}"}, ensure_ascii=False) + "\n")


def repeated() -> Iterator[dict[str, Any]]:
    """The real articles, round after round; from the second on without GTIN and with the round in their title."""
    turn = 0
    while True:
        for article in real_articles() if REAL.exists() else made_up_articles():
            yield article if not turn else {**article, "ean": [], "title": f"{article['title']} ({turn + 1})"}
        turn += 1


def real_articles() -> Iterator[dict[str, Any]]:
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def made_up_articles() -> Iterator[dict[str, Any]]:
    """Articles of the same shape: some twenty attributes of each kind out of four hundred."""
    for number in range(20_000):
        texts = {f"t_fact_{(number * 7 + i) % 200}": f"word {(number + i) % 40}" for i in range(9)}
        figures = {f"n_size_{(number * 3 + i) % 150}": float((number + i) % 500) for i in range(8)}
        flags = {f"b_has_{(number + i) % 50}": i % 2 == 0 for i in range(3)}
        yield {
            "id": str(number),
            "title": f"Article {number} of the bench",
            "supplier": f"Maker {number % 160}",
            "ean": [],
            "price_cents": 500 + number % 90_000,
            "short_description": f"What article {number} is, in a dozen words that a person could well have written.",
            "attributes": {**texts, **figures, **flags},
        }


def measure(folder: str, book: Path) -> dict[str, float]:
    """Import in a fresh process and an embedded database of its own, so that memory and caches are the import's."""
    environment = {
        **os.environ,
        "COMPTOIR_HOME": folder,
        "COMPTOIR_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "comptoir.config.settings",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, cwd=ROOT, check=True)
    answer = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(book)],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return found
