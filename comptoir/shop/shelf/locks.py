"""Locks of the shelf: rebuilds of one channel queue for its generation row."""

from __future__ import annotations

from collections.abc import Sequence

from comptoir.shop.shelf.models import Generation


def lock_channels(channels: Sequence[str]) -> dict[str, Generation]:
    """The generation rows of these channels, locked in code order until the transaction ends; missing ones left out.

    Who holds the row reads what rooms below have committed so far: an older reading never overwrites a newer one.
    """
    rows = Generation.objects.select_for_update().filter(channel__in=channels).order_by("channel")
    return {row.channel: row for row in rows}
