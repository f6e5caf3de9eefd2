"""Tables of search: what was searched, what words mean the same, which articles wait to be indexed."""

from __future__ import annotations

from django.db import models

from comptoir.kernel.ids import new_id


class LoggedSearch(models.Model):
    """One search as the server saw it: no person, no address, no session. Forgotten after a time."""

    id = models.UUIDField(primary_key=True, default=new_id)
    at = models.DateTimeField(db_index=True)
    channel = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    words = models.CharField(max_length=200)
    key = models.CharField(max_length=200)  # the words folded, so that "Vélo" and "velo" are counted together
    filters = models.JSONField(default=dict)
    results = models.PositiveIntegerField()
    consent = models.CharField(max_length=12)
    took_ms = models.PositiveIntegerField()
    corrected = models.CharField(max_length=200, blank=True)
    relaxed = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["channel", "language", "at"], name="search_logged_when"),)

    def __str__(self) -> str:
        return f"{self.words} ({self.results})"


class Synonym(models.Model):
    """Words of one language that find what says any of `means`; both ways round unless said otherwise."""

    id = models.UUIDField(primary_key=True, default=new_id)
    language = models.CharField(max_length=12)
    words = models.CharField(max_length=120)
    means = models.JSONField(default=list)
    both_ways = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["language", "words"], name="search_synonym_once"),)

    def __str__(self) -> str:
        return f"{self.words} = {', '.join(self.means)}"


class WaitingArticle(models.Model):
    """An article whose cards changed since it was last indexed on a channel. `mark` tells a later change apart."""

    channel = models.CharField(max_length=40)
    product = models.UUIDField()
    mark = models.UUIDField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["channel", "product"], name="search_waiting_once"),)

    def __str__(self) -> str:
        return f"{self.channel} {self.product}"
