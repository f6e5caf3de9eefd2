"""What selling needs to know of variants, in one statement: the read behind every price and every cart."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery

from comptoir.shop.catalogue.models import Channel, Publication, Variant
from comptoir.shop.catalogue.types import NetQuantity, ProductId, ProductStatus, Sellable, VariantId

MOST = 500


def list_sellables(variants: Collection[VariantId], channel: str) -> Mapping[VariantId, Sellable]:
    """Each variant as this channel sells it, or no longer does; unknown variants, or all of an unknown channel, are
    left out. One statement per 500 variants."""
    ids, found = list(variants), {}
    for start in range(0, len(ids), MOST):
        for row in _rows(channel).filter(id__in=ids[start : start + MOST]):
            variant, product, sku, name, options, tax_class, amount, unit, sold, country, currency = row
            found[VariantId(variant)] = Sellable(
                variant=VariantId(variant),
                product=ProductId(product),
                sku=sku or "",
                name=name,
                options=options,
                tax_class=tax_class,
                net_quantity=NetQuantity(amount, unit) if amount and unit else None,
                sold=sold,
                country=country,
                currency=currency,
            )
    return found


def _rows(channel: str) -> Any:
    shown = Exists(Publication.objects.filter(product_id=OuterRef("product_id"), channel_id=channel))
    place = Channel.objects.filter(code=channel)
    sold = ExpressionWrapper(
        Q(active=True, product__status=ProductStatus.ACTIVE.value) & Q(shown), output_field=BooleanField()
    )
    # The channel's two facts are scalar subqueries: evaluated once, they spare every caller a look-up of the channel.
    return (
        Variant.objects.annotate(
            sold=sold, country=Subquery(place.values("country")), currency=Subquery(place.values("currency"))
        )
        .filter(currency__isnull=False)
        .values_list(
            "id",
            "product_id",
            "sku",
            "product__name",
            "options",
            F("product__tax_class"),
            "net_amount",
            "net_unit",
            "sold",
            "country",
            "currency",
        )
    )
