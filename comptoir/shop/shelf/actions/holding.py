"""Takes hold of channels before their shelf is written."""

from __future__ import annotations

from collections.abc import Sequence

from comptoir.shop.shelf.locks import lock_channels
from comptoir.shop.shelf.models import Generation


def hold_channels(channels: Sequence[str]) -> dict[str, Generation]:
    """Hold the generation rows of these channels until the transaction ends; a missing one is made."""
    held = lock_channels(channels)
    missing = [code for code in sorted(channels) if code not in held]
    if not missing:
        return held
    Generation.objects.bulk_create(
        [Generation(channel=code, number=0, menu=0) for code in missing], ignore_conflicts=True
    )
    return lock_channels(channels)
