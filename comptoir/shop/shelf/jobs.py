"""Work of the shelf that runs by itself."""

from __future__ import annotations

from comptoir.kernel.jobs import task
from comptoir.shop.shelf import actions


@task(max_attempts=2, dedupe=True)
def refresh_due() -> None:
    """Each minute: rebuild what a dated price or a changed word made due."""
    actions.refresh_due()
