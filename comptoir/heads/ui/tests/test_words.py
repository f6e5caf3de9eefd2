import importlib
import re

import pytest
from django.apps import apps
from jinja2 import Environment
from jinja2.lexer import TOKEN_DATA

from comptoir.heads.ui.environment import render
from comptoir.heads.ui.refusal_table import SAID
from comptoir.heads.ui.refusals import refusal_words
from comptoir.heads.ui.words import language_of_path, locale_folders, mark_plural, say, say_count
from comptoir.kernel.errors import NotFound, Refusal
from tests.architecture.house import PACKAGE, modules

TEMPLATES = sorted(path for path in PACKAGE.glob("heads/*/jinja2/**/*.html") if path.name != "gallery.html")
SPOKEN = re.compile(r"""(?:alt|title|placeholder|aria-label|content)="([^"{}]*[A-Za-zÀ-ÿ]{3}[^"{}]*)\"""")
REFUSES = re.compile(r"class \w+\((?:Refusal|NotFound|InvalidInput|NotAllowed)\)")
BELOW = ("comptoir.kernel.", "comptoir.shop.")
NOT_SPOKEN = {"width=device-width, initial-scale=1", "noindex", "noindex, follow"}


def every_refusal():
    """The codes of the kernel's and the rooms' refusals; a head that has its own words them itself."""
    for module in modules():
        if module.name.startswith(BELOW) and any(map(REFUSES.match, module.lines)):
            importlib.import_module(module.name)
    found, waiting = set(), [Refusal]
    while waiting:
        for child in waiting.pop().__subclasses__():
            waiting.append(child)
            if child.__module__.startswith(BELOW):
                found.add(child.code)
    return found


def test_every_head_with_templates_has_its_catalogues():
    heads = {path.relative_to(PACKAGE / "heads").parts[0] for path in TEMPLATES}
    assert {folder.parent.name for folder in locale_folders()} >= heads
    assert all(apps.is_installed(f"comptoir.heads.{head}") for head in heads)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_visible_word_is_written_into_a_template(template):
    source = template.read_text(encoding="utf-8")
    data = " ".join(value for _, kind, value in Environment(autoescape=True).lex(source) if kind == TOKEN_DATA)
    hard = [words for words in SPOKEN.findall(source) if words not in NOT_SPOKEN]
    hard += re.findall(r"[A-Za-zÀ-ÿ]{2,}", re.sub(r"<[^>]*>|<[^>]*$|^[^<]*>", " ", data))
    attributes = {
        "class",
        "id",
        "lang",
        "href",
        "role",
        "aria",
        "true",
        "selected",
        "checked",
        "disabled",
        "open",
        "rel",
    }
    assert [word for word in hard if word not in attributes] == []


def test_every_refusal_of_the_house_has_its_words():
    assert every_refusal() - SAID.keys() == set()


def test_nothing_is_worded_that_no_one_refuses():
    assert SAID.keys() - every_refusal() == {Refusal.code}


def test_a_refusal_is_said_in_each_language():
    said = {language: refusal_words(NotFound(), language).title for language in ("fr", "en", "es")}
    assert said == {
        "fr": "Ce que vous cherchez n’est pas ici.",
        "en": "What you are looking for is not here.",
        "es": "Lo que busca no está aquí.",
    }


def test_a_refusal_that_nobody_worded_is_answered_all_the_same():
    class Strange(Refusal):
        code = "strange"

    assert refusal_words(Strange(), "en").title == "This could not be done."


def test_counting_follows_the_language():
    forms = mark_plural("%(num)s article", "%(num)s articles")
    assert [say_count("fr", forms, number, num=number) for number in (0, 1, 2)] == [
        "0 article",
        "1 article",
        "2 articles",
    ]
    assert [say_count("en", forms, number, num=number) for number in (0, 1)] == ["0 articles", "1 article"]
    assert say("es", "Cart") == "Carrito"


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "fr"),
        ("/en", "en"),
        ("/en/", "en"),
        ("/es/carrito", "es"),
        ("/english", "fr"),
        ("/fr/", "fr"),
        ("/xx/", "fr"),
    ],
)
def test_the_address_says_the_language(path, language):
    assert language_of_path(path) == language


def test_the_page_of_our_own_faults_says_whether_anything_was_done():
    read = render("storefront/failed.html", "fr", away=False, wrote=False, request_id="abc")
    wrote = render("storefront/failed.html", "fr", away=False, wrote=True, request_id="abc")
    assert "Rien n’a été changé" in read
    assert "probablement pas été pris en compte" in wrote
    assert "abc" in wrote
