"""Addresses: every slug an object ever had leads to the one it has now."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Q


class Slug(models.Model):
    """A slug of one kind and language, kept for ever; exactly one per object and language is current."""

    kind = models.CharField(max_length=16)
    language = models.CharField(max_length=8)
    slug = models.CharField(max_length=160)
    object_id: models.UUIDField[UUID, UUID] = models.UUIDField()
    current = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["kind", "slug", "language"], name="catalogue_slug_leads_to_one"),
            models.UniqueConstraint(
                fields=["object_id", "kind", "language"], condition=Q(current=True), name="catalogue_one_current_slug"
            ),
        )
