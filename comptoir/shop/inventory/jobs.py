"""Periodic work of the inventory."""

from __future__ import annotations

from comptoir.kernel.jobs import task
from comptoir.shop.inventory import actions


@task(max_attempts=2, dedupe=True)
def check_books() -> dict[str, int]:
    """Prove each night that stock is the sum of its movements (B1)."""
    return {"differences": actions.check_books(actor="system:inventory.check_books")}
