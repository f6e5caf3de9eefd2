"""Grow and rearrange the category tree; one writer at a time, so that no two moves ever make a cycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack
from uuid import UUID

from comptoir.kernel import clock
from comptoir.kernel.ids import new_id
from comptoir.kernel.journal import Entry, record_many
from comptoir.kernel.languages import Text
from comptoir.kernel.outbox import emit
from comptoir.shop.catalogue.actions.slugs import SlugWish, plan_slugs, write_slugs
from comptoir.shop.catalogue.errors import CategoryCycle, CategoryNotFound, TooManyDrafts, TreeTooDeep, WordRefused
from comptoir.shop.catalogue.events import CategoriesChanged
from comptoir.shop.catalogue.locks import again_on_conflict, lock_tree
from comptoir.shop.catalogue.models import Category, CategoryLink
from comptoir.shop.catalogue.rules import tree, vocabulary
from comptoir.shop.catalogue.rules.slugs import is_slug
from comptoir.shop.catalogue.types import CategoryDetails, CategoryDraft, CategoryId

MOST = 500
LINKS_PER_STATEMENT = 300


def define_category(code: str, label: Text, *, actor: str, **details: Unpack[CategoryDetails]) -> CategoryId:
    """Create or change a category; see `define_categories`."""
    return define_categories((CategoryDraft(code=code, label=label, **details),), actor=actor)[0]


def define_categories(drafts: Sequence[CategoryDraft], *, actor: str) -> tuple[CategoryId, ...]:
    """Create or change categories, at most 500 at once; a parent may be one of them, whatever the order.

    A draft says the whole category: its parent and position too. Refuses `CategoryNotFound` (unknown parent),
    `CategoryCycle`, `TreeTooDeep` (15 levels), `WordRefused`.
    """
    if len(drafts) > MOST:
        raise TooManyDrafts(count=len(drafts), limit=MOST)
    words = {draft.code: _read(draft) for draft in drafts}
    ids = again_on_conflict(lambda: _define({draft.code: draft for draft in drafts}, words, actor))
    return tuple(CategoryId(ids[draft.code]) for draft in drafts)


def move_category(code: str, *, parent: str | None, position: int, actor: str) -> None:
    """Put a category below another (None: at the root) at this position among its children.

    Refuses `CategoryNotFound`, `CategoryCycle`, `TreeTooDeep`.
    """
    again_on_conflict(lambda: _move(code, parent, position, actor))


def rebuild_tree(*, actor: str) -> int:
    """Make the closure anew from the parents; gives how many links there are. For repairs: moves keep it right."""

    def act() -> int:
        lock_tree()
        paths = tree.paths(dict(Category.objects.values_list("id", "parent_id")))
        count = _relink(paths, set(paths))
        record_many((Entry(actor, "tree.rebuilt", "categories", after={"links": count}),))
        return count

    return again_on_conflict(act)


def _read(draft: CategoryDraft) -> dict[str, Any]:
    try:
        vocabulary.check_code(draft.code)
        label = vocabulary.read_label(draft.label)
        description = vocabulary.read_label(draft.description, needed=False, field="description")
    except vocabulary.WrongWord as wrong:
        raise WordRefused(noun="category", code=draft.code[:80], reason=wrong.reason, **wrong.facts) from None
    for language, slug in draft.slugs.items():
        if slug and not is_slug(slug):
            raise WordRefused(noun="category", code=draft.code, reason="wrong_slug", language=language, given=slug[:80])
    return {"label": label, "description": description, "position": draft.position}


def _define(drafts: Mapping[str, CategoryDraft], words: Mapping[str, dict[str, Any]], actor: str) -> dict[str, UUID]:
    lock_tree()
    named = {*drafts, *(draft.parent for draft in drafts.values() if draft.parent is not None)}
    held = {row.code: row for row in Category.objects.filter(code__in=named)}
    ids: dict[str, UUID] = {code: held[code].id if code in held else new_id() for code in drafts}
    known: dict[str | None, UUID | None] = {None: None}
    known.update((code, row.id) for code, row in held.items())
    known.update(ids)
    changed: list[Category] = []
    entries: list[Entry] = []
    for code in sorted(drafts):
        parent = drafts[code].parent
        if parent not in known:
            raise CategoryNotFound(code=parent)
        wanted = {**words[code], "parent_id": known[parent]}
        row = held.get(code) or Category(id=ids[code], code=code)
        entry = _apply(row, wanted, actor, created=code not in held)
        if entry is not None:
            entries.append(entry)
            changed.append(row)
    _check_and_write(changed, [row.id for row in changed])
    wishes = [
        SlugWish(ids[code], code, {k: v for k, v in drafts[code].slugs.items() if v}, words[code]["label"])
        for code in sorted(drafts)
    ]
    plan = plan_slugs("category", wishes, clock.now())
    write_slugs(plan)
    _tell(entries, {*(row.id for row in changed), *plan.after})
    return ids


def _apply(row: Category, wanted: Mapping[str, Any], actor: str, *, created: bool) -> Entry | None:
    before = {name: getattr(row, name) for name in wanted}
    differ = [name for name, value in wanted.items() if created or before[name] != value]
    if not differ:
        return None
    for name in differ:
        setattr(row, name, wanted[name])
    said = {name: _json(wanted[name]) for name in differ}
    if created:
        return Entry(actor, "category.created", f"category:{row.id}", after={"code": row.code, **said})
    was = {name: _json(before[name]) for name in differ}
    return Entry(actor, "category.changed", f"category:{row.id}", before=was, after=said)


def _json(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def _move(code: str, parent: str | None, position: int, actor: str) -> None:
    lock_tree()
    rows = {row.code: row for row in Category.objects.filter(code__in=[code, parent or code])}
    for wanted in (code, parent):
        if wanted is not None and wanted not in rows:
            raise CategoryNotFound(code=wanted)
    row = rows[code]
    placed = {"parent_id": rows[parent].id if parent is not None else None, "position": position}
    entry = _apply(row, placed, actor, created=False)
    if entry is not None:
        _check_and_write([row], [row.id])
        _tell([entry], {row.id})


def _check_and_write(changed: Sequence[Category], tops: Sequence[UUID]) -> None:
    """Write rows whose tree was proved whole, and the links of all that stands below them."""
    if not changed:
        return
    before: dict[UUID, UUID | None] = dict(Category.objects.values_list("id", "parent_id"))
    parents = before | {row.id: row.parent_id for row in changed}
    codes = {row.id: row.code for row in changed}
    try:
        paths = tree.paths(parents)
    except tree.Cycle as cycle:
        raise CategoryCycle(code=codes.get(cycle.node, str(cycle.node)), parent=str(parents[cycle.node])) from None
    except tree.TooDeep as deep:
        raise TreeTooDeep(code=codes.get(deep.node, str(deep.node)), depth=deep.depth, limit=tree.DEEPEST) from None
    moved = [node for node in tops if node not in before or before[node] != parents[node]]
    # Parents first: the foreign key is checked row by row on some databases.
    ordered = sorted(changed, key=lambda row: len(paths[row.id]))
    columns = ["label", "description", "position", "parent"]
    Category.objects.bulk_create(ordered, update_conflicts=True, unique_fields=["id"], update_fields=columns)
    if moved:
        _relink(paths, tree.subtree(paths, moved))


def _relink(paths: Mapping[UUID, tuple[UUID, ...]], nodes: set[UUID]) -> int:
    CategoryLink.objects.filter(descendant__in=nodes).delete()
    links = [
        CategoryLink(ancestor_id=above, descendant_id=node, depth=len(paths[node]) - 1 - place)
        for node in sorted(nodes)
        for place, above in enumerate(paths[node])
    ]
    CategoryLink.objects.bulk_create(links, batch_size=LINKS_PER_STATEMENT)
    return len(links)


def _tell(entries: Sequence[Entry], changed: set[UUID]) -> None:
    if changed:
        record_many(entries)
        emit(CategoriesChanged(categories=tuple(sorted(changed))), about="categories")
