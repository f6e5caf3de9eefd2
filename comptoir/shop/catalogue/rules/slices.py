"""Cut long lists of values into what one statement takes (SQLite binds at most 32,766)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

AT_ONCE = 5_000
T = TypeVar("T")


def in_slices(values: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The values in lists of at most `size`; none when there is no value."""
    left = iter(values)
    while chunk := list(islice(left, size)):
        yield chunk
