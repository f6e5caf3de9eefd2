"""Tables of pricing: the price history, append-only, and the VAT rates that the merchant stated."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from comptoir.kernel.ids import new_id


class Price(models.Model):
    """One line of history. No foreign key: the proof (PRI-1) outlives the article and the channel."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    variant_id = models.UUIDField()
    channel = models.CharField(max_length=64)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    mode = models.CharField(max_length=5)
    valid_from = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gte=0), name="pricing_price_not_negative"),
            models.CheckConstraint(condition=Q(mode__in=("gross", "net")), name="pricing_price_mode_known"),
        )
        indexes = (models.Index(fields=["variant_id", "channel", "valid_from"], name="pricing_price_in_force"),)


class StatedTaxRate(models.Model):
    """A VAT rate of the merchant's own, beside those of `rules/vat.toml`. Append-only."""

    country = models.CharField(max_length=8)
    tax_class = models.CharField(max_length=20)
    rate_bp = models.IntegerField()
    since = models.DateField()
    source = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(rate_bp__gte=0, rate_bp__lte=10_000), name="pricing_rate_in_range"),
        )
        indexes = (models.Index(fields=["country", "tax_class", "since"], name="pricing_rate_in_force"),)
