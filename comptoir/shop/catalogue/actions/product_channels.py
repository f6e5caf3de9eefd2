"""Put written drafts on the channels they are meant for, as far as the gate lets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from comptoir.shop.catalogue.actions.product_plan import ProductPlan
from comptoir.shop.catalogue.actions.publication import write_shown
from comptoir.shop.catalogue.models import Brand
from comptoir.shop.catalogue.queries.products import read_product, read_variant
from comptoir.shop.catalogue.queries.quality import SheetWords, read_sheets
from comptoir.shop.catalogue.queries.vocabulary import list_channels
from comptoir.shop.catalogue.rules import judging
from comptoir.shop.catalogue.rules.drafts import Vocabulary
from comptoir.shop.catalogue.types import CategoryId, Product, SheetFault


@dataclass(slots=True)
class Shown:
    """Products whose channels changed, and what kept others back: product, then channel, then faults."""

    changed: set[UUID] = field(default_factory=set)
    held_back: dict[UUID, dict[str, tuple[SheetFault, ...]]] = field(default_factory=dict)


def settle_channels(
    plans: Sequence[ProductPlan], channels: Mapping[UUID, set[str]], vocabulary: Vocabulary, *, actor: str
) -> Shown:
    """Show and hide what the drafts ask for; a sheet that changed passes the gate again, even where it was shown.

    `channels` are those each product was shown on. Reads only for sheets that changed or are to appear somewhere.
    """
    shown = Shown()
    judged = [plan for plan in plans if _must_pass(plan, channels.get(plan.row.id, set()))]
    if judged:
        shown.held_back = _refused(judged, SheetWords(vocabulary.families, vocabulary.attributes))
    show: list[tuple[UUID, str]] = []
    hide: list[tuple[UUID, str]] = []
    for plan in plans:
        one = plan.row.id
        was = channels.get(one, set())
        may = set(plan.draft.channels) - set(shown.held_back.get(one, {}))
        show.extend((one, channel) for channel in sorted(may - was))
        hide.extend((one, channel) for channel in sorted(was - may))
    write_shown(show, hide, actor=actor)
    shown.changed = {one for one, _ in (*show, *hide)}
    return shown


def _must_pass(plan: ProductPlan, was: set[str]) -> bool:
    wanted = set(plan.draft.channels)
    return bool(wanted) and (plan.differs or not wanted <= was)


def _refused(plans: Sequence[ProductPlan], words: SheetWords) -> dict[UUID, dict[str, tuple[SheetFault, ...]]]:
    places = {channel.code: channel for channel in list_channels()}
    brands = Brand.objects.in_bulk({plan.row.brand_id for plan in plans if plan.row.brand_id is not None})
    wanted = {plan.row.id: plan.draft.channels for plan in plans}
    found: dict[UUID, dict[str, tuple[SheetFault, ...]]] = {}
    for sheet in read_sheets([_as_written(plan, brands) for plan in plans], words):
        for channel in wanted[sheet.product.id]:
            faults = judging.gate(sheet, places[channel])
            if faults:
                found.setdefault(sheet.product.id, {})[channel] = faults
    return found


def _as_written(plan: ProductPlan, brands: Mapping[UUID, Brand]) -> Product:
    """The article as its rows say it, without reading them again; its slugs and channels play no part in the gate."""
    return read_product(
        plan.row,
        brand=brands[plan.row.brand_id] if plan.row.brand_id is not None else None,
        variants=tuple(read_variant(row) for row in plan.variants),
        categories=tuple(CategoryId(one) for one in plan.draft.categories),
        channels=(),
        slugs={},
    )
