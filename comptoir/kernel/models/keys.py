"""Table of the API keys."""

from django.db import models

from comptoir.kernel.ids import new_id


class ApiKey(models.Model):
    """A key that a program shows to the API. Its token is kept as a digest; a publishable one also in clear."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=3)  # "pub" or "sec"
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, unique=True)
    shown = models.CharField(max_length=80)
    channel = models.CharField(max_length=60, blank=True)
    scopes = models.JSONField(default=list)
    origins = models.JSONField(default=list)
    created_at = models.DateTimeField()
    last_used_on = models.DateField(null=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
