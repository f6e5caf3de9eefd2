"""What the catalogue does of its own news, later: pictures to resize, sheets to score again."""

from __future__ import annotations

from comptoir.shop.catalogue import jobs
from comptoir.shop.catalogue.events import MediaAttached, ProductsChanged, VocabularyChanged


def render_pictures(event: MediaAttached) -> None:
    """Have the renditions of a new picture made."""
    if event.media_kind == "picture":
        jobs.render_media.enqueue(str(event.media))


def score_changed_sheets(event: ProductsChanged) -> None:
    """Have the sheets that changed judged again."""
    jobs.score_sheets.enqueue([str(one) for one in event.products])


def score_sheets_of_changed_words(event: VocabularyChanged) -> None:
    """Have every sheet of a family or brand that changed judged again: what it must say or inherits is another."""
    if event.noun in {"family", "brand"}:
        for code in event.codes:
            jobs.score_sheets_of.enqueue(event.noun, code)
