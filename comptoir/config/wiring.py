"""Who listens to what, and what runs when: the tables of the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comptoir.config.switches import Switch
from comptoir.kernel import upkeep
from comptoir.kernel.events import Event
from comptoir.shop.cart import jobs as cart_jobs
from comptoir.shop.catalogue import events as catalogue_events
from comptoir.shop.catalogue import reactions as catalogue_reactions
from comptoir.shop.exchange import jobs as exchange_jobs
from comptoir.shop.inventory import events as inventory_events
from comptoir.shop.inventory import jobs as inventory_jobs
from comptoir.shop.pricing import events as pricing_events
from comptoir.shop.search import events as search_events
from comptoir.shop.search import jobs as search_jobs
from comptoir.shop.search import reactions as search_reactions
from comptoir.shop.shelf import events as shelf_events
from comptoir.shop.shelf import jobs as shelf_jobs
from comptoir.shop.shelf import reactions as shelf_reactions

REACTIONS: Mapping[type[Event], tuple[Callable[[Any], None], ...]] = {
    catalogue_events.MediaAttached: (catalogue_reactions.render_pictures,),
    catalogue_events.ProductsChanged: (shelf_reactions.products_changed, catalogue_reactions.score_changed_sheets),
    catalogue_events.CategoriesChanged: (shelf_reactions.categories_changed,),
    catalogue_events.VocabularyChanged: (
        shelf_reactions.vocabulary_changed,
        catalogue_reactions.score_sheets_of_changed_words,
    ),
    pricing_events.PricesChanged: (shelf_reactions.prices_changed,),
    pricing_events.TaxRateDefined: (shelf_reactions.tax_rate_defined,),
    inventory_events.StockChanged: (shelf_reactions.stock_changed,),
    inventory_events.PlacesChanged: (shelf_reactions.places_changed,),
    shelf_events.CardsChanged: (search_reactions.index_changed_cards,),
    search_events.SynonymsChanged: (search_reactions.learn_synonyms,),
}
"""Event -> the functions of `<room>/reactions.py` that hear it, each idempotent."""

PERIODIC: tuple[tuple[str, str, Any], ...] = (
    ("kernel.forget_old_work", "17 3 * * *", upkeep.forget_old_work),
    ("inventory.check_books", "23 4 * * *", inventory_jobs.check_books),
    ("cart.purge_carts", "43 4 * * *", cart_jobs.purge_carts),
    ("shelf.refresh_due", "* * * * *", shelf_jobs.refresh_due),
    ("search.check_indexes", "* * * * *", search_jobs.check_indexes),
    ("exchange.forget_old_runs", "29 4 * * *", exchange_jobs.forget_old_runs),
    ("search.forget_old_searches", "41 3 * * *", search_jobs.forget_old_searches),
)
"""(name, cron expression in Europe/Paris, task of `<room>/jobs.py`): what runs when, on one process of the house."""

SWITCHES = tuple(switch.value for switch in Switch)
"""What can be turned off."""
