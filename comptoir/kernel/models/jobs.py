"""Tables of the jobs: the queue with its results and progress, and when each periodic line runs next."""

from django.db import models

from comptoir.kernel.ids import new_id


class JobStatus(models.TextChoices):
    READY = "READY"
    RUNNING = "RUNNING"
    SUCCESSFUL = "SUCCESSFUL"
    FAILED = "FAILED"


class Job(models.Model):
    """One piece of background work, from its request to its result, which is kept a bounded time.

    `dedupe_key`: at most one READY job holds a given key. `lease` and `lease_until`: which worker runs it now.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    task = models.CharField(max_length=200)
    queue = models.CharField(max_length=60)
    priority = models.SmallIntegerField(default=0)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    dedupe_key = models.CharField(max_length=200, null=True)
    status = models.CharField(max_length=10, choices=JobStatus.choices, default=JobStatus.READY)
    attempts = models.IntegerField(default=0)
    run_after = models.DateTimeField()
    enqueued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    last_attempted_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    worker_ids = models.JSONField(default=list)
    errors = models.JSONField(default=list)
    result = models.JSONField(null=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    message = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["dedupe_key"], name="one_waiting_job_per_key", condition=models.Q(status=JobStatus.READY)
            ),
        )
        indexes = (
            models.Index(
                fields=["-priority", "run_after", "id"], name="job_ready", condition=models.Q(status=JobStatus.READY)
            ),
            models.Index(fields=["lease_until"], name="job_running", condition=models.Q(status=JobStatus.RUNNING)),
            models.Index(fields=["finished_at"], name="job_finished", condition=models.Q(finished_at__isnull=False)),
        )


class PeriodicRun(models.Model):
    """When one line of the PERIODIC table runs next; whoever moves `next_at` forward is the one who enqueues."""

    name = models.CharField(max_length=120, primary_key=True)
    cron = models.CharField(max_length=120)
    next_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)
