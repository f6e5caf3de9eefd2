"""Writes a chunk of made articles of one channel: only what differs, in a bounded number of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from django.db.models import Count, F

from comptoir.shop.shelf.models import (
    Article,
    CardRow,
    Department,
    Generation,
    PieceRow,
    Placement,
    SheetRow,
)
from comptoir.shop.shelf.queries.freshness import TURNS_KEPT
from comptoir.shop.shelf.rules.making import Made


def write_articles(
    channel: str, asked: Sequence[UUID], made: Sequence[Made], *, anew: bool = False
) -> tuple[list[UUID], bool]:
    """Bring the rows of the `asked` products to what was `made` of them; products that no longer exist go.

    `anew` trusts nothing of what is written.

    Gives the products whose shown facts changed and whether any category's count did.
    """
    wanted = {each.product: each for each in made}
    digests = {product: each.digest() for product, each in wanted.items()}
    fields = ("product", "id", "digest", "due_at", "shown")
    known = {row[0]: row[1:] for row in Article.objects.filter(channel=channel, product__in=asked).values_list(*fields)}
    changed = [key for key in wanted if anew or key not in known or bytes(known[key][1]) != digests[key]]
    restless = [key for key in wanted if key in known and key not in changed and known[key][2] != wanted[key].due_at]
    gone = [key for key in known if key not in wanted]
    if not (changed or restless or gone):
        return [], False
    rows = _upsert(channel, [wanted[key] for key in (*changed, *restless)], digests)
    stale = [known[key][0] for key in (*changed, *gone) if key in known]
    counts = _clear(stale)
    counts.update(_lay(channel, [(rows[key], wanted[key]) for key in changed]))
    Article.objects.filter(id__in=[known[key][0] for key in gone]).delete()
    moved = _recount(counts)
    visible = [key for key in changed if wanted[key].pages or (key in known and known[key][3])]
    return visible + [key for key in gone if known[key][3]], moved


def bump(held: Generation, *, at: datetime, menu: bool, turns: Sequence[int] = ()) -> None:
    """Move the channel's numbers. They start from the clock, so that a rolled-back number is never used again."""
    stamp = int(at.timestamp() * 1000)
    kept = (turn for turn in msgspec.json.decode(held.turns, type=list[int]) if turn * 1000 > stamp - 60_000)
    held.turns = msgspec.json.encode(sorted({*kept, *turns})[:TURNS_KEPT]).decode()
    held.number = max(held.number + 1, stamp)
    if menu:
        held.menu = max(held.menu + 1, stamp)
    Generation.objects.filter(id=held.id).update(number=held.number, menu=held.menu, turns=held.turns)


def _upsert(channel: str, made: Sequence[Made], digests: dict[UUID, bytes]) -> dict[UUID, int]:
    written = Article.objects.bulk_create(
        [
            Article(
                channel=channel,
                product=each.product,
                shown=bool(each.pages),
                digest=digests[each.product],
                due_at=each.due_at,
            )
            for each in made
        ],
        update_conflicts=True,
        unique_fields=["channel", "product"],
        update_fields=["shown", "digest", "due_at"],
    )
    return {row.product: row.id for row in written}


def _clear(articles: list[int]) -> Counter[int]:
    """Take away all that hangs on these articles; how much each category loses, negative."""
    if not articles:
        return Counter()
    placed = Placement.objects.filter(article_id__in=articles)
    losses = placed.order_by().values_list("department_id").annotate(n=Count("id"))
    counts = Counter({department: -n for department, n in losses})
    placed.delete()
    for table in (PieceRow, CardRow, SheetRow):
        table.objects.filter(article_id__in=articles).delete()
    return counts


def _lay(channel: str, made: Sequence[tuple[int, Made]]) -> Counter[int]:
    """Put all that hangs on these articles; how much each category gains."""
    codes = {code for _, each in made for code in each.departments}
    departments = dict(Department.objects.filter(channel=channel, code__in=codes).values_list("code", "id"))
    PieceRow.objects.bulk_create(
        [PieceRow(article_id=row, variant=variant, sku=sku) for row, each in made for variant, sku in each.pieces]
    )
    pages = [(row, page) for row, each in made for page in each.pages]
    CardRow.objects.bulk_create(
        [CardRow(article_id=row, language=p.language, name_key=p.name_key, body=p.card) for row, p in pages]
    )
    SheetRow.objects.bulk_create(
        [SheetRow(article_id=row, channel=channel, language=p.language, slug=p.slug, body=p.sheet) for row, p in pages]
    )
    placements = [
        Placement(department_id=departments[code], article_id=row, rank=each.rank, price=each.price, born=each.born)
        for row, each in made
        for code in each.departments
        if code in departments
    ]
    Placement.objects.bulk_create(placements)
    return Counter(each.department_id for each in placements)


def _recount(counts: Counter[int]) -> bool:
    moved = {department: change for department, change in counts.items() if change}
    by_change: dict[int, list[int]] = {}
    for department, change in moved.items():
        by_change.setdefault(change, []).append(department)
    for change, departments in by_change.items():
        Department.objects.filter(id__in=departments).update(count=F("count") + change)
    return bool(moved)
