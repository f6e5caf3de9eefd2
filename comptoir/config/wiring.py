"""Who listens to what, and what runs when: the tables of the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comptoir.config.switches import Switch
from comptoir.kernel import upkeep
from comptoir.kernel.events import Event
from comptoir.shop.catalogue import events as catalogue_events
from comptoir.shop.catalogue import reactions as catalogue_reactions

REACTIONS: Mapping[type[Event], tuple[Callable[[Any], None], ...]] = {
    catalogue_events.MediaAttached: (catalogue_reactions.render_pictures,),
    catalogue_events.ProductsChanged: (catalogue_reactions.score_changed_sheets,),
}
"""Event -> the functions of `<room>/reactions.py` that hear it, each idempotent."""

PERIODIC: tuple[tuple[str, str, Any], ...] = (("kernel.forget_old_work", "17 3 * * *", upkeep.forget_old_work),)
"""(name, cron expression in Europe/Paris, task of `<room>/jobs.py`): what runs when, on one process of the house."""

SWITCHES = tuple(switch.value for switch in Switch)
"""What can be turned off."""
