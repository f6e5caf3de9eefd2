"""Background work of exchange."""

from __future__ import annotations

from comptoir.kernel.jobs import task
from comptoir.shop.exchange import actions


@task(dedupe=True)
def forget_old_runs() -> int:
    """Keep the reports of imports some thirteen months, and always the latest ones."""
    return actions.forget_runs()
