"""Read the category tree."""

from __future__ import annotations

from uuid import UUID

from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.errors import CategoryNotFound
from comptoir.shop.catalogue.rules import tree
from comptoir.shop.catalogue.types import Category, CategoryId

MOST_CATEGORIES = 50_000


def list_categories() -> tuple[Category, ...]:
    """The whole tree (at most 50,000), a parent before its children, children by position then code. Two statements."""
    rows = list(models.Category.objects.order_by("position", "code")[:MOST_CATEGORIES])
    paths = tree.paths({row.id: row.parent_id for row in rows}, deepest=None)
    slugs = _slugs(None)
    order = {row.id: place for place, row in enumerate(rows)}
    rows.sort(key=lambda row: [order[step] for step in paths[row.id]])
    return tuple(_category(row, paths[row.id], slugs.get(row.id, {})) for row in rows)


def find_category(code: str) -> Category:
    """The category of this code; refuses `CategoryNotFound`. Three statements."""
    row = models.Category.objects.filter(code=code).first()
    if row is None:
        raise CategoryNotFound(code=code)
    links = models.CategoryLink.objects.filter(descendant=row.id).order_by("-depth")
    path = tuple(links.values_list("ancestor_id", flat=True))
    return _category(row, path, _slugs(row.id).get(row.id, {}))


def list_descendants(category: CategoryId) -> tuple[CategoryId, ...]:
    """A category and everything below it, from the closure, nearest first. One statement."""
    links = models.CategoryLink.objects.filter(ancestor=category).order_by("depth", "descendant_id")
    return tuple(CategoryId(found) for found in links.values_list("descendant_id", flat=True)[:MOST_CATEGORIES])


def _slugs(only: UUID | None) -> dict[UUID, dict[str, str]]:
    rows = models.Slug.objects.filter(kind="category", current=True)
    if only is not None:
        rows = rows.filter(object_id=only)
    found: dict[UUID, dict[str, str]] = {}
    for object_id, language, slug in rows.order_by("language").values_list("object_id", "language", "slug"):
        found.setdefault(object_id, {})[language] = slug
    return found


def _category(row: models.Category, path: tuple[UUID, ...], slugs: dict[str, str]) -> Category:
    return Category(
        id=CategoryId(row.id),
        code=row.code,
        label=row.label,
        description=row.description,
        parent=CategoryId(row.parent_id) if row.parent_id is not None else None,
        position=row.position,
        slugs=slugs,
        path=tuple(CategoryId(step) for step in path),
    )
