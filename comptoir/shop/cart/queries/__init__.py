"""Reading carts: the view of its owner, and whether one waits for somebody who comes back."""

from comptoir.shop.cart.queries.view import find_cart
from comptoir.shop.cart.queries.waiting import count_pieces, find_cart_id, find_welcome

__all__ = ["count_pieces", "find_cart", "find_cart_id", "find_welcome"]
