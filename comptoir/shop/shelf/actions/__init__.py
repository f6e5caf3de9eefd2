"""The only writers of the shelf. Nothing is decided here, so nothing is journalled: it is all told by rooms below."""

from comptoir.shop.shelf.actions.departments import rebuild_categories
from comptoir.shop.shelf.actions.due import heed_vocabulary, mark_all_due, mark_due_below, refresh_due
from comptoir.shop.shelf.actions.rebuilding import rebuild, rebuild_all
from comptoir.shop.shelf.actions.touching import reprice, restock

__all__ = [
    "heed_vocabulary",
    "mark_all_due",
    "mark_due_below",
    "rebuild",
    "rebuild_all",
    "rebuild_categories",
    "refresh_due",
    "reprice",
    "restock",
]
