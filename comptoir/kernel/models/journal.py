"""The table of the journal."""

from django.db import models


class JournalEntry(models.Model):
    """Who did what to what, when, with the values before and after. Append-only."""

    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=120)
    verb = models.CharField(max_length=80)
    about = models.CharField(max_length=120)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = (models.Index(fields=["about", "-id"], name="journal_about"),)
