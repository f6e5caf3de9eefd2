"""What selling needs to know of variants, in one statement: the read behind every price and every cart."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from comptoir.kernel import sql
from comptoir.shop.catalogue.types import NetQuantity, ProductId, ProductStatus, Sellable, VariantId

MOST = 500
_SELLABLES = """
SELECT v.id, v.product_id, v.sku, p.name, v.options, p.tax_class, v.net_amount, v.net_unit,
  v.active AND p.status = %s AND shown.id IS NOT NULL, c.country, c.currency
FROM catalogue_channel c CROSS JOIN catalogue_variant v
JOIN catalogue_product p ON p.id = v.product_id
LEFT JOIN catalogue_publication shown ON shown.product_id = p.id AND shown.channel_id = c.code
WHERE c.code = %s AND v.id IN (<keys>)
"""


def list_sellables(variants: Collection[VariantId], channel: str) -> Mapping[VariantId, Sellable]:
    """Each variant as this channel sells it, or no longer does; unknown variants, or all of an unknown channel, are
    left out. One statement per 500 variants."""
    ids, found = list(variants), {}
    for start in range(0, len(ids), MOST):
        chunk = ids[start : start + MOST]
        rows = sql.fetch(sql.among(_SELLABLES, chunk), [ProductStatus.ACTIVE.value, channel, *chunk])
        for variant, product, sku, name, options, tax_class, amount, unit, sold, country, currency in rows:
            sellable = Sellable(
                variant=VariantId(sql.read_uuid(variant)),
                product=ProductId(sql.read_uuid(product)),
                sku=sku or "",
                name=sql.read_json(name),
                options=sql.read_json(options),
                tax_class=tax_class,
                net_quantity=NetQuantity(amount, unit) if amount and unit else None,
                sold=bool(sold),
                country=country,
                currency=currency,
            )
            found[sellable.variant] = sellable
    return found
