"""What is the same around many pages, the head of the shop and its foot: written once per language and department."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from comptoir.heads.storefront.links import paths
from comptoir.heads.ui.environment import Drawing, render
from comptoir.heads.ui.formats import spaced
from comptoir.heads.ui.merchant import Merchant
from comptoir.heads.ui.words import FIRST
from comptoir.kernel.languages import pick
from comptoir.shop.shelf.types import MenuNode

MOST = 512
WORDS = "words-typed-here"

_written: dict[tuple[str, str], Surround] = {}


@dataclass(frozen=True, slots=True)
class Surround:
    """Head and foot of a page, and what they were written from: they hold as long as these are the same objects."""

    merchant: Merchant
    menu: tuple[MenuNode, ...]
    departments: tuple[MenuNode, ...]  # those of the menu that have something to show
    before: str
    after: str
    foot: Drawing

    def head(self, words: str) -> Drawing:
        """The head, with the words searched in its field."""
        return Drawing(f"{self.before}{escape(words)}{self.after}")


def find_surround(language: str, department: str, merchant: Merchant, menu: tuple[MenuNode, ...]) -> Surround:
    """The head and foot for pages of that department ("" for none)."""
    found = _written.get((language, department))
    if found is None or found.merchant is not merchant or found.menu is not menu:
        if len(_written) >= MOST:
            _written.clear()
        found = _written[language, department] = _write(language, department, merchant, menu)
    return found


def _write(language: str, department: str, merchant: Merchant, menu: tuple[MenuNode, ...]) -> Surround:
    departments = tuple(node for node in menu if node.count)
    told: dict[str, object] = {
        "paths": paths(language),
        "merchant": merchant,
        "menu": departments,
        "say": lambda text: spaced(pick(text, language, FIRST), language),
    }
    head = render("storefront/above.html", language, department=department, words=WORDS, **told)
    before, _, after = head.partition(WORDS)
    foot = Drawing(render("storefront/below.html", language, **told))
    return Surround(merchant, menu, departments, before, after, foot)
