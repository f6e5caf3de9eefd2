"""Categories. `parent` is the truth; links are its closure, rebuilt from it under the tree lock."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from comptoir.kernel.ids import new_id


class Category(models.Model):
    """A node of the tree."""

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.CharField(max_length=64, unique=True)
    label = models.JSONField()
    description = models.JSONField(default=dict)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="catalogue_category_not_own_parent"
            ),
        )


class CategoryLink(models.Model):
    """One ancestor of one category, itself included at depth 0."""

    ancestor = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="+")
    depth = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["descendant", "ancestor"], name="catalogue_one_link_per_pair"),)
