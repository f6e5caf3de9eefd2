"""Whether the files of an index are whole: their checksums when first read, their sizes before each search."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import Pointer, read_pointer
from comptoir.shop.search.engines.index.schema import field_names, fingerprint

PARTS = (".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm")
"""The files of each segment."""
BESIDE = ("labels.json", "words.json")
_MAGIC = 1337
_verified: set[Seen] = set()
_VERIFIED_MOST = 4_096


class Seen(NamedTuple):
    """A file as it was when it was opened."""

    path: str
    size: int
    modified: int


class Current(NamedTuple):
    """The version of an index that the pointer names, looked over."""

    pointer: Pointer
    folder: Path
    files: tuple[Seen, ...]


def find_current(place: Path) -> Current:
    """The version in use; raises IndexUnavailable when it is missing, damaged, or was made with other fields or words.

    Told before anything is asked of it, and without opening it.
    """
    pointer = read_pointer(place)
    if pointer is None:
        raise IndexUnavailable(f"no index at {place.name}")
    if pointer.fingerprint != fingerprint():
        raise IndexUnavailable(f"made by another version: {place.name}")
    folder = place / pointer.folder
    files = list_files(folder)
    verify(files)
    return Current(pointer, folder, files)


def list_files(folder: Path) -> tuple[Seen, ...]:
    """The files of the segments in use; raises IndexUnavailable when the list itself cannot be read or lacks fields."""
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        missing = field_names() - {field["name"] for field in meta["schema"]}
        if missing:
            raise IndexUnavailable(f"made without the fields {', '.join(sorted(missing))}: {folder.name}")
        segments = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
        with os.scandir(folder) as entries:
            found = {entry.name: entry.stat() for entry in entries if entry.is_file()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexUnavailable(f"{folder.name}: {error}") from error
    lost = {*BESIDE, *(segment + part for segment in segments for part in PARTS)} - found.keys()
    if lost:
        raise IndexUnavailable(f"missing: {folder.name}/{min(lost)}")
    return tuple(
        Seen(str(folder / name), stat.st_size, stat.st_mtime_ns)
        for name, stat in found.items()
        if name.split(".")[0] in segments
    )


def see(path: Path) -> Seen:
    """A file as it is now."""
    found = path.stat()
    return Seen(str(path), found.st_size, found.st_mtime_ns)


def unchanged(files: Sequence[Seen]) -> bool:
    """Whether every file is still as it was. A file cut short under a memory map kills the process that reads it."""
    try:
        for path, size, modified in files:
            found = os.stat(path)
            if found.st_size != size or found.st_mtime_ns != modified:
                return False
    except OSError:
        return False
    return True


def verify(files: Sequence[Seen]) -> None:
    """Check the checksum that closes each file not checked yet; raises IndexUnavailable for a damaged one."""
    for seen in files:
        if seen in _verified:
            continue
        if not _whole(seen.path):
            raise IndexUnavailable(f"damaged: {seen.path}")
        if len(_verified) >= _VERIFIED_MOST:
            _verified.clear()
        _verified.add(seen)


def _whole(path: str) -> bool:
    try:
        content = memoryview(Path(path).read_bytes())
        length, magic = int.from_bytes(content[-8:-4], "little"), int.from_bytes(content[-4:], "little")
        if magic != _MAGIC or length > len(content) - 8:
            return False
        footer = json.loads(bytes(content[-8 - length : -8]))
        return bool(zlib.crc32(content[: -8 - length]) == footer["crc"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


@contextmanager
def guarded() -> Iterator[None]:
    """Turn whatever the engine trips over, panics of its native code included, into IndexUnavailable."""
    trap = _Trap()
    with trap:
        yield
    if trap.reason is not None:
        raise IndexUnavailable(trap.reason)


class _Trap:
    """A panic is no `Exception` and cannot be named in an except clause; it can be recognised on the way out."""

    reason: str | None = None

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if kind is None or not (kind.__name__ == "PanicException" or issubclass(kind, (ValueError, OSError))):
            return False
        self.reason = f"{kind.__name__}: {error}"
        return True
