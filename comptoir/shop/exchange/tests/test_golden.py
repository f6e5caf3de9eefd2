"""The real files of other platforms, read in place: their reports are kept, our words and figures only."""

import os
from pathlib import Path

import pytest

from comptoir.shop.catalogue import queries
from comptoir.shop.exchange.actions import import_files
from comptoir.shop.exchange.types import ImportOptions

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


def told(report):
    """Counts, tallies, and lines with the facts that are ours: codes, figures, never a word of the file.

    What the publish gate finds is the catalogue's to test: left out.
    """
    out = [f"{name} {value}" for name, value in vars_of(report.counts) if name not in GATE]
    out += [f"{one.severity.value} {one.code} {one.count}" for one in report.tallies if "gate_closed" not in one.code]
    for line in report.lines:
        if line.code == "gate_closed":
            continue
        facts = " ".join(f"{key}={value}" for key, value in sorted(line.facts.items()) if key in OURS)
        out.append(f"{line.part}:{line.line} {line.severity.value} {line.code} {facts}".rstrip())
    return "\n".join(out) + "\n"


def vars_of(counts):
    return [(name, getattr(counts, name)) for name in counts.__dataclass_fields__]


@pytest.mark.data
@pytest.mark.django_db
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real data of ../shared is not here")
@pytest.mark.parametrize("name", BOOKS)
def test_a_real_file_gives_the_report_it_gave_before(name):
    paths = tuple(str(SHARED / path) for path in BOOKS[name])
    report = import_files(paths, ImportOptions(copy_names=True), actor="staff:test")
    assert report.status == "done"
    assert report.counts.created == queries.count_products() > 0
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("COMPTOIR_KEEP_GOLDEN"):
        kept.write_text(told(report), encoding="utf-8")
    assert told(report) == kept.read_text(encoding="utf-8")
