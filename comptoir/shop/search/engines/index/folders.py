"""Where an index lives: versions in folders of their own, and one small pointer to the one in use."""

from __future__ import annotations

import functools
import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock
from pathlib import Path
from typing import TextIO
from uuid import UUID

import msgspec
from django.conf import settings

from comptoir.kernel import clock, ids
from comptoir.shop.search.engines.index.errors import WriterBusy

_SAFE = re.compile(r"[^A-Za-z0-9-]")


class Pointer(msgspec.Struct, frozen=True):
    """Which folder is read, at which generation; `fingerprint` is of the fields and words it was written with."""

    folder: str
    generation: int
    fingerprint: str = ""


def home(channel: str, language: str) -> Path:
    """The folder of one channel and language, whatever letters their codes hold."""
    return _home(str(settings.SEARCH_ROOT), channel, language)


@functools.lru_cache(maxsize=256)
def _home(root: str, channel: str, language: str) -> Path:
    return Path(root) / f"{_safe(channel)}.{_safe(language)}"


def _safe(code: str) -> str:
    return _SAFE.sub(lambda letter: f"_{ord(letter[0]):x}", code)


def read_pointer(place: Path) -> Pointer | None:
    """The pointer, or None when there is none that can be read."""
    try:
        return msgspec.json.decode((place / "current.json").read_bytes(), type=Pointer)
    except (OSError, msgspec.DecodeError, ValueError):
        return None


def sealed_at(place: Path) -> float:
    """When the version in use was sealed, in epoch seconds; 0 when there is none."""
    try:
        return (place / "current.json").stat().st_mtime
    except OSError:
        return 0.0


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader sees the old one or the new one."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with beside.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)


def point(place: Path, pointer: Pointer) -> None:
    """Make `pointer` the one that readers follow."""
    write_whole(place / "current.json", msgspec.json.encode(pointer))


def new_folder(place: Path) -> Path:
    """An empty folder for a version being built."""
    folder = place / ids.new_id().hex
    folder.mkdir(parents=True)
    return folder


def drop_others(place: Path, kept: set[str]) -> None:
    """Remove the versions that nobody is pointed to any more; what is still open stays readable to who has it."""
    for folder in place.iterdir():
        if folder.is_dir() and folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def writing(place: Path, *, wait_s: float = 0.0, name: str = "writer") -> Iterator[None]:
    """Be the only writer of this index on this machine; raises WriterBusy when another still is after `wait_s`."""
    place.mkdir(parents=True, exist_ok=True)
    until = clock.monotonic() + wait_s
    with (place / f"{name}.lock").open("w") as lock:
        while not _locked(lock):
            if clock.monotonic() >= until:
                raise WriterBusy(place.name)
            time.sleep(0.05)
        try:
            yield
        finally:
            flock(lock, LOCK_UN)


def _locked(lock: TextIO) -> bool:
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True


def begin_late(place: Path) -> None:
    """From now on, until `take_late`, articles changed in the version in use are noted for the one being built."""
    write_whole(place / "late.txt", b"")


def note_late(place: Path, products: Iterable[UUID]) -> None:
    """Note changed articles, if a version is being built."""
    late = place / "late.txt"
    if late.exists():
        with late.open("a", encoding="ascii") as stream:
            stream.writelines(f"{product.hex}\n" for product in products)


def take_late(place: Path) -> tuple[UUID, ...]:
    """The articles noted since `begin_late`, each once; the noting ends."""
    late = place / "late.txt"
    noted = dict.fromkeys(line for line in late.read_text(encoding="ascii").split() if len(line) == 32)
    late.unlink()
    return tuple(UUID(hex=line) for line in noted)
