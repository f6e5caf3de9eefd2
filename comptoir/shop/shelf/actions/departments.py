"""Categories of the shelf: their rows per channel, words per language, and article counts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from comptoir.kernel import clock
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Category, Channel
from comptoir.shop.shelf.actions.gathering import gather_vocabulary
from comptoir.shop.shelf.actions.holding import hold_channels
from comptoir.shop.shelf.actions.writing import bump
from comptoir.shop.shelf.models import Department, DepartmentText, Placement
from comptoir.shop.shelf.rules.making import WHOLE_SHOP
from comptoir.shop.shelf.rules.slugs import slug_in
from comptoir.shop.shelf.rules.tongue import Tongue
from comptoir.shop.shelf.rules.vocabulary import Vocabulary


def rebuild_categories() -> int:
    """Bring the categories of every channel to what the catalogue says now. How many channels changed."""
    words, channels, changed = gather_vocabulary(), catalogue.list_channels(), 0
    for channel in channels:
        with transaction.atomic():
            held = hold_channels((channel.code,))[channel.code]
            if lay_departments(channel, words):
                bump(held, at=clock.now(), menu=True)
                changed += 1
    return changed


def lay_departments(channel: Channel, words: Vocabulary, *, only_missing: bool = False) -> bool:
    """Write the categories of one channel, whose generation row is held; whether anything changed."""
    fields = ("code", "parent", "position", "category")
    known = {row[0]: row for row in Department.objects.filter(channel=channel.code).values_list(*fields)}
    wanted: dict[str, tuple[str, str, int, UUID | None]] = {WHOLE_SHOP: (WHOLE_SHOP, "", 0, None)}
    wanted |= {row[0]: row for row in _rows(words)}
    if only_missing and known.keys() >= wanted.keys():
        return False
    differing = [row for code, row in wanted.items() if known.get(code) != row]
    Department.objects.bulk_create(
        [
            Department(channel=channel.code, code=code, parent=parent, position=position, category=category)
            for code, parent, position, category in differing
        ],
        update_conflicts=True,
        unique_fields=["channel", "code"],
        update_fields=["parent", "position", "category"],
    )
    gone = _drop(channel.code, known.keys() - wanted.keys())
    return _word(channel, words) or bool(differing) or gone


def recount_departments() -> None:
    """Set every category's article count from its placements, exactly."""
    placed = Placement.objects.filter(department=OuterRef("pk")).order_by().values("department")
    counted = Subquery(placed.annotate(n=Count("id")).values("n"), output_field=IntegerField())
    for channel in catalogue.list_channels():
        with transaction.atomic():
            held = hold_channels((channel.code,))[channel.code]
            Department.objects.filter(channel=channel.code).update(count=Coalesce(counted, 0))
            bump(held, at=clock.now(), menu=True)


def _rows(words: Vocabulary) -> Iterable[tuple[str, str, int, UUID]]:
    for each in words.categories.values():
        parent = words.categories[each.parent].code if each.parent and each.parent in words.categories else ""
        yield each.code, parent, each.position, each.id


def _drop(channel: str, codes: Iterable[str]) -> bool:
    gone = list(Department.objects.filter(channel=channel, code__in=list(codes)).values_list("id", flat=True))
    if gone:
        Placement.objects.filter(department_id__in=gone).delete()
        DepartmentText.objects.filter(department_id__in=gone).delete()
        Department.objects.filter(id__in=gone).delete()
    return bool(gone)


def _word(channel: Channel, words: Vocabulary) -> bool:
    """Write the words of each category in each language of the channel; whether any differed."""
    ids = dict(Department.objects.filter(channel=channel.code).values_list("code", "id"))
    texts = [
        _text(ids[each.code], each, Tongue(language, channel.default_language))
        for each in words.categories.values()
        for language in channel.languages
    ]
    fields = ("department_id", "language", "label", "label_language", "slug", "description")
    held = DepartmentText.objects.filter(department__channel=channel.code)
    known = {row[:2]: row for row in held.values_list(*fields)}
    differing = [text for text in texts if known.get((text.department_id, text.language)) != _cells(text, fields)]
    DepartmentText.objects.bulk_create(
        differing, update_conflicts=True, unique_fields=["department", "language"], update_fields=list(fields[2:])
    )
    dropped, _ = held.exclude(language__in=channel.languages).delete()
    return bool(differing) or bool(dropped)


def _text(department: int, category: Category, tongue: Tongue) -> DepartmentText:
    label, found = tongue.find(category.label)
    return DepartmentText(
        department_id=department,
        language=tongue.language,
        label=label or category.code,
        label_language=found,
        slug=slug_in(category.slugs, tongue, code=category.code),
        description=tongue.say(category.description),
    )


def _cells(text: DepartmentText, fields: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(text, field) for field in fields)
