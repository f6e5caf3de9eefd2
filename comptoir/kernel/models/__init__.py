"""Tables of the kernel, one file per idea."""

from comptoir.kernel.models.jobs import Job, JobStatus, PeriodicRun
from comptoir.kernel.models.journal import JournalEntry
from comptoir.kernel.models.keys import ApiKey
from comptoir.kernel.models.ledger import LedgerEntry, LedgerHead
from comptoir.kernel.models.outbox import OutboxDelivery, OutboxEvent
from comptoir.kernel.models.switches import SwitchState

__all__ = [
    "ApiKey",
    "Job",
    "JobStatus",
    "JournalEntry",
    "LedgerEntry",
    "LedgerHead",
    "OutboxDelivery",
    "OutboxEvent",
    "PeriodicRun",
    "SwitchState",
]
