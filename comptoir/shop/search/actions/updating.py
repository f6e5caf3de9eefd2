"""The index follows the shelf: changed articles wait in a table, and are written together a moment later."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock
from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import ProductId
from comptoir.shop.search.actions import feed
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import home, note_late, writing
from comptoir.shop.search.engines.index.reading import look_again
from comptoir.shop.search.engines.index.soundness import guarded
from comptoir.shop.search.engines.index.writing import Pen, continue_in_place
from comptoir.shop.search.models import WaitingArticle
from comptoir.shop.shelf import queries as shelf

CHUNK = 500
WAIT_S = 15.0


def note_changes(products: Sequence[UUID], *, channel: str) -> None:
    """These articles must be indexed again on this channel. No journal: the shelf's change is the fact."""
    with transaction.atomic():
        WaitingArticle.objects.bulk_create(
            [WaitingArticle(channel=channel, product=product, mark=new_id()) for product in sorted(set(products))],
            update_conflicts=True,
            unique_fields=["channel", "product"],
            update_fields=["mark"],
        )


def apply_changes(channel: str) -> tuple[str, ...]:
    """Write every waiting article of a channel into its indexes, as the shelf shows it now.

    Tells the languages whose index was not there or not sound: they need `rebuild_index`. An article that changes
    again meanwhile waits again. Raises WriterBusy when another process keeps writing.
    """
    broken: set[str] = set()
    languages = catalogue.find_channel(channel).languages
    while waiting := list(WaitingArticle.objects.filter(channel=channel).order_by("id")[:CHUNK]):
        products = [row.product for row in waiting]
        for language in languages:
            if language not in broken and not _write(channel, language, products):
                broken.add(language)
        marks = [row.mark for row in waiting]
        WaitingArticle.objects.filter(channel=channel, mark__in=marks).delete()
    return tuple(sorted(broken))


def _write(channel: str, language: str, products: Sequence[UUID]) -> bool:
    place = home(channel, language)
    with writing(place, wait_s=WAIT_S):
        note_late(place, products)
        try:
            with guarded():
                pen = continue_in_place(place)
                put_articles(pen, channel, language, products)
                feed.gather_labels(pen.labels, channel, language)
                pen.seal()
        except IndexUnavailable:
            return False
    look_again(channel, language)
    return True


def put_articles(pen: Pen, channel: str, language: str, products: Sequence[UUID]) -> None:
    """Write these articles as the shelf shows them; those it does not show are taken out."""
    at = int(clock.now().timestamp())
    for start in range(0, len(products), CHUNK):
        asked = products[start : start + CHUNK]
        sheets = shelf.list_sheets_of([ProductId(product) for product in asked], channel, language)
        shown = {sheet.product for sheet in sheets}
        pen.strike([product for product in asked if product not in shown])
        feed.note_labels(pen.labels, sheets)
        pen.put(feed.row_of(sheet, language, at) for sheet in sheets)
