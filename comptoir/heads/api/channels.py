"""The channel asked about, and the language to answer in."""

from __future__ import annotations

from django.db import connection

from comptoir.heads.api.errors import ParametersRefused
from comptoir.heads.api.problems import Fault
from comptoir.kernel import clock
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Channel

KEPT_S = 2.0

_kept: dict[str, tuple[float, Channel]] = {}


def find_channel(code: str) -> Channel:
    """The channel of that code, read again every two seconds; always inside a transaction. Refuses ChannelNotFound."""
    at = clock.monotonic()
    kept = _kept.get(code)
    if kept is not None and at - kept[0] < KEPT_S and not connection.in_atomic_block:
        return kept[1]
    channel = catalogue.find_channel(code)
    if not connection.in_atomic_block:
        _kept[code] = (at, channel)
    return channel


def choose_language(channel: str, asked: str) -> str:
    """The language asked, or the channel's first one. Refuses ParametersRefused for one that is not the channel's."""
    languages = find_channel(channel).languages
    if not asked:
        return languages[0]
    if asked not in languages:
        detail = f"This channel speaks {', '.join(languages)}."
        raise ParametersRefused(errors=[Fault(parameter="language", detail=detail)])
    return asked
