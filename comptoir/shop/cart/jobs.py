"""Periodic work of the cart."""

from __future__ import annotations

from comptoir.kernel.jobs import task
from comptoir.shop.cart import actions


@task(max_attempts=2, dedupe=True)
def purge_carts() -> dict[str, int]:
    """Erase carts that nobody touched for 90 days, and lines removed over a day ago."""
    return {"erased": actions.purge_carts()}
