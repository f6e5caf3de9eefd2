"""What the inventory refuses."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, NotFound, Refusal


class UnknownPlace(NotFound):
    """No place has this code. Facts: `place`."""

    code = "inventory.unknown_place"


class UnknownReceipt(NotFound):
    """No receipt has this id. Facts: `receipt`."""

    code = "inventory.unknown_receipt"


class NotEnoughStock(Refusal):
    """Fewer free pieces than asked. Facts: `variant`, `asked`, `free`."""

    code = "inventory.not_enough_stock"


class NotPromised(Refusal):
    """More pieces given back or sent off than were held or allocated. Facts: `variant`, `asked`, `promised`."""

    code = "inventory.not_promised"


class QuantityOutOfRange(InvalidInput):
    """A number of pieces that is no whole number in the range taken. Facts: `quantity`, `least`, `most`."""

    code = "inventory.quantity_out_of_range"


class TooManyAtOnce(InvalidInput):
    """More rows than one call takes. Facts: `given`, `most`."""

    code = "inventory.too_many_at_once"


class ReceiptConflict(Refusal):
    """The supplier's reference is already recorded with other contents. Facts: `supplier`, `reference`."""

    code = "inventory.receipt_conflict"


class ReceiptUnreadable(InvalidInput):
    """A receipt lacks its supplier, its reference or its lines, or repeats a variant. Facts: `field`."""

    code = "inventory.receipt_unreadable"


class PlaceUnreadable(InvalidInput):
    """A place lacks its code or name, or its kind is unknown. Facts: `field`."""

    code = "inventory.place_unreadable"
