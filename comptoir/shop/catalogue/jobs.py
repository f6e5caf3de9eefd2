"""Background work of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from comptoir.kernel.jobs import task
from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.types import MediaId, ProductId

GATE = "system:gate"


@task(dedupe=True)
def render_media(media: str) -> int:
    """Make the renditions of one picture."""
    return actions.make_renditions(MediaId(UUID(media)))


@task(dedupe=True)
def score_sheets(products: Sequence[str]) -> int:
    """Judge sheets again, keep their scores, hide those that the law no longer lets be shown."""
    return _judge([ProductId(UUID(one)) for one in products])


@task(dedupe=True)
def score_sheets_of(noun: str, code: str) -> int:
    """Judge again every sheet of a family or a brand; gives how many scores were written."""
    written, after = 0, None
    while True:
        named = {noun: code}
        some = queries.list_products_of(family=named.get("family"), brand=named.get("brand"), after=after)
        if not some:
            return written
        written += _judge(some)
        after = some[-1]


def _judge(products: Sequence[ProductId]) -> int:
    actions.recheck_products(products, actor=GATE)
    return actions.score_sheets(products)
