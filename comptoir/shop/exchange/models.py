"""Import runs: where each stands, and what was said of its lines."""

from __future__ import annotations

from django.db import models

from comptoir.kernel.ids import new_id


class ImportRun(models.Model):
    """One import of one book with one set of options. A run left "running" is taken up again at its cursor."""

    id = models.UUIDField(primary_key=True, default=new_id)
    fingerprint = models.CharField(max_length=64, db_index=True)
    format = models.CharField(max_length=40)
    files = models.JSONField()
    options = models.JSONField()
    dry_run = models.BooleanField()
    status = models.CharField(max_length=12)
    total = models.PositiveIntegerField(default=0)
    cursor = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    # Trouble key -> [severity, how often, how many kept as lines]: reports stay small whatever the file.
    tallies = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    actor = models.CharField(max_length=120)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=models.Q(status="running", dry_run=False),
                name="exchange_one_running_import_per_book",
            ),
        )


class ImportLine(models.Model):
    """Something said of a line of a file."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=120)
    line = models.PositiveIntegerField()
    severity = models.CharField(max_length=8)
    code = models.CharField(max_length=60)
    facts = models.JSONField()
