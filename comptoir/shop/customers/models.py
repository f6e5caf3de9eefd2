"""Tables of the customers' room: people, and the append-only list of their consents."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from comptoir.kernel.ids import new_id


class Customer(models.Model):
    """Somebody, known by a normalised address."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.CharField(max_length=254, unique=True)
    email_typed = models.CharField(max_length=254)
    language = models.CharField(max_length=8)
    created_at = models.DateTimeField()


class ConsentRecord(models.Model):
    """One answer. Never changed: a change of mind is another row; erased only when its subject is forgotten."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, related_name="+")
    visitor = models.CharField(max_length=64, blank=True)
    purpose = models.CharField(max_length=40)
    granted = models.BooleanField()
    wording = models.CharField(max_length=60)
    source = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(customer__isnull=False, visitor="") | Q(customer__isnull=True) & ~Q(visitor=""),
                name="customers_consent_one_subject",
            ),
        )
        indexes = (
            models.Index(fields=["customer", "purpose", "id"], name="customers_consent_customer"),
            models.Index(fields=["visitor", "purpose", "id"], name="customers_consent_visitor"),
        )
