"""Judged queries and the real articles they were judged on, read where they stand (../shared/data), and nDCG."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import math
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("COMPTOIR_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
ARTICLES = DATA / "catalogue" / "icecat_products_en.jsonl.gz"
JUDGMENTS = DATA / "search" / "icecat_judgments_dev.csv.gz"


def read_articles() -> list[dict[str, Any]]:
    """The articles, in the order of the file."""
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_judgments() -> dict[str, dict[str, int]]:
    """Query -> article -> rating, 0 (irrelevant) to 3 (exact)."""
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    with gzip.open(JUDGMENTS, "rt", encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            judged[line["query"]][line["product_id"]] = int(line["rating"])
    return dict(judged)


def kept_aside(query: str) -> bool:
    """Half of the queries, by the parity of their SHA-256: the weights were chosen on the others; see the README."""
    return int(hashlib.sha256(query.encode()).hexdigest(), 16) % 2 == 1


def ndcg(ranked: Sequence[str], judged: dict[str, int], depth: int = 10) -> float | None:
    """Gain 2^rating - 1, ideal over what was judged; unjudged articles count as irrelevant. None: nothing to find."""
    ideal = _gain(sorted(judged.values(), reverse=True)[:depth])
    return _gain([judged.get(article, 0) for article in ranked[:depth]]) / ideal if ideal else None


def _gain(ratings: Sequence[int]) -> float:
    return sum((2**rating - 1) / math.log2(place + 2) for place, rating in enumerate(ratings))
