"""Texts: length limits, what HTML a description may hold, and how plain texts are cleaned."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping

import nh3

LIMITS = {"name": 250, "summary": 1_000, "description": 65_000, "seo_title": 250, "seo_description": 500, "label": 250}
"""Longest texts, in characters, after cleaning."""
LONGEST_CODE = 64
MOST_LANGUAGES = 40
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
CODE = re.compile(r"[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]{0,62}[^\s\x00-\x1f\x7f])?")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n\u00a0\u2028\u2029]+")
_MARKUP = re.compile(r"[<>&]")
_TAGS = re.compile(r"<[^>]*>")
_CLEANER = nh3.Cleaner(
    tags={
        "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small",
        "h2", "h3", "h4", "h5", "h6", "blockquote", "q", "abbr", "cite", "code", "pre", "span", "div", "a",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    },
    attributes={"a": {"href", "title"}, "abbr": {"title"}, "th": {"scope", "colspan", "rowspan"},
                "td": {"colspan", "rowspan"}, "span": {"lang"}, "p": {"lang"}, "q": {"lang"}, "blockquote": {"lang"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener nofollow",
)  # fmt: skip


def clean_plain(text: str) -> str:
    """A text on one line: no control characters, single spaces, composed accents (NFC)."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    return _SPACES.sub(" ", composed).strip()


def clean_html(text: str) -> str:
    """HTML with what a description may hold and nothing that acts: cleaning twice changes nothing."""
    composed = unicodedata.normalize("NFC", _CONTROL.sub("", text)).replace("\r\n", "\n").strip()
    return _CLEANER.clean(composed).strip() if _MARKUP.search(composed) else composed


def clean_texts(field: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Each language's text cleaned as its field asks; empty ones dropped, languages in one order."""
    clean = clean_html if field == "description" else clean_plain
    cleaned = {language: clean(texts[language]) for language in sorted(texts)}
    return {language: text for language, text in cleaned.items() if text}


def plain_words(markup: str) -> str:
    """What a reader sees of an HTML text, on one line."""
    if not _MARKUP.search(markup):
        return _SPACES.sub(" ", markup).strip()
    return _SPACES.sub(" ", html.unescape(_TAGS.sub(" ", markup))).strip()
