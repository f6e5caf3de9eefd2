"""Tables of the outbox."""

from django.db import models

_PENDING = models.Q(done_at__isnull=True, stuck_at__isnull=True)


class OutboxEvent(models.Model):
    """An announced event, written in the transaction that made it true; the relay fans it out."""

    kind = models.CharField(max_length=80)
    about = models.CharField(max_length=120)
    payload = models.JSONField()
    at = models.DateTimeField()
    relayed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["id"], name="outbox_unrelayed", condition=models.Q(relayed_at__isnull=True)),
            models.Index(fields=["relayed_at"], name="outbox_relayed"),
        )


class OutboxDelivery(models.Model):
    """One event to be told to one subscriber. A lane is (subscriber, about); each lane is told in order of id.

    `lease` and `lease_until`: who is telling it now. `stuck_at`: given up after many attempts; it then steps aside.
    """

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="+")
    subscriber = models.CharField(max_length=120)
    about = models.CharField(max_length=120)
    next_try_at = models.DateTimeField()
    attempts = models.IntegerField(default=0)
    lease = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)
    stuck_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["event", "subscriber"], name="one_delivery_per_subscriber"),)
        indexes = (
            models.Index(fields=["id"], name="delivery_pending", condition=_PENDING),
            models.Index(fields=["subscriber", "about", "id"], name="delivery_lane", condition=_PENDING),
            models.Index(
                fields=["stuck_at"],
                name="delivery_stuck",
                condition=models.Q(done_at__isnull=True, stuck_at__isnull=False),
            ),
        )
