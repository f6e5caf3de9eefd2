"""Locks of the shelf: rebuilds of one channel queue for its generation row."""

from __future__ import annotations

from collections.abc import Iterable

from comptoir.shop.shelf.models import Generation


def hold_channels(channels: Iterable[str]) -> dict[str, Generation]:
    """Hold the generation rows of these channels, in code order, until the transaction ends; missing ones are made.

    Who holds the row reads what rooms below have committed so far, so an older reading never overwrites a newer one.
    """
    codes = sorted(set(channels))
    held = {row.channel: row for row in _locked(codes)}
    missing = [code for code in codes if code not in held]
    if missing:
        Generation.objects.bulk_create(
            [Generation(channel=code, number=0, menu=0) for code in missing], ignore_conflicts=True
        )
        held = {row.channel: row for row in _locked(codes)}
    return held


def _locked(codes: list[str]) -> list[Generation]:
    return list(Generation.objects.select_for_update().filter(channel__in=codes).order_by("channel"))
