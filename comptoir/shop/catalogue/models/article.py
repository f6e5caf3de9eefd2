"""Articles: a product, what is bought of it, where it is placed and shown."""

from __future__ import annotations

from django.db import models

from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue.models.tree import Category
from comptoir.shop.catalogue.models.vocabulary import Brand, Channel, Family


class Product(models.Model):
    """One article. Texts are {language: text}, so that a new language needs no migration."""

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.CharField(max_length=64, unique=True)
    status = models.CharField(max_length=12)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.JSONField()
    summary = models.JSONField(default=dict)
    description = models.JSONField(default=dict)
    seo_title = models.JSONField(default=dict)
    seo_description = models.JSONField(default=dict)
    attributes = models.JSONField(default=dict)
    legal = models.JSONField(default=dict)
    options = models.JSONField(default=list)
    tax_class = models.CharField(max_length=32)
    custom = models.JSONField(default=dict)
    # Print of the longest description: finds in one indexed look-up the sheets that say the same.
    description_print = models.CharField(max_length=32, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()


class Variant(models.Model):
    """What is bought. `options_key` spells its options in one order, so that the database keeps them unique."""

    id = models.UUIDField(primary_key=True, default=new_id)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    sku = models.CharField(max_length=64, null=True, unique=True)
    gtin = models.CharField(max_length=14, null=True, db_index=True)
    options = models.JSONField(default=dict)
    options_key = models.CharField(max_length=400)
    attributes = models.JSONField(default=dict)
    weight_g = models.PositiveIntegerField(null=True)
    length_mm = models.PositiveIntegerField(null=True)
    width_mm = models.PositiveIntegerField(null=True)
    height_mm = models.PositiveIntegerField(null=True)
    net_amount = models.CharField(max_length=32, null=True)
    net_unit = models.CharField(max_length=24, null=True)
    position = models.PositiveIntegerField(default=0)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["product", "options_key"], name="catalogue_options_unique_per_product"),
        )


class Placement(models.Model):
    """A product in a category; `position` 0 is its main category, the one its trail of crumbs starts from."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["product", "category"], name="catalogue_placed_once_per_category"),
        )


class Publication(models.Model):
    """A product shown on a channel: since when, by whom. No row, not shown."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    actor = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["product", "channel"], name="catalogue_published_once_per_channel"),
        )
