"""Tables of the kernel, one file per idea."""

from comptoir.kernel.models.journal import JournalEntry
from comptoir.kernel.models.outbox import OutboxEvent

__all__ = ["JournalEntry", "OutboxEvent"]
