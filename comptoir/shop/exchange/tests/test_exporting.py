"""What comes out goes back in: the same catalogue, byte for byte, whatever the shape of the file."""

import csv
import io
import zipfile

import pytest

from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.shop.catalogue import queries
from comptoir.shop.exchange.actions import export_catalogue, write_template
from comptoir.shop.exchange.errors import UnknownFormat
from comptoir.shop.exchange.rules import tables
from comptoir.shop.exchange.tests.filled import empty_the_shop, fill, run
from comptoir.shop.pricing.models import Price

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stores")]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("shape", ["zip", "xlsx", "jsonl", "jsonl.gz"])
def test_an_export_imported_in_an_empty_shop_exports_the_same_bytes(tmp_path, shape):
    fill()
    export_catalogue(str(tmp_path / "before.zip"), pictures=shape == "zip")
    export_catalogue(str(tmp_path / f"carried.{shape}"))
    empty_the_shop()
    report = run(tmp_path / f"carried.{shape}")
    assert (report.counts.created, report.counts.refused) == (3, 0)
    assert report.counts.pictures == (5 if shape == "zip" else 0)
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
    assert (report.counts.pictures, report.tallies) == (0, ())
    assert (Price.objects.count(), JournalEntry.objects.count(), OutboxEvent.objects.count()) == before


def test_no_cell_of_an_export_can_be_run_by_a_spreadsheet(tmp_path):
    fill()
    export_catalogue(str(tmp_path / "own.zip"))
    with zipfile.ZipFile(tmp_path / "own.zip") as archive:
        cells = [
            cell
            for name in archive.namelist()
            if name.endswith(".csv")
            for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
            for cell in row
        ]
    assert '\'=HYPERLINK("http://x")' in cells
    assert "'=Une lampe" in cells
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
