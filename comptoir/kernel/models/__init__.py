"""Tables of the kernel, one file per idea."""

from comptoir.kernel.models.jobs import Job, JobStatus, PeriodicRun
from comptoir.kernel.models.journal import JournalEntry
from comptoir.kernel.models.outbox import OutboxDelivery, OutboxEvent
from comptoir.kernel.models.switches import SwitchState

__all__ = ["Job", "JobStatus", "JournalEntry", "OutboxDelivery", "OutboxEvent", "PeriodicRun", "SwitchState"]
