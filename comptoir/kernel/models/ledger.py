"""Tables of the ledger: books of entries chained by their hashes, and the head of each book."""

from django.db import models


class LedgerEntry(models.Model):
    """One entry of a book; `number` has no gap; `hash` seals the entry and, through `prev_hash`, all before it.

    Append-only: the database itself refuses to change or delete a row.
    """

    book = models.CharField(max_length=60)
    number = models.BigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=80)
    facts = models.JSONField()
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["book", "number"], name="ledger_number"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="ledger_counts_from_one"),
        )


class LedgerHead(models.Model):
    """The last entry of each book: the row that writers queue for."""

    book = models.CharField(max_length=60, primary_key=True)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)
