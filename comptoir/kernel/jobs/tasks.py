"""What a task of ours promises besides the django-tasks API: attempts, a time-out, a dedupe key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, ParamSpec, Self, TypeVar

from django_tasks import task
from django_tasks.base import Task

__all__ = ["ShopTask", "task"]

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopTask(Task[P, T], Generic[P, T]):
    """A task with its promises, given to the decorator: `@task(max_attempts=3, timeout_s=60)`.

    `dedupe`: a job that waits with the same arguments is enough; asking again returns it. `dedupe_key` (see `using`)
    names what must not wait twice. A job that already runs never counts: what it has read may be out of date.
    """

    max_attempts: int = 5
    timeout_s: float = 900.0
    dedupe: bool = False
    dedupe_key: str | None = None

    def using(
        self,
        *,
        priority: int | None = None,
        queue_name: str | None = None,
        run_after: datetime | None = None,
        backend: str | None = None,
        dedupe_key: str | None = None,
    ) -> Self:
        """The same task with other settings for the jobs enqueued through it."""
        changed = super(ShopTask, self).using(
            priority=priority, queue_name=queue_name, run_after=run_after, backend=backend
        )
        return replace(changed, dedupe_key=dedupe_key) if dedupe_key else changed
