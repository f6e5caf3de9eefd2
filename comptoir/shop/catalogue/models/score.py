"""Scores of sheets as last judged, kept so that the weakest can be listed without judging all."""

from __future__ import annotations

from django.db import models

from comptoir.shop.catalogue.models.article import Product
from comptoir.shop.catalogue.models.vocabulary import Channel


class SheetScore(models.Model):
    """Completeness and quality of one product on one channel in one language, with the faults found."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)
    completeness = models.PositiveSmallIntegerField()
    quality = models.PositiveSmallIntegerField()
    blocked = models.BooleanField()
    faults = models.JSONField(default=list)
    judged_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["product", "channel", "language"], name="catalogue_one_score_per_product_channel_language"
            ),
        )
        indexes = (models.Index(fields=["channel", "language", "quality"], name="catalogue_weakest_first"),)
