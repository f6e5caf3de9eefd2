"""Put written drafts on the channels they are meant for, as far as the gate lets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from comptoir.shop.catalogue.actions.product_plan import ProductPlan
from comptoir.shop.catalogue.actions.publication import write_shown
from comptoir.shop.catalogue.queries.products import load_products
from comptoir.shop.catalogue.queries.quality import read_sheets
from comptoir.shop.catalogue.queries.vocabulary import list_channels
from comptoir.shop.catalogue.rules import judging
from comptoir.shop.catalogue.types import ProductId, SheetFault


@dataclass(slots=True)
class Shown:
    """Products whose channels changed, and what kept others back: product, then channel, then faults."""

    changed: set[UUID] = field(default_factory=set)
    held_back: dict[UUID, dict[str, tuple[SheetFault, ...]]] = field(default_factory=dict)


def settle_channels(plans: Sequence[ProductPlan], channels: Mapping[UUID, set[str]], *, actor: str) -> Shown:
    """Show and hide what the drafts ask for; a sheet that changed passes the gate again, even where it was shown.

    `channels` are those each product was shown on. Reads only for sheets that changed or are to appear somewhere.
    """
    shown = Shown()
    shown.held_back = _refused([plan for plan in plans if _must_pass(plan, channels.get(plan.row.id, set()))])
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


def _refused(plans: Sequence[ProductPlan]) -> dict[UUID, dict[str, tuple[SheetFault, ...]]]:
    if not plans:
        return {}
    places = {channel.code: channel for channel in list_channels()}
    wanted = {plan.row.id: plan.draft.channels for plan in plans}
    found: dict[UUID, dict[str, tuple[SheetFault, ...]]] = {}
    for sheet in read_sheets(load_products([ProductId(one) for one in wanted])):
        for channel in wanted[sheet.product.id]:
            faults = judging.gate(sheet, places[channel])
            if faults:
                found.setdefault(sheet.product.id, {})[channel] = faults
    return found
