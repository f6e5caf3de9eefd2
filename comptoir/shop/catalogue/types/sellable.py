"""What selling needs to know of one variant on one channel, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types.articles import NetQuantity
from comptoir.shop.catalogue.types.ids import ProductId, VariantId


@dataclass(frozen=True, slots=True)
class Sellable:
    """One variant as a channel sells it. `sold`: active, of an active product, published on that channel.

    `options` maps option code to value code. `country` (whose VAT applies) and `currency` are the channel's.
    """

    variant: VariantId
    product: ProductId
    sku: str
    name: Text
    options: Mapping[str, str]
    tax_class: str
    net_quantity: NetQuantity | None
    sold: bool
    country: str
    currency: str
