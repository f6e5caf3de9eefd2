"""The articles as written, family by family."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import msgspec

from comptoir.demo.content.house import Sayings, read
from comptoir.kernel.languages import LANGUAGES

FAMILIES = (
    "sabots",
    "jardin",
    "arrosage",
    "vannerie",
    "mobilier",
    "cuisson",
    "table",
    "linge",
    "droguerie",
    "epicerie",
    "electrique",
    "menager",
    "papier",
    "jouets",
)
"""Files of articles, in the order their article numbers are given in: a new one goes at the end."""

Look = dict[str, str | float | bool]
Stock = tuple[int, int, int]
Words = tuple[str, str, str]


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A variant: the option values it is picked by, its stock in each place, and what differs from its article."""

    stock: Stock
    pick: str = ""
    price: str | None = None
    cost: str | None = None
    weight: int | None = None
    net: tuple[str, str] | None = None
    attributes: dict[str, Any] = {}

    @property
    def picks(self) -> tuple[str, ...]:
        """Option values, in the order of the article's options."""
        return tuple(self.pick.split())


class FuturePrice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """A price already decided for a coming day; for one variant, or all of them."""

    since: str
    price: str
    pick: str = ""

    @property
    def day(self) -> date:
        """The day it begins, at midnight in Paris."""
        return date.fromisoformat(self.since)


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """An article. Names, summaries and texts per language; prices with tax, costs before tax, weights in grams."""

    code: str
    sku: str
    brand: str
    categories: tuple[str, ...]
    draw: Look
    draw_by: dict[str, Look] = msgspec.field(name="draw_by", default_factory=dict)
    views: tuple[str, ...] = ()
    price: str
    cost: str
    weight: int
    attributes: dict[str, Any] = {}
    legal: dict[str, Any] = {}
    without_legal: tuple[str, ...] = msgspec.field(name="without_legal", default=())
    options: tuple[str, ...] = ()
    variants: tuple[Choice, ...] = ()
    stock: Stock = (0, 0, 0)
    net: tuple[str, str] | None = None
    status: str = "active"
    tax_class: str = msgspec.field(name="tax_class", default="")
    future_price: FuturePrice | None = msgspec.field(name="future_price", default=None)
    food: tuple[Sayings, ...] = ()
    allergens: tuple[str, ...] = ()
    nutrition: tuple[str, ...] = ()
    composition: Sayings = ()
    care: Sayings = ()
    fr: Words
    en: Words
    es: Words

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Its variants; an article without options has one."""
        return self.variants or (Choice(stock=self.stock),)

    def say(self, place: int) -> dict[str, str]:
        """Its name (0), summary (1) or text (2) in each language."""
        words: dict[str, Words] = {"fr": self.fr, "en": self.en, "es": self.es}
        return {language: words[language][place] for language in LANGUAGES}


class Kin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A product family: a `!` after an attribute makes it required; `legal` holds for all its articles."""

    code: str
    label: dict[str, str]
    attributes: tuple[str, ...]
    regimes: tuple[str, ...]
    legal: dict[str, Any] = {}
    tax_class: str = "standard"


class FamilyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"articles": "article"}):
    """One file: a family and its articles."""

    family: Kin
    articles: tuple[Article, ...]


@cache
def list_families() -> tuple[FamilyFile, ...]:
    """Every family with its articles."""
    return tuple(read(name, FamilyFile) for name in FAMILIES)
