"""The table of announced events."""

from django.db import models


class OutboxEvent(models.Model):
    """An announced event, written in the transaction that made it true; the relay fans it out."""

    kind = models.CharField(max_length=80)
    about = models.CharField(max_length=120)
    payload = models.JSONField()
    at = models.DateTimeField()
    relayed_at = models.DateTimeField(null=True, db_index=True)
