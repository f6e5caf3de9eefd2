"""The real files of other platforms, read in place: their reports are kept, our words and figures only.

The two large ones are read and drafted whole, and written in part: one article in thirty, in the order of the file.
"""

import gzip
import os
from collections import Counter
from itertools import chain, islice
from pathlib import Path

import pytest

from comptoir.shop.catalogue import queries
from comptoir.shop.exchange.actions import import_files
from comptoir.shop.exchange.formats import Reading, recognise
from comptoir.shop.exchange.formats.reading.book import open_book
from comptoir.shop.exchange.rules import words
from comptoir.shop.exchange.rules.drafting import Drafting, Sale
from comptoir.shop.exchange.rules.schema import Schema
from comptoir.shop.exchange.rules.tally import Tallies
from comptoir.shop.exchange.types import ImportOptions, ReadArticle

GOLDEN = Path(__file__).parent / "golden"
SHARED = Path(__file__).resolve().parents[4].parent / "shared" / "data"
FILES, SETS = "import_formats", "catalogue"
OURS = frozenset({"sku", "reason", "field", "amount", "ceiling", "expected", "found", "option", "encoding", "currency"})
GATE = ("published", "kept_unpublished")
BOOKS = {
    "prestashop": [f"{FILES}/prestashop_{name}.csv" for name in ("products", "combinations", "categories", "brands")],
    "prestashop_xml": [f"{FILES}/prestashop_demo_fr_{name}.xml" for name in ("product", "category")],
    "woocommerce": [f"{FILES}/woocommerce_sample_products.csv"],
    "magento2": [f"{FILES}/magento2_products_configurable.csv.gz"],
    "magento2_samples": [f"{FILES}/magento2_products_bags.csv"],
    "thelia": [f"{FILES}/thelia_{name}_fr_en.csv" for name in ("products", "categories", "brand")],
    "openfoodfacts": [f"{FILES}/openfoodfacts_export.tsv.gz"],
    "icecat_families": [
        f"{SETS}/icecat_products_fr_en_de.jsonl.gz",
        f"{SETS}/icecat_categories_fr_en_de.csv",
        f"{SETS}/icecat_attributes_fr_en_de.csv",
    ],
    "icecat": [f"{SETS}/icecat_products_en.jsonl.gz"],
}


LARGE = ("icecat_families", "icecat")
EVERY = 30


def told(report):
    """Counts, tallies, and lines with the facts that are ours: codes, figures, never a word of the file.

    What the publish gate finds is the catalogue's to test: left out.
    """
    out = [f"{name} {value}" for name, value in vars_of(report.counts) if name not in GATE]
    out += [f"{one.severity.value} {one.code} {one.count}" for one in report.tallies if "gate_closed" not in one.code]
    out += [line_told(line) for line in report.lines if line.code != "gate_closed"]
    return "\n".join(out) + "\n"


def line_told(line):
    facts = " ".join(f"{key}={value}" for key, value in sorted(line.facts.items()) if key in OURS)
    return f"{line.part}:{line.line} {line.severity.value} {line.code} {facts}".rstrip()


def vars_of(counts):
    return [(name, getattr(counts, name)) for name in counts.__dataclass_fields__]


def reading_told(paths):
    """What a whole file says when it is read and drafted: its words by kind, and the troubles of its lines."""
    book = open_book(paths)
    known, parts, _ = recognise(book)
    reading = Reading(parts, "fr", "EUR")
    schema = Schema(ImportOptions(copy_names=True), "fr", known.code)
    tallies = Tallies()
    troubles = chain(schema.survey(known.read(reading)), drafting_troubles(schema, known.read(reading)))
    kept = [line_told(trouble) for trouble in troubles if tallies.note(trouble)]
    kinds = Counter(str(seen.kind) for seen in schema.attributes.values())
    out = [
        *(f"{name} {getattr(schema, name)}" for name in ("articles", "pictured")),
        *(f"{name} {len(getattr(schema, name))}" for name in ("refused", "families", "brands", "categories")),
        *(f"attributes of {kind} {count}" for kind, count in sorted(kinds.items())),
        *(f"in {language} {count}" for language, count in sorted(schema.languages.items())),
        *(f"{row[0]} {code} {row[1]}" for code, row in sorted(tallies.stored().items())),
    ]
    return "\n".join([*out, *kept]) + "\n"


def drafting_troubles(schema, items):
    """What is said of each article on its way to a draft, in a shop that has nothing yet."""
    attributes = {one.code: one for one in words.attributes_wanted(schema, words.everything(schema), {})}
    languages = ("en", "fr", "es")
    sale = Sale("web", "EUR", "", {"web": "EUR"}, {"web": "gross"}, "warehouse", languages)
    drafting = Drafting(schema, sale, attributes, {})
    for item in items:
        if isinstance(item, ReadArticle):
            yield from drafting.draft(item, None).troubles


def one_in_thirty(whole, part):
    """Every thirtieth line of a packed file: a part of it that is always the same."""
    with gzip.open(whole, "rb") as lines, part.open("wb") as out:
        out.writelines(islice(lines, 0, None, EVERY))
    return str(part)


def check(name, said):
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("COMPTOIR_KEEP_GOLDEN"):
        kept.write_text(said, encoding="utf-8")
    assert said == kept.read_text(encoding="utf-8")


pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real data of ../shared is not here"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", BOOKS)
def test_a_real_file_gives_the_report_it_gave_before(name, tmp_path):
    first, *others = (str(SHARED / path) for path in BOOKS[name])
    if name in LARGE:
        first = one_in_thirty(first, tmp_path / "one_in_thirty.jsonl")
    report = import_files((first, *others), ImportOptions(copy_names=True), actor="staff:test")
    assert report.status == "done"
    assert report.counts.created == queries.count_products() > 0
    check(name, told(report))


@pytest.mark.parametrize("name", LARGE)
def test_a_large_real_file_is_read_whole_as_it_was_before(name):
    check(f"{name}_whole", reading_told(tuple(str(SHARED / path) for path in BOOKS[name])))
