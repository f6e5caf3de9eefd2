"""Tables of the inventory: places, three numbers per variant and place, the movements that explain them, receipts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from comptoir.kernel.ids import new_id


class Place(models.Model):
    """A warehouse or a shop."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    address = models.JSONField(default=dict)
    sells_online = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=("warehouse", "shop")), name="inventory_place_kind_known"),
        )


class StockItem(models.Model):
    """The numbers of one variant at one place. `short`: promised pieces that a shelf count showed missing."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    variant_id = models.UUIDField()
    on_hand = models.IntegerField(default=0)
    allocated = models.IntegerField(default=0)
    held = models.IntegerField(default=0)
    short = models.IntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["variant_id", "place"], name="inventory_item_once_per_place"),
            models.CheckConstraint(
                condition=Q(on_hand__gte=0, allocated__gte=0, held__gte=0), name="inventory_item_none_negative"
            ),
            models.CheckConstraint(
                condition=Q(short=0, on_hand__gte=F("allocated") + F("held"))
                | Q(short__gt=0, short=F("allocated") + F("held") - F("on_hand")),
                name="inventory_item_never_promised_twice",
            ),
        )
        indexes = (models.Index(fields=["place", "variant_id"], condition=Q(short__gt=0), name="inventory_item_short"),)


class StockMovement(models.Model):
    """One change of one stock item, append-only; the sum of its deltas is the item."""

    variant_id = models.UUIDField()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20)
    on_hand = models.IntegerField(default=0)
    allocated = models.IntegerField(default=0)
    held = models.IntegerField(default=0)
    ref = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    actor = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["variant_id", "place", "id"], name="inventory_movement_item"),)


class Receipt(models.Model):
    """Goods received from a supplier on one delivery note."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    supplier = models.CharField(max_length=200)
    reference = models.CharField(max_length=120)
    received_on = models.DateField()
    paid_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["supplier", "reference"], name="inventory_receipt_once_per_reference"),
        )


class ReceiptLine(models.Model):
    """So many pieces of a variant at a unit cost before tax, in minor units of `currency`."""

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="+")
    variant_id = models.UUIDField(db_index=True)
    quantity = models.IntegerField()
    unit_cost = models.BigIntegerField()
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(quantity__gt=0, unit_cost__gte=0), name="inventory_receipt_line_sound"),
        )
