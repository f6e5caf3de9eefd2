"""Pictures go out in the zip and come in again, each once; what cannot be taken is told."""

import csv
import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.types import BrandDraft, Channel, Family, MediaUpload, ProductDraft, VariantDraft
from comptoir.shop.exchange.actions import export_catalogue, import_files, importing
from comptoir.shop.exchange.tests.filled import ACTOR, empty_the_shop, fill, png, run
from comptoir.shop.exchange.types import ImportOptions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stores")]


def pictures_of(code):
    product = queries.find_products_by_code([code])[code]
    return queries.list_media([product]).get(product, ())


def rewritten(path, target, change):
    """The same zip with some files changed, or left out where `change` gives None."""
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = change(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
    return target


@pytest.mark.django_db(transaction=True)
def test_a_zip_brings_pictures_with_their_words_place_variant_and_name(tmp_path):
    fill()
    export_catalogue(str(tmp_path / "own.zip"))
    with zipfile.ZipFile(tmp_path / "own.zip") as archive:
        files = [name for name in archive.namelist() if name.startswith("media/")]
    assert len(files) == 4  # the drawing that two articles show is there once
    empty_the_shop()
    run(tmp_path / "own.zip")
    photo, drawing = pictures_of("L")
    lamp = queries.load_products([photo.product])[0]
    assert (photo.kind, photo.position, photo.filename) == ("picture", 0, "photo.PNG")
    assert [one.sku for one in lamp.variants if one.id == photo.variant] == ["L-M"]
    assert (drawing.kind, drawing.position, drawing.variant, drawing.alt) == (
        "drawing", 1, None, {"fr": "=Une lampe", "en": "A lamp"},
    )  # fmt: skip
    assert queries.load_original(photo.original, photo.kind) == png("red")
    assert [one.kind for one in pictures_of("Savon d'ici")] == ["drawing", "document"]
    assert pictures_of("nameless")[0].variant is not None


def test_pictures_are_left_out_when_asked(tmp_path):
    fill()
    export_catalogue(str(tmp_path / "own.zip"), pictures=False)
    with zipfile.ZipFile(tmp_path / "own.zip") as archive:
        assert [name for name in archive.namelist() if "media" in name] == []


@pytest.mark.django_db(transaction=True)
def test_a_picture_that_is_not_there_or_not_the_one_is_told_and_the_others_come(tmp_path):
    fill()
    export_catalogue(str(tmp_path / "own.zip"))
    empty_the_shop()
    changes = {".pdf": None, ".svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}
    path = rewritten(tmp_path / "own.zip", tmp_path / "hurt.zip", lambda name, was: changes.get(Path(name).suffix, was))
    report = run(path)
    assert report.counts.pictures == 2
    assert sorted((line.code, line.facts["article"]) for line in report.lines) == [
        ("picture_differs", "L"), ("picture_differs", "Savon d'ici"), ("picture_missing", "Savon d'ici"),
    ]  # fmt: skip
    mended = run(tmp_path / "own.zip")
    assert (mended.counts.pictures, mended.counts.unchanged, mended.tallies) == (3, 3, ())


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.django_db(transaction=True)
def test_a_hostile_picture_is_refused_alone_by_a_dry_run_as_well(tmp_path, dry_run):
    fill()
    rows = "code,sku,position,digest,file\n" + "".join(
        f"{code},,0,,{name}\n"
        for code, name in [
            ("L", "media/good.png"), ("L", "media/bad.svg"), ("L", "../x.png"), ("L", "media/../x.png"),
            ("?", "media/good.png"),
        ]
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.writestr("media.csv", rows)
        archive.writestr("media/good.png", png("green"))
        archive.writestr("../x.png", png("green"))
        archive.writestr("media/bad.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>')
    before = len(pictures_of("L"))
    report = import_files((str(tmp_path / "own.zip"),), ImportOptions(dry_run=dry_run), actor=ACTOR)
    told = [(line.line, line.code) for line in report.lines if line.code.startswith("picture")]
    assert told[:3] == [(3, "picture_refused"), (4, "picture_missing"), (5, "picture_missing")]
    assert told[3:] == ([] if dry_run else [(6, "picture_without_article")])
    assert report.counts.pictures == (2 if dry_run else 1)
    assert len(pictures_of("L")) == before + (not dry_run)


@pytest.mark.django_db(transaction=True)
def test_a_lost_original_leaves_its_row_out_and_is_counted(tmp_path):
    fill()
    (leaflet,) = (one for one in pictures_of("Savon d'ici") if one.kind == "document")
    default_storage.delete(leaflet.original)
    written = export_catalogue(str(tmp_path / "own.zip"))
    assert (written.lost, written.rows["media"]) == (1, 4)


@pytest.mark.django_db(transaction=True)
def test_an_export_unpacked_in_a_folder_is_imported_with_its_pictures(tmp_path):
    fill()
    export_catalogue(str(tmp_path / "own.zip"))
    empty_the_shop()
    shutil.unpack_archive(tmp_path / "own.zip", tmp_path / "own")
    assert run(tmp_path / "own").counts.pictures == 5


MAKER = {
    "manufacturer_name": "Brume",
    "manufacturer_address": "1 quai des Essais, Nantes",
    "manufacturer_email": "bonjour@example.com",
    "manufacturer_country": "FR",
}


def a_shop_whose_law_asks_for_a_picture():
    catalogue.define_channel(Channel("web", "Boutique", "EUR", "FR", ("fr",)), actor=ACTOR)
    catalogue.define_families([Family("lamps", {"fr": "Lampes"}, regimes=("gpsr",))], actor=ACTOR)
    catalogue.define_brands([BrandDraft(code="brume", name="Brume", legal=MAKER)], actor=ACTOR)
    safe = {"warnings": {"fr": "Ne pas couvrir."}}
    drafts = [
        ProductDraft(
            code=code, family="lamps", brand="brume", name={"fr": f"Lampe {code}"}, legal=safe,
            variants=(VariantDraft(sku=code),),
        )
        for code in ("seen", "bare")
    ]  # fmt: skip
    done = catalogue.upsert_products(drafts, actor=ACTOR)
    upload = MediaUpload(filename="a.png", content=png("red"))
    catalogue.attach_many([(done[0].product, upload)], actor=ACTOR)
    shown = [replace(one, channels=("web",)) for one in drafts[:1]]
    (outcome,) = catalogue.upsert_products(shown, actor=ACTOR)
    return outcome


@pytest.mark.django_db(transaction=True)
def test_an_article_that_must_show_a_picture_is_published_once_it_has_come(tmp_path):
    assert a_shop_whose_law_asks_for_a_picture().held_back == {}
    export_catalogue(str(tmp_path / "own.zip"))
    with zipfile.ZipFile(tmp_path / "own.zip") as archive:
        tables = {name: archive.read(name) for name in archive.namelist()}
    both = tables["products.csv"].decode("utf-8-sig")
    header = both.splitlines()[0].split(",")
    rows = [dict(row, channels="web") for row in csv.DictReader(io.StringIO(both))]
    out = io.StringIO()
    writer = csv.DictWriter(out, header)
    writer.writeheader()
    writer.writerows(rows)
    path = rewritten(
        tmp_path / "own.zip", tmp_path / "both.zip", lambda name, was: out.getvalue() if name == "products.csv" else was
    )
    empty_the_shop()
    for dry_run in (True, False):
        report = import_files((str(path),), ImportOptions(dry_run=dry_run), actor=ACTOR)
        assert (report.counts.published, report.counts.kept_unpublished, report.counts.pictures) == (1, 1, 1)
        assert [(line.code, line.facts["article"], line.facts["field"]) for line in report.lines] == [
            ("gate_closed", "bare", "legal.picture")
        ]
    shown = queries.load_products(list(queries.find_products_by_code(["seen", "bare"]).values()))
    assert sorted((one.code, tuple(one.channels)) for one in shown) == [("bare", ()), ("seen", ("web",))]


@pytest.mark.django_db(transaction=True)
def test_a_run_cut_short_among_its_pictures_ends_with_all_of_them(tmp_path, monkeypatch):
    a_shop_whose_law_asks_for_a_picture()
    export_catalogue(str(tmp_path / "own.zip"))
    empty_the_shop()

    def cut(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "show_articles", cut)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "own.zip")
    monkeypatch.undo()
    report = run(tmp_path / "own.zip")
    assert (report.resumed, report.counts.pictures, report.counts.published) == (True, 1, 1)
    export_catalogue(str(tmp_path / "again.zip"))
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "own.zip").read_bytes()
