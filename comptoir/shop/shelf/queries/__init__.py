"""Reads of the shelf: what heads and the search engine show, one statement each, decoded from stored bytes."""

from comptoir.shop.shelf.queries.freshness import generation
from comptoir.shop.shelf.queries.listing import list_placed
from comptoir.shop.shelf.queries.menu import find_shelf, find_shelf_by_code, list_menu
from comptoir.shop.shelf.queries.naming import list_named
from comptoir.shop.shelf.queries.pages import (
    find_sheet,
    find_sheet_by_product,
    find_sheet_by_sku,
    list_cards,
    list_pieces,
    list_sheets,
    list_sheets_of,
)

__all__ = [
    "find_sheet",
    "find_sheet_by_product",
    "find_sheet_by_sku",
    "find_shelf",
    "find_shelf_by_code",
    "generation",
    "list_cards",
    "list_menu",
    "list_named",
    "list_pieces",
    "list_placed",
    "list_sheets",
    "list_sheets_of",
]
