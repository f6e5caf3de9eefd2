"""Categories of a channel: the menu and the head of each category's page, from a small cache per process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.shelf.errors import CategoryNotShown, SlugMoved
from comptoir.shop.shelf.models import Department, DepartmentText
from comptoir.shop.shelf.queries.freshness import read_freshness
from comptoir.shop.shelf.types import Crumb, MenuNode, ShelfPage

TREES_KEPT = 16
SELECTION = "selection-"


@dataclass(frozen=True, slots=True)
class Standing:
    """A category's row: its key in SQL, its place in the tree, how many articles it shows."""

    id: int
    code: str
    category: UUID
    parent: str
    count: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A category's words in one language."""

    label: str
    lang: str
    slug: str
    description: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A channel's categories as last read; `menus` and `pages` fill as they are asked for."""

    version: int
    standings: Mapping[str, Standing]
    children: Mapping[str, tuple[str, ...]]
    wordings: Mapping[str, Mapping[str, Wording]]
    codes: Mapping[str, Mapping[str, str]]
    menus: dict[str, tuple[MenuNode, ...]] = field(default_factory=dict)
    pages: dict[tuple[str, str], ShelfPage] = field(default_factory=dict)


NOWHERE = UUID(int=0)
_trees: OrderedDict[str, Tree] = OrderedDict()


def list_menu(channel: str, language: str) -> tuple[MenuNode, ...]:
    """The channel's categories as a tree, in order, with their article counts; empty ones included.

    A root category whose code begins with `SELECTION` is a selection: it has its page, and stands in no menu.
    """
    tree = _load_tree(channel)
    if language not in tree.menus:
        tops = (code for code in tree.children.get("", ()) if not code.startswith(SELECTION))
        tree.menus[language] = tuple(_branch(tree, language, code) for code in tops)
    return tree.menus[language]


def find_shelf(channel: str, language: str, slug: str) -> ShelfPage:
    """The head of the category page at `slug`. Refuses SlugMoved (with where it is now) and CategoryNotShown."""
    tree = _load_tree(channel)
    code = tree.codes.get(language, {}).get(slug)
    if code is not None:
        return _page(tree, language, code)
    hit = catalogue.resolve_slug("category", language, slug)
    if hit is not None:
        for standing in tree.standings.values():
            wording = tree.wordings.get(language, {}).get(standing.code)
            if standing.category == hit.object_id and wording is not None:
                raise SlugMoved(slug=wording.slug)
    raise CategoryNotShown(slug=slug)


def find_shelf_by_code(channel: str, language: str, code: str) -> ShelfPage:
    """As `find_shelf`, by the category's code. Refuses CategoryNotShown."""
    tree = _load_tree(channel)
    if code not in tree.wordings.get(language, {}):
        raise CategoryNotShown(category=code)
    return _page(tree, language, code)


def find_department(channel: str, code: str) -> Standing:
    """The row of a category, or of the whole shop for "". Refuses CategoryNotShown."""
    standing = _load_tree(channel).standings.get(code)
    if standing is None:
        if code:
            raise CategoryNotShown(category=code)
        return Standing(id=0, code="", category=NOWHERE, parent="", count=0)
    return standing


def _load_tree(channel: str) -> Tree:
    version = read_freshness(channel).menu
    tree = _trees.get(channel)
    if tree is None or tree.version != version:
        tree = _read_tree(channel, version)
        _trees[channel] = tree
        if len(_trees) > TREES_KEPT:
            _trees.popitem(last=False)
    return tree


def _read_tree(channel: str, version: int) -> Tree:
    standings: dict[str, Standing] = {}
    children: dict[str, list[str]] = {}
    rows = Department.objects.filter(channel=channel).order_by("position", "code")
    for row_id, code, category, parent, count in rows.values_list("id", "code", "category", "parent", "count"):
        standings[code] = Standing(row_id, code, category or NOWHERE, parent, count)
        if code:
            children.setdefault(parent, []).append(code)
    wordings: dict[str, dict[str, Wording]] = {}
    codes: dict[str, dict[str, str]] = {}
    texts = DepartmentText.objects.filter(department__channel=channel)
    for code, language, label, lang, slug, description in texts.values_list(
        "department__code", "language", "label", "label_language", "slug", "description"
    ):
        wordings.setdefault(language, {})[code] = Wording(label, lang, slug, description)
        codes.setdefault(language, {})[slug] = code
    return Tree(version, standings, {code: tuple(below) for code, below in children.items()}, wordings, codes)


def _branch(tree: Tree, language: str, code: str, *, deep: bool = True) -> MenuNode:
    standing, wording = tree.standings[code], tree.wordings[language][code]
    below = tree.children.get(code, ()) if deep else ()
    return MenuNode(
        category=standing.category,
        code=code,
        label=wording.label,
        lang=wording.lang,
        slug=wording.slug,
        count=standing.count,
        children=tuple(_branch(tree, language, child) for child in below),
    )


def _page(tree: Tree, language: str, code: str) -> ShelfPage:
    if (language, code) not in tree.pages:
        tree.pages[language, code] = _head(tree, language, code)
    return tree.pages[language, code]


def _head(tree: Tree, language: str, code: str) -> ShelfPage:
    standing, wording = tree.standings[code], tree.wordings[language][code]
    crumbs: list[Crumb] = []
    above = standing.parent
    while above:
        words = tree.wordings[language][above]
        crumbs.append(Crumb(words.label, words.slug))
        above = tree.standings[above].parent
    return ShelfPage(
        category=standing.category,
        code=code,
        label=wording.label,
        lang=wording.lang,
        slug=wording.slug,
        slugs={other: words[code].slug for other, words in tree.wordings.items() if code in words},
        description=wording.description,
        count=standing.count,
        crumbs=tuple(reversed(crumbs)),
        children=tuple(_branch(tree, language, child, deep=False) for child in tree.children.get(code, ())),
    )
