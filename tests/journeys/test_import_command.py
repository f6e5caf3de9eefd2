"""`comptoir import` and `comptoir export`, as a person types them."""

import json

import pytest
from click.testing import CliRunner

from comptoir.heads.cli.main import cli

BOOK = "ID,Type,SKU,Name,Published,Regular price,Parent\n1,simple,LAMP,Lampe de bureau,1,89,\n2,simple,MUTE,,1,89,\n"


def call(*words):
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "woo.csv"
    path.write_text(BOOK, encoding="utf-8")
    return path


@pytest.mark.django_db
def test_an_import_prints_its_report_saves_it_and_says_by_its_code_that_lines_were_refused(book, tmp_path):
    dry = call("import", book, "--dry-run", "--report", tmp_path / "dry.txt")
    assert dry.exit_code == 3
    assert "2 articles read: 1 would be created, 0 would be updated, 0 unchanged, 1 refused." in dry.output
    assert "woo.csv:3: MUTE: name: no_name." in (tmp_path / "dry.txt").read_text(encoding="utf-8")
    real = call("import", book, "--report", tmp_path / "real.json")
    saved = json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))
    assert (real.exit_code, saved["counts"]["created"], saved["lines"][-1]["line"]) == (3, 1, 3)
    assert call("export", tmp_path / "out.zip").exit_code == 0
    assert call("import", tmp_path / "out.zip").exit_code == 0


def test_formats_are_listed_without_a_file():
    listed = call("import", "--list-formats")
    assert listed.exit_code == 0
    assert "woocommerce" in listed.output


@pytest.mark.django_db
def test_a_file_of_no_known_format_is_refused_in_one_sentence(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("lorem;ipsum\n1;2\n", encoding="utf-8")
    answer = call("import", path)
    assert answer.exit_code == 1
    assert "nothing was imported (exchange.unknown_format)" in answer.output


@pytest.mark.django_db
def test_a_template_is_written_to_be_filled_in(tmp_path):
    assert call("export", tmp_path / "template.xlsx", "--template").exit_code == 0
    assert (tmp_path / "template.xlsx").stat().st_size > 5_000


@pytest.mark.django_db
def test_a_line_too_long_to_be_one_is_told_by_the_exit_code(tmp_path):
    book = tmp_path / "woo.csv"
    book.write_text(BOOK.splitlines()[0] + "\n" + "a" * 1_500_000, encoding="utf-8")
    told = call("import", book, "--dry-run")
    assert told.exit_code == 3
    assert "woo.csv:2: The line is too long to be one." in told.output
