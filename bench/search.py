"""Search: how near the first ten come to what people judged, beside plain BM25, and how long an answer takes.

Relevance: the judged queries over the real articles they were judged on; BM25 is the same engine's own score over the
same texts (title, brand, attributes, description), same words, same run. Weights were chosen on one half of the
queries, the other half only checks them. Time: `queries.browse` and `suggest` whole, cards included, on 50,000
articles (the real ones again under new SKUs), index and cards on SQLite, one process, nothing remembered.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from bench.judged import kept_aside, ndcg, read_articles, read_judgments
from bench.rows import Row, row

MANY = int(os.environ.get("COMPTOIR_BENCH_ARTICLES", "50000"))
CHANNEL, LANGUAGE = "bench", "en"
BORN = datetime(2026, 1, 1, tzinfo=UTC)
FACETS = {"t_product_colour", "t_material", "t_form_factor", "t_connectivity_technology", "t_device_interface"}
SHELVES = 40


def run() -> list[Row]:
    """Relevance on the judged articles, then time on many."""
    with tempfile.TemporaryDirectory(prefix="comptoir-bench-") as home:
        os.environ |= {"COMPTOIR_HOME": home, "COMPTOIR_DATABASE_URL": ""}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comptoir.config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        articles = read_articles()
        return [*relevance(articles), *times(articles)]


def relevance(articles: Sequence[dict[str, Any]]) -> list[Row]:
    """nDCG@10 of both, on each half; then without the general synonyms; then among judged articles only."""
    _write_index(articles, len(articles))
    rows = []
    for name, answer, depth in (
        ("nDCG@10", _ask, 10),
        ("nDCG@10, judged articles only", _ask, 400),
        ("nDCG@10, without general synonyms", _ask_without_synonyms, 10),
    ):
        for half, said in ((False, "tuning half"), (True, "half kept aside")):
            ours, floor = _mean(answer, depth, half=half), _mean(_bm25, depth, half=half)
            rows.append(row(f"{name}, {said}", ours, "", floor=floor, reach=">= 1.10" if depth == 10 else None))
    return rows


def _mean(answer: Callable[[str, int], list[str]], depth: int, *, half: bool) -> float:
    told = []
    for query, judged in read_judgments().items():
        if kept_aside(query) is half:
            ranked = answer(query, depth)
            told.append(ndcg(ranked if depth == 10 else [one for one in ranked if one in judged], judged))
    return statistics.fmean(value for value in told if value is not None)


def _view() -> Any:
    from comptoir.shop.search.engines.index.reading import find_view

    return find_view(CHANNEL, LANGUAGE)


def _ask(query: str, depth: int, view: Any = None) -> list[str]:
    from comptoir.shop.search.engines.tantivy import answer_from
    from comptoir.shop.search.types import Ask

    return _names(answer_from(view or _view(), Ask(CHANNEL, LANGUAGE, words=query, size=depth)).products)


def _ask_without_synonyms(query: str, depth: int) -> list[str]:
    from dataclasses import replace

    from comptoir.shop.search.rules.synonyms import Thesaurus

    return _ask(query, depth, replace(_view(), thesaurus=Thesaurus()))


def _bm25(query: str, depth: int) -> list[str]:
    """Any of the words in any of the texts, the engine's own score, nothing weighed."""
    from tantivy import Occur, Query

    from comptoir.shop.search.rules.analysis import read

    view = _view()
    terms = [
        (Occur.Should, Query.term_query(view.schema, field, word.token, index_option="freq"))
        for word in read(query, LANGUAGE)
        for field in ("title", "brand", "attrs", "body")
    ]
    hits = view.searcher.search(Query.boolean_query(terms), depth).hits
    return _names(UUID(view.searcher.doc(address)["id"][0]) for _, address in hits)


def _names(products: Iterable[UUID]) -> list[str]:
    return [str(product.int >> 32) for product in products]


def times(articles: Sequence[dict[str, Any]]) -> list[Row]:
    """Milliseconds of whole answers at 50,000 articles, and articles indexed a second."""
    seconds = _write_index(articles, MANY)
    _lay_cards(articles, MANY)
    queries = list(read_judgments())
    typed = [query[:length] for query in queries for length in range(1, len(query) + 1)]
    narrowed = {"brand": ("hp", "targus", "kensington"), "attr.t_product_colour": ("Black",)}
    said = f"at {MANY:,} articles"
    measured = [
        (f"search page, p50 {said}", [_page(words=query) for query in queries], 0.50, "< 10"),
        (f"search page, p99 {said}", [_page(words=query) for query in queries], 0.99, "< 50"),
        (
            "the same, misspelt, p99",
            [_page(words=f"{query[:-2]}{query[-1:]}{query[-2:-1]}") for query in queries],
            0.99,
            "< 50",
        ),
        ("the same, filtered, p99", [_page(words=query, filters=narrowed) for query in queries], 0.99, "< 50"),
        ("category page, first, p50", [_page(category=f"c{one}") for one in range(SHELVES)], 0.50, "< 10"),
        ("category page, 40th, p50", [_page(category=f"c{one % 2}", page=40) for one in range(20)], 0.50, "< 10"),
        ("suggestions, p50", [_suggestions(text) for text in typed], 0.50, "< 15"),
        ("suggestions, p99", [_suggestions(text) for text in typed], 0.99, "< 15"),
    ]
    rows = [row(name, _quantile(_round(calls), share), "ms", reach=reach) for name, calls, share, reach in measured]
    again = [_page(category="c0", forget=False)] * 200
    rows.append(row("category page asked again, p50", _quantile(_round(again), 0.5), "ms", reach="< 2"))
    rows.append(row("indexing", MANY / seconds, "articles/s"))
    return rows


Call = Callable[[], float]


def _page(*, forget: bool = True, **said: Any) -> Call:
    from comptoir.shop.search import queries
    from comptoir.shop.search.types import Ask

    return _timed(lambda: queries.browse(Ask(CHANNEL, LANGUAGE, **said), at=BORN), forget=forget)


def _suggestions(text: str) -> Call:
    from comptoir.shop.search import queries

    return _timed(lambda: queries.suggest(CHANNEL, LANGUAGE, text), forget=True)


def _timed(ask: Callable[[], object], *, forget: bool) -> Call:
    def call() -> float:
        if forget:
            _view().memo.clear()
        begun = time.perf_counter()
        ask()
        return (time.perf_counter() - begun) * 1000

    return call


def _round(calls: Sequence[Call], rounds: int = 3) -> list[float]:
    """Each call's median of three rounds, so that a hiccup of the host is nobody's tail."""
    taken = [[call() for call in calls] for _ in range(rounds)]
    return sorted(statistics.median(one) for one in zip(*taken, strict=True))


def _quantile(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))]


def _write_index(articles: Sequence[dict[str, Any]], count: int) -> float:
    from comptoir.shop.search.actions import feed
    from comptoir.shop.search.engines.index.folders import home
    from comptoir.shop.search.engines.index.labels import CategoryLabel
    from comptoir.shop.search.engines.index.writing import begin_anew, sweep

    begun = time.perf_counter()
    pen = begin_anew(home(CHANNEL, LANGUAGE))
    pen.labels.categories = {
        f"c{one}": CategoryLabel(f"Shelf {one}", f"shelf-{one}", "", one) for one in range(SHELVES)
    }
    for start in range(0, count, 500):
        sheets = [_sheet(articles, number) for number in range(start, min(count, start + 500))]
        feed.note_labels(pen.labels, sheets)
        pen.put((feed.row_of(sheet, LANGUAGE, int(BORN.timestamp())) for sheet in sheets), known=False)
    pen.seal()
    sweep(pen.place)
    return time.perf_counter() - begun


def _identity(articles: Sequence[dict[str, Any]], number: int) -> tuple[dict[str, Any], UUID]:
    copy, place = divmod(number, len(articles))
    return articles[place], UUID(int=(int(articles[place]["id"]) << 32) + copy)


def _sheet(articles: Sequence[dict[str, Any]], number: int) -> Any:
    from comptoir.shop.shelf import types as shelf

    article, product = _identity(articles, number)
    price = article["price_cents"] or 100
    steps = (shelf.PriceStep(since=0, gross=price, net=price, rate_bp=2000),)
    code = f"{article['id']}-{number}"
    variant = shelf.SheetVariant(
        id=product, sku=code, gtin=(article["ean"] or [""])[0], options={}, prices=steps, stock={}, online=number % 4
    )
    brand = article["supplier"] or ""
    return shelf.Sheet(
        product=product, code=code, slug=code, slugs={}, name=article["title"] or article["name"] or code,
        lang=LANGUAGE, currency="EUR", summary=article["short_description"] or "", description="", brand=brand,
        crumbs=(), pictures=(), documents=(), options=(), variants=(variant,), facts=(), notices=(),
        brand_code=brand.lower().replace(" ", "-"), categories=(f"c{number % 2}", f"c{2 + number % (SHELVES - 2)}"),
        terms=tuple(_terms(article["attributes"])), created_at=BORN,
    )  # fmt: skip


def _terms(attributes: dict[str, Any]) -> Iterable[Any]:
    from comptoir.shop.shelf.types import Term

    kinds = {"t": "word", "b": "flag", "n": "number"}
    for code, value in attributes.items():
        kind = kinds[code[0]]
        written = ("yes" if value else "no") if kind == "flag" else str(value)
        label = code[2:].replace("_", " ").strip()
        yield Term(code=code, label=label, kind=kind, values=((written, written),), facet=code in FACETS)


def _lay_cards(articles: Sequence[dict[str, Any]], count: int) -> None:
    """Cards laid straight into the shelf's tables: what is measured is reading them."""
    import msgspec

    from comptoir.shop.shelf.models import Article, CardRow
    from comptoir.shop.shelf.types import Card

    for start in range(0, count, 2_000):
        sheets = [_sheet(articles, number) for number in range(start, min(count, start + 2_000))]
        made = Article.objects.bulk_create(
            Article(channel=CHANNEL, product=sheet.product, shown=True, digest=b"") for sheet in sheets
        )
        CardRow.objects.bulk_create(
            CardRow(
                article=article,
                language=LANGUAGE,
                name_key=sheet.name[:80],
                body=msgspec.json.encode(
                    Card(
                        product=sheet.product, code=sheet.code, slug=sheet.slug, name=sheet.name, lang=LANGUAGE,
                        currency="EUR", prices=sheet.variants[0].prices, stock="in", summary=sheet.summary,
                        brand=sheet.brand,
                    )
                ),
            )
            for article, sheet in zip(made, sheets, strict=True)
        )  # fmt: skip
