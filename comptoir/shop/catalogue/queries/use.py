"""Whether articles use a word, before it changes under them."""

from __future__ import annotations

from django.db.models import Q, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from comptoir.shop.catalogue.models import Product, Variant


def holds_attribute(code: str) -> bool:
    """Whether any article has a value of this attribute."""
    held = Q(attributes__has_key=code)
    return Product.objects.filter(held).exists() or Variant.objects.filter(held).exists()


def holds_choice(code: str, choice: str) -> bool:
    """Whether any article has this choice of this attribute, alone or among others."""
    held = Q(attributes__has_key=code)
    said = Cast(KeyTextTransform(code, "attributes"), TextField())
    chosen = Q(said=choice) | Q(said__contains=f'"{choice}"')
    products = Product.objects.filter(held).annotate(said=said).filter(chosen)
    return products.exists() or Variant.objects.filter(held).annotate(said=said).filter(chosen).exists()


def holds_option_value(code: str, value: str) -> bool:
    """Whether any variant, sleeping ones included, is chosen by this value of this option."""
    said = Cast(KeyTextTransform(code, "options"), TextField())
    return Variant.objects.filter(options__has_key=code).annotate(said=said).filter(said=value).exists()
