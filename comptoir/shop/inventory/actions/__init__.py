"""The only writers of stock: places, receipts, counts, and what is held, allocated or sent off."""

from comptoir.shop.inventory.actions.audits import check_books
from comptoir.shop.inventory.actions.counts import count_stock
from comptoir.shop.inventory.actions.places import define_place
from comptoir.shop.inventory.actions.receipts import mark_receipt_paid, receive
from comptoir.shop.inventory.actions.takes import allocate, deallocate, depart, hold, release

__all__ = [
    "allocate",
    "check_books",
    "count_stock",
    "deallocate",
    "define_place",
    "depart",
    "hold",
    "mark_receipt_paid",
    "receive",
    "release",
]
