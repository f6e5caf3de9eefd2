"""Background work of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from comptoir.kernel.jobs import task
from comptoir.shop.catalogue import actions
from comptoir.shop.catalogue.types import MediaId, ProductId


@task(dedupe=True)
def render_media(media: str) -> int:
    """Make the renditions of one picture."""
    return actions.make_renditions(MediaId(UUID(media)))


@task(dedupe=True)
def score_sheets(products: Sequence[str]) -> int:
    """Judge sheets again and keep their scores."""
    return actions.score_sheets([ProductId(UUID(one)) for one in products])
