"""What pricing refuses."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, NotFound, Refusal


class NoPrice(NotFound):
    """The variant has no price in force on this channel. Facts: `variant`, `channel`."""

    code = "pricing.no_price"


class MissingTaxRate(Refusal):
    """No VAT rate is known for this class in this country: never taken for zero. Facts: `country`, `tax_class`."""

    code = "pricing.missing_tax_rate"


class UnknownTaxClass(InvalidInput):
    """No VAT class has this name. Facts: `tax_class`."""

    code = "pricing.unknown_tax_class"


class AmountOutOfRange(InvalidInput):
    """A price is negative or enormous. Facts: `minor`, `most`."""

    code = "pricing.amount_out_of_range"


class UnknownPriceMode(InvalidInput):
    """A price is neither "gross" nor "net". Facts: `mode`."""

    code = "pricing.unknown_price_mode"


class CurrencyNotOfChannel(InvalidInput):
    """A price is in another currency than its channel. Facts: `channel`, `currency`, `expected`."""

    code = "pricing.currency_not_of_channel"


class HistoryIsWritten(Refusal):
    """A price or rate would begin in the past of what is already recorded (PRI-1). Facts: `valid_from`, `now`."""

    code = "pricing.history_is_written"


class TooManyAtOnce(InvalidInput):
    """More prices than one call takes. Facts: `given`, `most`."""

    code = "pricing.too_many_at_once"


class RateOutOfRange(InvalidInput):
    """A VAT rate is not from 0 to 100 %. Facts: `rate_bp`."""

    code = "pricing.rate_out_of_range"
