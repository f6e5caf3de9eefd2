"""The only writers of carts. What proves that a cart is yours is its secret, never its id (docs/ownership.md)."""

from comptoir.shop.cart.actions.adding import add_line
from comptoir.shop.cart.actions.lines import move_to_cart, remove_line, restore_line, save_for_later, set_quantity
from comptoir.shop.cart.actions.merging import merge_carts
from comptoir.shop.cart.actions.noticing import see_notices
from comptoir.shop.cart.actions.whole import empty_cart, keep_cart, open_cart, purge_carts

__all__ = [
    "add_line",
    "empty_cart",
    "keep_cart",
    "merge_carts",
    "move_to_cart",
    "open_cart",
    "purge_carts",
    "remove_line",
    "restore_line",
    "save_for_later",
    "see_notices",
    "set_quantity",
]
