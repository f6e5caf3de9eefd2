"""Pictures and documents of articles; the original is kept, renditions are made from it."""

from __future__ import annotations

from django.db import models

from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue.models.article import Product, Variant


class Media(models.Model):
    """One file of a product or of one variant. `digest` is the SHA-256 of the original, which also names it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=12)
    digest = models.CharField(max_length=64)
    original = models.CharField(max_length=200)
    filename = models.CharField(max_length=160)
    mime = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    alt = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)
    renditions = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["product", "digest"],
                condition=models.Q(variant__isnull=True),
                name="catalogue_file_once_per_product",
            ),
            models.UniqueConstraint(
                fields=["variant", "digest"],
                condition=models.Q(variant__isnull=False),
                name="catalogue_file_once_per_variant",
            ),
        )
