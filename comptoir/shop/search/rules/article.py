"""What of an article can be looked for, and in which field: the document that every engine indexes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from comptoir.shop.search.rules.analysis import Word, gtin_key, index_text, joined_forms, read
from comptoir.shop.search.rules.folding import compact, fold
from comptoir.shop.search.rules.heads import name_run, own_words
from comptoir.shop.search.rules.lexis import lexis

BODY_MOST = 4_000  # characters of a description that are read; what an article is stands at its beginning
FACTS_MOST = 120
FIELDS = ("title", "brand", "category", "kind", "head", "own", "attrs", "codes", "body")
POSITIONED = frozenset({"title", "attrs", "body", "category"})
"""Fields in which the order of words can be asked for."""

TYPE_WORDS = frozenset({"type", "types", "tipo", "genre", "nature", "kind", "category", "categorie", "categoria"})
"""An attribute called so says what the article is."""

_TAG = re.compile(r"<[^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The searchable side of one article, in one language.

    `kinds` say what it is (its own category, its type); `categories` are every category above it; `facts` are pairs
    of label and value, of which the value is looked for; `codes` its SKUs and own code; `gtins` its barcodes.
    `description` may hold HTML.
    """

    name: str
    brand: str = ""
    summary: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ()
    gtins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """An article as fields of tokens, and the words that people may be offered as they type."""

    fields: dict[str, str]
    exact: tuple[str, ...]  # codes found whole: SKUs, barcodes
    shown: tuple[tuple[str, str], ...]  # (word as written, folded; token)


def describe(article: Article, language: str) -> Described:
    """The fields of one article for an engine that splits on blanks."""
    title, brand = read(article.name, language), read(article.brand, language)
    run = name_run(title, brand, language)
    own = own_words(title, language)
    own_kinds = [read(kind, language) for kind in article.kinds]
    kind_words = [*own_kinds, *(read(kind, language) for kind in _types(article.facts))]
    category = read(" . ".join(article.categories), language)
    heads = [run[-1]] if run else []
    heads += [head for words in own_kinds if (head := _head(words, language))]
    fields = {
        "title": index_text(article.name, language),
        "brand": index_text(article.brand, language),
        "category": " ".join(word.token for word in category),
        "kind": " ".join(word.token for words in kind_words for word in words),
        "head": " ".join(dict.fromkeys(heads)),
        "own": " ".join(dict.fromkeys((*(word.token for word in own), *joined_forms(own, language)))),
        "attrs": index_text(_facts(article.facts), language),
        "codes": " ".join(_code_forms(article, title, language)),
        "body": index_text(f"{article.summary} {plain(article.description)}"[:BODY_MOST], language),
    }
    exact = [compact(code) for code in article.codes] + [key for code in article.gtins if (key := gtin_key(code))]
    return Described(fields, tuple(filter(None, dict.fromkeys(exact))), _shown((*title, *brand, *category)))


def plain(html: str) -> str:
    """The words of an HTML text; good enough to be searched, never to be shown."""
    return _ENTITY.sub(" ", _TAG.sub(" ", html)) if "<" in html or "&" in html else html


def _head(words: tuple[Word, ...], language: str) -> str:
    names = [word.token for word in words if not word.light and not word.measure]
    if not names:
        return ""
    return names[0] if lexis(language).head_first else names[-1]


def _types(facts: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (value for label, value in facts if TYPE_WORDS & set(fold(label).split()))


def _facts(facts: tuple[tuple[str, str], ...]) -> str:
    return " . ".join(value for _, value in facts[:FACTS_MOST])


def _code_forms(article: Article, title: tuple[Word, ...], language: str) -> Iterable[str]:
    forms = [*joined_forms(title, language)]
    for code in article.codes:
        words = read(code, language)
        forms += [compact(code), *(word.token for word in words), *joined_forms(words, language)]
    return dict.fromkeys(form for form in forms if form)


def _shown(words: Iterable[Word]) -> tuple[tuple[str, str], ...]:
    offered = {word.shown: word.token for word in words if len(word.shown) > 2 and not word.light and not word.measure}
    return tuple(offered.items())
