"""The pictures that stand beside tables, in their zip or folder: one at a time, never more than the limit."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.source import UNPACKING_FAULTS
from comptoir.shop.exchange.rules.pictures import is_place


class Album:
    """Opens each zip once. What `load` gives may be one byte longer than a picture can be: too long, and unread."""

    def __init__(self, homes: Iterable[Path]) -> None:
        self._homes = tuple(homes)
        self._stack = ExitStack()
        self._zips: list[zipfile.ZipFile] = []

    def __enter__(self) -> Self:
        for home in self._homes:
            if home.is_file():
                with suppress(*UNPACKING_FAULTS):
                    self._zips.append(self._stack.enter_context(zipfile.ZipFile(home)))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def load(self, name: str) -> bytes | None:
        """The file of that name; None when it is not there, cannot be unpacked, or the name leads elsewhere."""
        if not is_place(name):
            return None
        with suppress(KeyError, *UNPACKING_FAULTS):
            for archive in self._zips:
                with archive.open(name) as packed:
                    return packed.read(limits.PICTURE_BYTES + 1)
            for home in self._homes:
                if (home / name).is_file():
                    with (home / name).open("rb") as stream:
                        return stream.read(limits.PICTURE_BYTES + 1)
        return None
