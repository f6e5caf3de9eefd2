"""Tables of the cart: the cart, the secrets that open it, its lines."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from comptoir.kernel.ids import new_id


class Cart(models.Model):
    """What somebody means to buy. Without `customer` it is anonymous. `version` grows with each act on its lines."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    customer = models.ForeignKey("customers.Customer", on_delete=models.CASCADE, null=True, related_name="+")
    channel = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    language = models.CharField(max_length=8)
    version = models.IntegerField(default=1)
    opened_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["customer", "channel"], condition=Q(customer__isnull=False), name="cart_one_per_customer"
            ),
        )


class CartKey(models.Model):
    """SHA-256 of a secret that opens a cart: one for a guest's browser, one per device of a customer."""

    secret_hash = models.CharField(primary_key=True, max_length=64)
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()


class CartLine(models.Model):
    """So many pieces of one variant, to buy or saved for later. A removed line stays a day, to be put back.

    No foreign key to the variant: an article erased from the catalogue is told as withdrawn, with the `name` it had.
    `seen_price` (minor units), `seen_available` (None: not yet) and `seen_sold` are what the shopper was last told.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="+", db_index=False)
    variant_id = models.UUIDField()
    product_id = models.UUIDField()
    name = models.JSONField(default=dict)
    quantity = models.IntegerField()
    saved = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True)
    seen_price = models.BigIntegerField()
    seen_available = models.IntegerField(null=True)
    seen_sold = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["cart", "variant_id", "saved"], name="cart_line_once_per_variant"),
            models.CheckConstraint(condition=Q(quantity__gte=1, quantity__lte=999), name="cart_line_quantity_in_range"),
        )
        indexes = (
            models.Index(fields=["removed_at"], condition=Q(removed_at__isnull=False), name="cart_line_removed"),
        )
