"""Rows that belong together but stand apart: kept on disk, given back group by group in bounded memory."""

from __future__ import annotations

import hashlib
import os
import tempfile
from array import array
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Self

import msgspec

_NONE = (1 << 64) - 1


class Spool:
    """Groups of rows by key, in the order in which each key was first met; some 150 bytes of memory a key.

    Rows are maps of texts. A row remembers where the one before it in its group stands: no sorting, no index.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._file = self._stack.enter_context(os.fdopen(unnamed_file(), "w+b"))
        self._encoder, self._decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder()
        self._groups: dict[bytes, int] = {}
        self._last = array("Q")
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def __len__(self) -> int:
        return len(self._groups)

    def __contains__(self, key: str) -> bool:
        return _digest(key) in self._groups

    def add(self, key: str, row: dict[str, Any]) -> None:
        """Keep a row under `key`."""
        group = self._groups.setdefault(_digest(key), len(self._groups))
        before = _NONE
        if group < len(self._last):
            before, self._last[group] = self._last[group], self._end
        else:
            self._last.append(self._end)
        written = self._encoder.encode(row)
        self._file.seek(self._end)
        self._file.write(before.to_bytes(8, "little") + len(written).to_bytes(4, "little") + written)
        self._end += 12 + len(written)

    def groups(self) -> Iterator[list[dict[str, Any]]]:
        """The rows of each key, in the order they came."""
        for last in self._last:
            yield self._chain(last)

    def rows(self, key: str) -> list[dict[str, Any]]:
        """The rows of one key, in the order they came; none when it was never met."""
        group = self._groups.get(_digest(key))
        return [] if group is None else self._chain(self._last[group])

    def _chain(self, offset: int) -> list[dict[str, Any]]:
        found = []
        while offset != _NONE:
            self._file.seek(offset)
            before, length = self._file.read(8), int.from_bytes(self._file.read(4), "little")
            found.append(self._decoder.decode(self._file.read(length)))
            offset = int.from_bytes(before, "little")
        found.reverse()
        return found


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=12).digest()


class Tape:
    """Rows of cells with their line numbers, kept on disk and read from the start as often as wanted."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._file = self._stack.enter_context(os.fdopen(unnamed_file(), "w+b"))
        self._encode, self._decode = (
            msgspec.msgpack.Encoder().encode,
            msgspec.msgpack.Decoder(tuple[int, list[str]]).decode,
        )
        self._count = 0

    def add(self, line: int, cells: list[str]) -> None:
        """Keep one row."""
        written = self._encode((line, cells))
        self._file.seek(0, os.SEEK_END)
        self._file.write(len(written).to_bytes(4, "little") + written)
        self._count += 1

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row, in the order they came."""
        place = 0
        for _ in range(self._count):
            self._file.seek(place)
            length = int.from_bytes(self._file.read(4), "little")
            yield self._decode(self._file.read(length))
            place += 4 + length


def unnamed_file() -> int:
    """A file that is gone with its last reader, even after a kill."""
    descriptor, path = tempfile.mkstemp(prefix="comptoir-import-")
    os.unlink(path)
    return descriptor
