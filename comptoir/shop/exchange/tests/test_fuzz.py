"""Whatever stands in the cells of a known file, it is read to drafts, told as a trouble, or refused: never a crash."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comptoir.kernel.errors import Refusal
from comptoir.shop.exchange.formats import Reading, known_formats, recognise
from comptoir.shop.exchange.formats.reading.book import open_book
from comptoir.shop.exchange.rules.drafting import Drafting, Sale
from comptoir.shop.exchange.rules.schema import Schema
from comptoir.shop.exchange.rules.words import (
    attributes_wanted,
    brands_wanted,
    categories_wanted,
    everything,
    families_wanted,
    options_wanted,
    used_by,
)
from comptoir.shop.exchange.types import ImportOptions, ReadArticle

SALE = Sale("web", "EUR", "", {"web": "EUR"}, {"web": "gross"}, "warehouse", ("fr", "en"))
MORE = (
    "price", "stock", "attr.a", "attr.b@fr", "option.o", "legal.allergens", "net_quantity", "position", "attributes",
    "attribute 1 name", "attribute 1 value(s)", "weight (kg)", "categories", "configurable_variations", "qty",
    "additional_attributes", "option1 name", "variant grams", "status", "couleur uk", "fat_g", "visibility", "active",
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(["", "1", "A", "x|y", "a=b,c=d", "sku=A,size=S|sku=B", "simple", "variable", "variation", "-3,5"]),
    st.sampled_from(["id:1", "A > B", "<p>x</p>", "1e9", "NaN", "=1+1", "2026-01-01", "\\", "configurable", "@fr=x"]),
    st.text(max_size=12),
)
KNOWN = [(code, one) for code, known in known_formats().items() for one in known.signatures]
TABLES = [(code, one) for code, one in KNOWN if one.kind == "table"]
OBJECTS = [(code, one) for code, one in KNOWN if one.kind == "json"]
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), CELLS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)),
    max_leaves=6,
)
TRIES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_to_drafts(path):
    try:
        found, parts, _ = recognise(open_book((str(path),)))
    except Refusal:
        return
    reading = Reading(parts, "fr", "EUR")
    schema = Schema(ImportOptions(), "fr", "made")
    list(schema.survey(found.read(reading)))
    list(schema.assumptions("EUR"))
    wanted = everything(schema)
    attributes = {one.code: one for one in attributes_wanted(schema, wanted, {})}
    for words_wanted in (options_wanted, families_wanted, brands_wanted, categories_wanted):
        words_wanted(schema, wanted, {})
    articles = [item for item in found.read(reading) if isinstance(item, ReadArticle)]
    assert len(articles) == schema.articles
    used_by(schema, articles)
    drafting = Drafting(schema, SALE, attributes, {})
    for article in articles:
        drafted = drafting.draft(article, None)
        assert len(drafted.draft.code) <= 64 or article.coded


@pytest.mark.parametrize(("code", "signature"), TABLES, ids=lambda one: one if isinstance(one, str) else one.role)
@TRIES
@given(st.data())
def test_any_cells_under_a_known_header_are_survived(tmp_path, code, signature, data):
    columns = [*sorted(signature.names), *data.draw(st.lists(st.sampled_from(MORE), max_size=5, unique=True))]
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=6))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([columns, *rows])
    path = tmp_path / "fuzz.csv"
    path.write_bytes(out.getvalue().encode("utf-8", "replace"))
    read_to_drafts(path)


@pytest.mark.parametrize(("code", "signature"), OBJECTS, ids=lambda one: one if isinstance(one, str) else one.role)
@TRIES
@given(st.data())
def test_any_values_in_known_objects_are_survived(tmp_path, code, signature, data):
    rows = data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(signature.names, VALUES)), min_size=1, max_size=5))
    if code == "comptoir":
        rows = [
            {**row, "comptoir": "1", "table": data.draw(st.sampled_from(["products", "prices", "x"]))} for row in rows
        ]
    path = tmp_path / "fuzz.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read_to_drafts(path)
