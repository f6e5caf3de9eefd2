"""Work of the shelf that runs by itself."""

from __future__ import annotations

from comptoir.shop.shelf import actions


def refresh_due() -> None:
    """Each minute: rebuild what a dated price or a changed word made due."""
    actions.refresh_due()
