"""What the cart refuses."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, NotFound, Refusal


class CartNotFound(NotFound):
    """No cart has this secret: never had, emptied, forgotten after 90 days, or forged. No facts."""

    code = "cart.not_found"


class LineNotFound(NotFound):
    """The cart has no such line. Facts: `line`."""

    code = "cart.line_not_found"


class CartChanged(Refusal):
    """Another tab changed the cart since the version stated. Facts: `version`, the one it has now."""

    code = "cart.changed"


class NotForSale(Refusal):
    """The article is unknown, withdrawn or without a price on this channel. Facts: `variant`."""

    code = "cart.not_for_sale"


class QuantityOutOfRange(InvalidInput):
    """A number of pieces that is no whole number in the range taken. Facts: `quantity`, `least`, `most`."""

    code = "cart.quantity_out_of_range"


class CartFull(Refusal):
    """The cart has as many lines as one can have. Facts: `most`."""

    code = "cart.full"
