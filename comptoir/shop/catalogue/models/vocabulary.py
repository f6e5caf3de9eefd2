"""The words of the merchant. Codes never change, so they are the keys; lists always read whole are JSON."""

from __future__ import annotations

from django.db import models

from comptoir.kernel.ids import new_id


class Channel(models.Model):
    """A place of sale."""

    code = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=120)
    currency = models.CharField(max_length=3)
    country = models.CharField(max_length=2)
    languages = models.JSONField()
    price_mode = models.CharField(max_length=8)


class Attribute(models.Model):
    """A typed attribute; `choices` is an ordered list of {code, label}."""

    code = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=16)
    label = models.JSONField()
    unit = models.CharField(max_length=24, null=True)
    choices = models.JSONField(default=list)
    facet = models.BooleanField(default=False)
    searchable = models.BooleanField(default=True)


class Option(models.Model):
    """What a shopper chooses between variants; `values` is an ordered list of {code, label}."""

    code = models.CharField(max_length=64, primary_key=True)
    label = models.JSONField()
    values = models.JSONField()


class Family(models.Model):
    """A product family; `attributes` is an ordered list of {attribute, required}."""

    code = models.CharField(max_length=64, primary_key=True)
    label = models.JSONField()
    attributes = models.JSONField(default=list)
    regimes = models.JSONField(default=list)


class Brand(models.Model):
    """A maker's name, with the legal values its sheets inherit."""

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    legal = models.JSONField(default=dict)


class CustomField(models.Model):
    """A field of the merchant's own, private unless said otherwise."""

    code = models.CharField(max_length=64, primary_key=True)
    label = models.JSONField()
    public = models.BooleanField(default=False)
