"""What comes out goes back in: the same catalogue, byte for byte, whatever the shape of the file."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from django.core.management import call_command

from comptoir.kernel import clock
from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    BrandDraft,
    CategoryDraft,
    Channel,
    Choice,
    CustomField,
    Family,
    FamilyAttribute,
    NetQuantity,
    Option,
    ProductDraft,
    ProductStatus,
    VariantDraft,
)
from comptoir.shop.exchange.actions import export_catalogue, import_files, write_template
from comptoir.shop.exchange.errors import UnknownFormat
from comptoir.shop.exchange.rules import tables
from comptoir.shop.exchange.types import ImportOptions
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.models import Price
from comptoir.shop.pricing.types import PriceDraft

pytestmark = pytest.mark.django_db
ACTOR = "staff:test"
CHOICES = (Choice("a|b", {"fr": "A"}), Choice("=c", {"fr": "-C"}))


def fill():
    """A catalogue with every kind of value, and words that only just come through a file."""
    catalogue.define_channel(Channel("web", "Boutique", "EUR", "FR", ("fr", "en")), actor=ACTOR)
    catalogue.define_channel(Channel("pro", "Pro", "EUR", "FR", ("fr",), "net"), actor=ACTOR)
    inventory.define_place("depot", kind="warehouse", name="=Dépôt", actor=ACTOR, address={"city": "Nantes\nSud"})
    inventory.define_place("quai", kind="shop", name="Quai", actor=ACTOR, sells_online=False)
    kinds = {
        "care": AttributeKind.TEXT, "word": AttributeKind.WORD, "power": AttributeKind.NUMBER,
        "flag": AttributeKind.FLAG, "day": AttributeKind.DAY,
    }  # fmt: skip
    catalogue.define_attributes(
        [Attribute(code, kind, {"fr": code}) for code, kind in kinds.items()]
        + [
            Attribute("width", AttributeKind.MEASURE, {"fr": "Largeur", "en": "Width"}, unit="cm", facet=True),
            Attribute("made", AttributeKind.CHOICES, {"fr": "Fait"}, choices=CHOICES),
        ],
        actor=ACTOR,
    )  # fmt: skip
    catalogue.define_option(
        Option("size", {"fr": "Taille"}, (Choice("L", {"fr": "L"}), Choice("M", {"fr": "M"}))), actor=ACTOR
    )
    catalogue.define_custom_field(CustomField("shelf", {"fr": "Rayon"}, public=True), actor=ACTOR)
    named = tuple(FamilyAttribute(code, code == "power") for code in (*kinds, "width", "made"))
    catalogue.define_families([Family("lamps", {"fr": "Lampes"}, named), Family("empty", {"en": "Empty"})], actor=ACTOR)
    catalogue.define_brands([BrandDraft(code="B'1", name="+Brume", legal={"warnings": {"fr": "=Non"}})], actor=ACTOR)
    catalogue.define_categories(
        [
            CategoryDraft(code="lights", label={"fr": "Luminaires"}, parent="home", position=3),
            CategoryDraft(code="home", label={"fr": "Maison", "en": "Home"}, description={"fr": "<p>Chez soi</p>"}),
        ],
        actor=ACTOR,
    )
    done = catalogue.upsert_products(drafts(), actor=ACTOR)
    skus = {sku: variant for one in done for sku, variant in one.variants.items()}
    later = clock.now() + timedelta(days=9)
    pricing.set_prices(
        [
            PriceDraft(skus["L-L"], "web", Money(8990, "EUR")),
            PriceDraft(skus["L-L"], "web", Money(7990, "EUR"), valid_from=later),
            PriceDraft(skus["L-M"], "web", Money(7500, "EUR"), "net"),
            PriceDraft(skus["-5"], "pro", Money(1, "EUR"), "net"),
        ],
        actor=ACTOR,
    )
    inventory.count_stock("depot", {skus["L-L"]: 7, skus["-5"]: 0}, actor=ACTOR, reason="test")


def drafts():
    return [
        ProductDraft(
            code="L",
            family="lamps",
            name={"fr": '=HYPERLINK("http://x")', "en": "Lamp; with, \"marks\""},
            brand="B'1",
            categories=("lights", "home"),
            summary={"fr": "@somme '= été"},
            description={"fr": "<p>Une\nlampe &amp; son câble</p>", "en": "<p>Long</p>"},
            seo_title={"fr": "-titre"},
            slugs={"fr": "lampe-brume"},
            attributes={
                "care": {"fr": "Laver | frotter", "en": "=Wash"}, "word": "back\\slash|bar", "power": "-3.5",
                "flag": False, "day": "2026-02-28", "width": "24.5", "made": ("=c", "a|b"),
            },
            legal={"manufacturer_name": "Brume", "guarantee_months": "24"},
            options=("size",),
            variants=(
                VariantDraft(sku="L-L", options={"size": "L"}, gtin="4006381333931", weight_g=900, position=1),
                VariantDraft(sku="L-M", options={"size": "M"}, attributes={"power": "9"}, position=0, active=False),
            ),
            custom={"shelf": "A=1\nB"},
            channels=("web",),
        ),
        ProductDraft(
            code="Savon d'ici",
            family="empty",
            name={"fr": "Savon"},
            variants=(VariantDraft(sku="-5", net_quantity=NetQuantity("0.1", "kg")),),
            tax_class="reduced",
            status=ProductStatus.ARCHIVED,
        ),
        ProductDraft(code="nameless", family="empty", name={"en": "No SKU"}, variants=(VariantDraft(),)),
    ]  # fmt: skip


def empty_the_shop():
    call_command("flush", interactive=False, verbosity=0)


def run(path):
    return import_files((str(path),), ImportOptions(), actor=ACTOR)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("shape", ["zip", "xlsx", "jsonl", "jsonl.gz"])
def test_an_export_imported_in_an_empty_shop_exports_the_same_bytes(tmp_path, shape):
    fill()
    export_catalogue(str(tmp_path / "before.zip"))
    export_catalogue(str(tmp_path / f"carried.{shape}"))
    empty_the_shop()
    report = run(tmp_path / f"carried.{shape}")
    assert (report.counts.created, report.counts.refused) == (3, 0)
    export_catalogue(str(tmp_path / "after.zip"))
    assert (tmp_path / "after.zip").read_bytes() == (tmp_path / "before.zip").read_bytes()


@pytest.mark.parametrize("shape", ["zip", "xlsx", "jsonl"])
def test_an_export_over_the_same_shop_changes_nothing_and_leaves_no_trace(tmp_path, shape):
    fill()
    path = tmp_path / f"own.{shape}"
    export_catalogue(str(path))
    before = (Price.objects.count(), JournalEntry.objects.count(), OutboxEvent.objects.count())
    report = run(path)
    assert (report.counts.unchanged, report.counts.prices, report.counts.stocks) == (3, 0, 0)
    assert (Price.objects.count(), JournalEntry.objects.count(), OutboxEvent.objects.count()) == before


def test_no_cell_of_an_export_can_be_run_by_a_spreadsheet(tmp_path):
    fill()
    export_catalogue(str(tmp_path / "own.zip"))
    with zipfile.ZipFile(tmp_path / "own.zip") as archive:
        cells = [
            cell
            for name in archive.namelist()
            for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
            for cell in row
        ]
    assert '\'=HYPERLINK("http://x")' in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []


def test_a_catalogue_of_very_many_attributes_packs_them_in_one_column(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_COLUMNS", 3)
    fill()
    path = tmp_path / "own.zip"
    export_catalogue(str(path))
    with zipfile.ZipFile(path) as archive:
        header = archive.read("products.csv").decode("utf-8-sig").splitlines()[0].split(",")
    assert "attributes" in header
    assert not any(name.startswith("attr.") for name in header)
    assert run(path).counts.unchanged == 3


@pytest.mark.parametrize("shape", ["zip", "xlsx", "jsonl"])
def test_the_template_imports_as_it_is(tmp_path, shape):
    path = tmp_path / f"template.{shape}"
    write_template(str(path))
    report = run(path)
    assert (report.counts.created, report.counts.variants, report.counts.prices, report.counts.stocks) == (1, 2, 2, 2)
    assert [one.code for one in queries.list_families()] == ["lamps"]


def test_an_unknown_suffix_is_refused_and_nothing_is_left_behind(tmp_path):
    with pytest.raises(UnknownFormat):
        export_catalogue(str(tmp_path / "own.doc"))
    assert list(tmp_path.iterdir()) == []
