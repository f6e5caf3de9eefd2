"""What the catalogue does of its own news, later: pictures to resize, sheets to score again."""

from __future__ import annotations

from comptoir.shop.catalogue import jobs
from comptoir.shop.catalogue.events import MediaAttached, ProductsChanged


def render_pictures(event: MediaAttached) -> None:
    """Have the renditions of a new picture made."""
    if event.media_kind == "picture":
        jobs.render_media.enqueue(str(event.media))


def score_changed_sheets(event: ProductsChanged) -> None:
    """Have the sheets that changed judged again."""
    jobs.score_sheets.enqueue([str(one) for one in event.products])
