"""The kernel's own periodic work."""

from __future__ import annotations

from comptoir.kernel import clock, outbox
from comptoir.kernel.jobs import queue, task


@task(max_attempts=2, dedupe=True)
def forget_old_work() -> dict[str, int]:
    """Forget told events and finished jobs after their fortnight."""
    at = clock.now()
    return {"events": outbox.prune(at=at), "jobs": queue.prune(at=at)}
