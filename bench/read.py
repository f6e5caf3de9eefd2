"""What a visitor and a program read: pages, API answers, add to cart, one web process on one core.

Each figure stands beside the floors of the same run: an empty Django view under the same server and middleware, and a
static file of the page's size. What is compared is measured in turn, three rounds, medians told.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote_plus

from bench.load import Answer, Order
from bench.rows import Row, row
from bench.server import Server, serving
from bench.words import COLOURS, MADE_OF, THINGS

ARTICLES = int(os.environ.get("COMPTOIR_BENCH_ARTICLES", "10000"))
ROUNDS = int(os.environ.get("COMPTOIR_BENCH_ROUNDS", "3"))
SECONDS = float(os.environ.get("COMPTOIR_BENCH_SECONDS", "2"))
HOME = Path(__file__).resolve().parent.parent / "var" / "bench" / f"read-{ARTICLES}"
Request = tuple[str, str, dict[str, str], str]


@dataclass
class Subject:
    """Something measured. `reach` is its ratio to the empty view; `remembering`: with the page memory on."""

    name: str
    requests: list[Request]
    reach: str | None = None
    remembering: bool = False
    expect: tuple[int, ...] = (200,)
    rates: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    size: int = 0

    def note(self, answer: Answer, cpu_ms: float) -> None:
        if answer.wrong:
            raise SystemExit(f"{self.name}: unexpected answers {answer.wrong}")
        self.rates.append(answer.per_second)
        self.cpu_ms.append(cpu_ms)
        self.p50.append(answer.p50_ms)
        self.p99.append(answer.p99_ms)
        self.size = answer.size

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)


def environment(**more: str) -> dict[str, str]:
    limits = {"COMPTOIR_API_RATE": "100000000"}  # counted at each request, never reached
    return {"DJANGO_SETTINGS_MODULE": "bench.settings", "COMPTOIR_HOME": str(HOME), **limits, **more}


def get(paths: list[str], **headers: str) -> list[Request]:
    return [("GET", path, {name.replace("_", "-"): value for name, value in headers.items()}, "") for path in paths]


def fetch(server: Server, path: str) -> tuple[dict[str, str], bytes]:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=30) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def tags(server: Server, paths: list[str]) -> list[Request]:
    return [("GET", path, {"If-None-Match": fetch(server, path)[0]["etag"]}, "") for path in paths]


def known(server: Server) -> dict[str, list[str]]:
    """Addresses to ask for, taken from the shop's own API."""
    _, body = fetch(server, "/api/v1/articles?size=100&language=fr")
    slugs = [article["slug"] for article in json.loads(body)["articles"]]
    _, body = fetch(server, "/api/v1/categories?language=fr")
    shelves = [node["slug"] for node in json.loads(body)["categories"]]
    words = [f"{thing} {made_of} {colour}" for thing in THINGS for made_of in MADE_OF for colour in COLOURS]
    random.Random(1).shuffle(words)  # 2,160 different searches: none is answered from the last answers
    return {
        "category": [f"/rayon/{slug}" for slug in shelves],
        "category 40th page": [f"/rayon/{slug}?page=40" for slug in shelves],
        "sheet": [f"/produit/{slug}" for slug in slugs],
        "search": [f"/recherche?q={quote_plus(word)}" for word in words],
        "search again": [f"/recherche?q={quote_plus(word)}" for word in words[:40]],
        "api list": ["/api/v1/articles?size=24&language=fr"],
        "api sheet": [f"/api/v1/articles/{slug}?language=fr" for slug in slugs],
    }


def subjects(warm: Server) -> list[Subject]:
    at = known(warm)
    found = [
        Subject("category page", get(at["category"]), ">= 0.20"),
        Subject("category page, 40th", get(at["category 40th page"]), ">= 0.20"),
        Subject("search page, words never asked before", get(at["search"]), ">= 0.20"),
        Subject("search page, words asked lately", get(at["search again"]), ">= 0.20"),
        Subject("sheet", get(at["sheet"]), ">= 0.25"),
        Subject("category page, remembered", get(at["category"]), ">= 0.60", remembering=True),
        Subject("sheet, remembered", get(at["sheet"][:40]), ">= 0.60", remembering=True),
        Subject("category page, 304", tags(warm, at["category"]), ">= 0.75", remembering=True, expect=(304,)),
        Subject("API list of 24", get(at["api list"]), ">= 0.40"),
        Subject("API sheet", get(at["api sheet"]), ">= 0.40"),
    ]
    return [*found, Subject("add to cart", adds(warm), ">= 0.13", expect=(200, 201))]


def adds(server: Server) -> list[Request]:
    """Adds to sixteen carts opened beforehand, of four different variants each, through the API."""
    _, body = fetch(server, "/api/v1/articles?size=100&language=fr")
    variants = [article["variant"] for article in json.loads(body)["articles"] if article.get("variant")]
    secrets = [post(server, "/api/v1/carts", {})["secret"] for _ in range(16)]
    return [
        (
            "POST",
            "/api/v1/cart/lines",
            {"Content-Type": "application/json", "Cart-Secret": secrets[i % 16]},
            json.dumps({"variant": variant, "quantity": 1}),
        )
        for i, variant in enumerate(variants[j // 16 % 4 + 4 * (j % 16)] for j in range(64))
    ]


def post(server: Server, path: str, body: dict[str, object]) -> dict[str, str]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.port}{path}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        found: dict[str, str] = json.loads(answer.read())
        return found


def run() -> list[Row]:
    prepare()
    with ExitStack() as stack:
        computing, cold = stack.enter_context(serving(environment(COMPTOIR_PAGE_MEMORY="0")))
        remembering, _ = stack.enter_context(serving(environment()))
        measured = subjects(remembering)
        empty = Subject("floor: empty Django view", get(["/floor/empty"]))
        static = Subject("floor: static file", get([static_file(fetch(computing, measured[0].requests[0][1])[1])]))
        for _ in range(ROUNDS):
            for subject in (empty, static, *measured):
                server = remembering if subject.remembering else computing
                subject.note(*server.measure(order(subject)))
        memory = computing.largest_rss_mib()
    return [*told((empty, static), None), *told(measured, empty.rate), *house_keeping(cold, memory)]


def order(subject: Subject) -> Order:
    return Order(port=0, requests=subject.requests, seconds=SECONDS, expect=list(subject.expect))


def told(measured: tuple[Subject, ...] | list[Subject], floor: float | None) -> list[Row]:
    rows = []
    for one in measured:
        rows.append(row(one.name, one.rate, "requests/s", floor=floor, reach=one.reach))
        p50, p99 = statistics.median(one.p50), statistics.median(one.p99)
        rows.append(row(f"{one.name}: p50", p50, "ms"))
        rows.append(row(f"{one.name}: p99", p99, "ms", reach=f"<= {3 * p50:.2f}" if floor else None))
        rows.append(row(f"{one.name}: CPU", statistics.median(one.cpu_ms), "ms/request"))
    return rows


def house_keeping(cold: float, memory: float) -> list[Row]:
    return [
        row("cold start to first 200", cold, "s", reach="< 3"),
        row("web process, resident", memory, "MiB", reach="< 130"),
    ]


def static_file(page: bytes) -> str:
    """A file of the page's size that the same server's static part answers."""
    path = HOME / "static" / "floor.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page)
    return "/static/floor.html"


def prepare() -> None:
    static_file(b"x" * 20_000)  # the server lists its static files when it starts
    command = [sys.executable, "-m", "bench.prepare", str(ARTICLES)]
    subprocess.run(command, env={**os.environ, **environment()}, check=True)
