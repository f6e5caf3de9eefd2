from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from comptoir.heads.api import snapshot, words
from comptoir.heads.api.contract import REFUSED
from comptoir.heads.api.document import document, render
from comptoir.heads.ui.refusal_table import SAID
from comptoir.heads.ui.words import catalogue

KEPT = Path(__file__).resolve().parents[4] / snapshot.WHERE


def test_the_document_kept_is_the_one_served(client):
    assert KEPT.read_bytes() == render(), "python -m comptoir.heads.api.snapshot writes it"
    assert client.get("/api/v1/openapi.json").content == render()
    assert snapshot.main(["--check", "--path", str(KEPT)]) == 0


def test_a_difference_is_shown(tmp_path, capsys):
    kept = tmp_path / "openapi.json"
    kept.write_bytes(render().replace(b'"3.1.0"', b'"3.0.0"'))
    assert snapshot.main(["--check", "--path", str(kept)]) == 1
    assert '+  "openapi": "3.1.0",' in capsys.readouterr().out


def test_every_reference_leads_somewhere():
    told = document()
    names = set(told["components"]["schemas"])
    used = {part.partition('"')[0] for part in render().decode().split("#/components/schemas/")[1:]}
    assert used <= names
    assert told["openapi"] == "3.1.0"


def test_every_operation_is_told_in_words_with_its_refusals():
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], (method, path)
            assert operation["description"], (method, path)
            assert {"400", "404", "405", "406", "422", "429", "500"} <= set(operation["responses"]), (method, path)


def test_every_refusal_has_its_words():
    assert [code for code in REFUSED if code not in words.CODES and code not in SAID] == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_apis_own_refusals_are_translated(language):
    told = [sentence for code in words.CODES for sentence in words.sentences(code)]
    assert [sentence for sentence in told if catalogue(language).gettext(sentence) == sentence] == []


def test_the_reference_is_a_page_without_script(client):
    page = client.get("/api/v1/").content.decode()
    assert "<script" not in page
    assert 'id="shelf.article_not_shown"' in page
    assert "Add to the cart" in page


def test_the_document_is_not_sent_twice(client):
    answer = client.get("/api/v1/openapi.json")
    again = client.get("/api/v1/openapi.json", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert msgspec.json.decode(answer.content)["info"]["title"] == "Comptoir"
