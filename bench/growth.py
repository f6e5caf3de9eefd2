"""What a page costs as the shop grows: CPU in one process at 1,000 and at 50,000 articles, nothing remembered.

The shops are made once and kept in var/bench (the large one takes some six minutes).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.rows import Row, row

SMALL, LARGE = 1_000, int(os.environ.get("BENCH_GROWTH_ARTICLES", "50000"))
REACH = "<= 1.3"
ROOT = Path(__file__).resolve().parent.parent
HOMES = ROOT / "var" / "bench"

_MEASURED = """
import json, statistics, time
import django
django.setup()
from django.conf import settings
from django.test import Client
from bench.articles import COLOURS, MADE_OF, THINGS
from comptoir.shop.search.engines.plain import PlainEngine
from comptoir.shop.search.types import Ask
from comptoir.shop.shelf import queries as shelf

settings.ALLOWED_HOSTS = ["*"]
client = Client()
# Each asked once, since answers are remembered; each fills its pages at both sizes, so that as much is shown.
asked = [(word, page) for page in (1, 2) for word in (*THINGS, *MADE_OF, *COLOURS)]
cards = shelf.list_placed("web", "fr", size=48).cards
shelves = [node.slug for node in shelf.list_menu("web", "fr")]

def get(paths):
    def ask(turn):
        answer = client.get(paths[turn % len(paths)], headers={"accept-language": "fr"})
        assert answer.status_code == 200, (paths, answer.status_code)
    return ask

def plain(turn):
    word, page = asked[turn % len(asked)]
    PlainEngine().answer(Ask("web", "fr", words=word, page=page))

pages = {
    "category page": get([f"/rayon/{slug}" for slug in shelves]),
    "category page, 5th": get([f"/rayon/{slug}?page=5" for slug in shelves]),
    "sheet": get([f"/produit/{card.slug}" for card in cards]),
    "search page": get([f"/recherche?q={word}&page={page}" for word, page in asked]),
    "API search": get([f"/api/v1/search?language=fr&q={word}&page={page}&sort=newest" for word, page in asked]),
    "search without an index": plain,
}
told = {}
for name, ask in pages.items():
    for turn in range(12):
        ask(turn)
    costs = []
    for turn in range(60):
        began = time.process_time()
        ask(turn)
        costs.append(1000 * (time.process_time() - began))
    told[name] = statistics.median(costs)
print(json.dumps(told))
"""


def run() -> list[Row]:
    """Rows of the growth bench: each page at the large shop beside the small one."""
    small, large = measure(SMALL), measure(LARGE)
    return [
        row(f"{name}, {LARGE:,} articles beside {SMALL:,}", large[name], "ms CPU", floor=small[name],
            reach=None if "without" in name else REACH)
        for name in large
    ]  # fmt: skip


def measure(articles: int) -> dict[str, float]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "COMPTOIR_HOME": str(HOMES / f"growth-{articles}"),
        "COMPTOIR_API_RATE": "100000000",
        "COMPTOIR_PAGE_MEMORY": "0",
    }
    subprocess.run([sys.executable, "-m", "bench.prepare", str(articles)], env=environment, cwd=ROOT, check=True)
    command = [sys.executable, "-c", _MEASURED]
    answer = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return found
