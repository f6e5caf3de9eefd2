"""What the shelf does when rooms below speak: each reaction may be run twice and then writes nothing."""

from __future__ import annotations

from comptoir.shop.catalogue.events import CategoriesChanged, ProductsChanged, VocabularyChanged
from comptoir.shop.inventory.events import PlacesChanged, StockChanged
from comptoir.shop.pricing.events import PricesChanged, TaxRateDefined
from comptoir.shop.shelf import actions
from comptoir.shop.shelf.jobs import refresh_due


def products_changed(event: ProductsChanged) -> None:
    """Make their cards and sheets anew."""
    actions.rebuild(event.products)


def categories_changed(event: CategoriesChanged) -> None:
    """Lay the menu anew at once; a job follows with the articles below."""
    actions.rebuild_categories()
    _refresh(actions.mark_due_below(event.categories))


def vocabulary_changed(event: VocabularyChanged) -> None:
    """Have the articles that say a changed word rewritten by a job."""
    _refresh(actions.heed_vocabulary(event.noun, event.codes))


def prices_changed(event: PricesChanged) -> None:
    """Rewrite the articles whose dated prices differ."""
    actions.reprice(event.variants, event.channel)


def tax_rate_defined(_event: TaxRateDefined) -> None:
    """Have every article rewritten: prices fixed before tax move with the rate."""
    _refresh(actions.mark_all_due())


def stock_changed(event: StockChanged) -> None:
    """Rewrite the articles whose pieces, as shown, differ."""
    actions.restock(event.variants)


def places_changed(event: PlacesChanged) -> None:
    """Have articles kept at a place that now sells online, or no longer does, rewritten by a job."""
    _refresh(actions.heed_vocabulary("place", event.places))


def _refresh(marked: int) -> None:
    if marked:
        refresh_due.enqueue()
