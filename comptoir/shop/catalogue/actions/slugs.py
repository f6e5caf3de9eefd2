"""Give addresses: automatic ones without collisions, chosen ones as asked; the old ones keep leading there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from comptoir.kernel import clock, sql
from comptoir.kernel.journal import Entry, record
from comptoir.kernel.outbox import emit
from comptoir.shop.catalogue.errors import SlugOwnerNotFound, SlugRefused
from comptoir.shop.catalogue.events import CategoriesChanged, ProductsChanged
from comptoir.shop.catalogue.locks import again_on_conflict, lock_products, lock_tree
from comptoir.shop.catalogue.models import Category, Slug
from comptoir.shop.catalogue.rules import slugs as rules
from comptoir.shop.catalogue.rules.slices import in_slices


@dataclass(frozen=True, slots=True)
class SlugWish:
    """What an object would be called: slugs asked for by language, and texts to make the others from.

    `exact`: the slug asked for or none, for it is a person who asks.
    """

    object_id: UUID
    code: str
    asked: Mapping[str, str]
    texts: Mapping[str, str]
    exact: bool = False


@dataclass(slots=True)
class SlugPlan:
    """What settling slugs comes to, before anything is written."""

    demoted: list[int] = field(default_factory=list)
    promoted: list[int] = field(default_factory=list)
    made: list[Slug] = field(default_factory=list)
    before: dict[UUID, dict[str, str]] = field(default_factory=dict)
    after: dict[UUID, dict[str, str]] = field(default_factory=dict)


def change_slug(kind: str, object_id: UUID, language: str, slug: str, *, actor: str) -> None:
    """Give a product or category the very slug asked for; the one it leaves redirects to it for good.

    Refuses `SlugRefused` (reason "shape", "reserved" or "taken") and `SlugOwnerNotFound`.
    """
    if not rules.is_slug(slug):
        raise SlugRefused(slug=slug[:80], reason="shape")
    if slug in rules.RESERVED:
        raise SlugRefused(slug=slug, reason="reserved")
    again_on_conflict(lambda: _change(SlugWish(object_id, "", {language: slug}, {}, exact=True), kind, actor))


def _change(wish: SlugWish, kind: str, actor: str) -> None:
    if not _lock_owner(kind, wish.object_id):
        raise SlugOwnerNotFound(kind=kind, id=str(wish.object_id))
    plan = plan_slugs(kind, (wish,), clock.now())
    if not plan.after:
        return
    write_slugs(plan)
    before, after = plan.before.get(wish.object_id, {}), plan.after[wish.object_id]
    about = f"{kind}:{wish.object_id}"
    record(Entry(actor, f"{kind}.slug_changed", about, before={"slugs": before}, after={"slugs": after}))
    if kind == "product":
        emit(ProductsChanged(products=(wish.object_id,)), about=about)
    else:
        emit(CategoriesChanged(categories=(wish.object_id,)), about=about)


def _lock_owner(kind: str, object_id: UUID) -> bool:
    if kind == "product":
        return bool(lock_products((object_id,)))
    if kind != "category":
        return False
    lock_tree()
    return Category.objects.filter(id=object_id).exists()


def plan_slugs(kind: str, wishes: Sequence[SlugWish], at: datetime) -> SlugPlan:
    """What must be written for each wish to have a slug in each of its languages; two reads, whatever their number.

    A slug once given stays until another is asked for: renaming an article does not move its page. A collision
    gets the object's code as suffix, and a wish already answered so is left alone. Refuses `SlugRefused` ("taken")
    when an exact slug is another's.
    """
    plan = SlugPlan()
    rows = Slug.objects.filter(kind=kind, object_id__in=[wish.object_id for wish in wishes], current=True)
    current = {(row.object_id, row.language): row for row in rows}
    needs: list[tuple[SlugWish, str, tuple[str, ...]]] = []
    for wish in wishes:
        for language in sorted({*wish.texts, *wish.asked}):
            tries = _tries(wish, language, current.get((wish.object_id, language)))
            if tries:
                needs.append((wish, language, tries))
    if not needs:
        return plan
    held = _held(kind, {slug for _, _, tries in needs for slug in tries})
    for wish, language, tries in needs:
        chosen = _first_free(tries, language, held, wish.object_id)
        row = held.get((language, chosen))
        leaving = current.get((wish.object_id, language))
        if leaving is not None:
            plan.demoted.append(leaving.pk)
            plan.before.setdefault(wish.object_id, {})[language] = leaving.slug
        if row is None:
            row = Slug(kind=kind, language=language, slug=chosen, object_id=wish.object_id, made_at=at)
            plan.made.append(row)
            held[language, chosen] = row
        else:
            plan.promoted.append(row.pk)
        plan.after.setdefault(wish.object_id, {})[language] = chosen
    return plan


def _held(kind: str, slugs: set[str]) -> dict[tuple[str, str], Slug]:
    """Who has these slugs, now or before, by language and slug."""
    found: dict[tuple[str, str], Slug] = {}
    for some in in_slices(slugs):
        found.update({(row.language, row.slug): row for row in Slug.objects.filter(kind=kind, slug__in=some)})
    return found


def _tries(wish: SlugWish, language: str, current: Slug | None) -> tuple[str, ...]:
    asked = wish.asked.get(language, "")
    if current is not None and not asked:
        return ()
    if wish.exact:
        return () if current is not None and current.slug == asked else (asked,)
    wanted = asked or rules.make_slug(wish.texts.get(language, ""))
    tries = rules.candidates(wanted, wish.code, wish.object_id.hex[-12:])
    return () if current is not None and current.slug in tries else tries


def _first_free(tries: Sequence[str], language: str, held: Mapping[tuple[str, str], Slug], object_id: UUID) -> str:
    for slug in tries:
        row = held.get((language, slug))
        if row is None or row.object_id == object_id:
            return slug
    raise SlugRefused(slug=tries[0], reason="taken")


def write_slugs(plan: SlugPlan) -> None:
    """Write a plan: the slugs left redirect from now on, those taken again and the new ones are current."""
    if plan.demoted:
        Slug.objects.filter(pk__in=plan.demoted).update(current=False)
    if plan.promoted:
        Slug.objects.filter(pk__in=plan.promoted).update(current=True)
    if plan.made:
        made = sorted(plan.made, key=lambda row: (row.slug, row.language))
        sql.insert_rows(made)
