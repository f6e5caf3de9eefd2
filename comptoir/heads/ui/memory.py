"""Fragments written once: found again by what their arguments hold, or by which object they are."""

from __future__ import annotations

import functools
from collections.abc import Callable

MOST = 2048
CHARS_MOST = 24_000_000
_PLAIN = (str, int, bool, type(None))

_written: dict[tuple[object, ...], tuple[tuple[object, ...], str]] = {}


@functools.lru_cache(maxsize=MOST)
def remember(macro: Callable[..., str], *arguments: object) -> str:
    """What a macro gives for these arguments, once: a filter or a menu shown again is not written again.

    Arguments are frozen values compared by what they hold, so nothing remembered can be out of date.
    """
    return macro(*arguments)


def recall(macro: Callable[..., str], *arguments: object) -> str:
    """As `remember`, for frozen objects that come back as themselves (cards): ten times cheaper than comparing them.

    The objects are kept with what was written, so an identity is never that of another.
    """
    key = (macro, *[one if isinstance(one, _PLAIN) else id(one) for one in arguments])
    found = _written.get(key)
    if found is None:
        found = (arguments, macro(*arguments))
        if len(_written) >= MOST or _Held.chars > CHARS_MOST:
            _written.clear()
            _Held.chars = 0
        _written[key] = found
        _Held.chars += len(found[1])
    return found[1]


class _Held:
    """How much is written, in characters: strangers choose how long a fragment is (filters travel in its links)."""

    chars = 0
