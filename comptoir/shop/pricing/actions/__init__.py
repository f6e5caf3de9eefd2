"""The only writers of prices and VAT rates."""

from comptoir.shop.pricing.actions.prices import set_prices
from comptoir.shop.pricing.actions.rates import define_tax_rate

__all__ = ["define_tax_rate", "set_prices"]
