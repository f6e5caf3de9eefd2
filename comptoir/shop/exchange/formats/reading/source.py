"""Opening files: plain, gzip, zip, XLSX or a folder of them, never more unpacked than the limits say."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from comptoir.shop.exchange.errors import FileTooLarge, PackedTooTightly, UnreadableFile
from comptoir.shop.exchange.formats.reading import limits

UNPACKING_FAULTS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
_READ_SUFFIXES = (".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json", ".xml", ".xlsx", ".gz", ".zip")


@dataclass(frozen=True, slots=True)
class Source:
    """One readable file: `open` gives its bytes from the start, unpacked and bounded.

    `home` is the zip or the folder that it stands in, with the pictures that its rows name.
    """

    name: str
    open: Callable[[], BinaryIO]
    workbook: bool = False
    home: Path | None = None


class _Bounded(io.RawIOBase):
    """Counts what comes out of a decompressor, and turns its faults into refusals."""

    def __init__(self, stream: BinaryIO, name: str, *, packed: int) -> None:
        self._stream, self._name, self._packed, self._read = stream, name, max(packed, 1), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        try:
            piece = self._stream.read(len(view))
        except UNPACKING_FAULTS as fault:
            raise UnreadableFile(file=self._name, reason=f"damaged: {fault}"[:200]) from fault
        self._read += len(piece)
        check_sizes(self._name, packed=self._packed, unpacked=self._read, most=limits.UNPACKED_BYTES)
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        super().close()


def check_sizes(name: str, *, packed: int, unpacked: int, most: int) -> None:
    """Refuse a file that is too large unpacked, or packed too tightly to be honest."""
    if unpacked > most:
        raise FileTooLarge(file=name, limit_bytes=most)
    if unpacked > limits.RATIO_FROM and unpacked > packed * limits.RATIO:
        raise PackedTooTightly(file=name, packed_bytes=packed, limit_ratio=limits.RATIO)


def open_sources(paths: tuple[str, ...]) -> tuple[Source, ...]:
    """Every readable file behind `paths`, in order; folders and zip files give theirs by name."""
    found: list[Source] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(child for child in path.iterdir() if child.is_file())
            for child in inside[: limits.MEMBERS]:
                if child.name.lower().endswith(_READ_SUFFIXES):
                    found += _open_file(child)
        else:
            found += _open_file(path)
    if not found:
        raise UnreadableFile(file=", ".join(Path(path).name for path in paths), reason="nothing to read in it")
    return tuple(found)


def _open_file(path: Path) -> list[Source]:
    name = path.name
    try:
        with path.open("rb") as stream:
            magic = stream.read(4)
        size = path.stat().st_size
    except OSError as fault:
        raise UnreadableFile(file=name, reason=fault.strerror or "cannot be opened") from fault
    if magic[:2] == b"\x1f\x8b":
        return [_gzip_source(path, size)]
    if magic == b"PK\x03\x04":
        return _zip_sources(path, size)
    check_sizes(name, packed=size, unpacked=size, most=limits.UNPACKED_BYTES)
    return [Source(name, lambda: path.open("rb"), home=path.parent)]


def _gzip_source(path: Path, size: int) -> Source:
    def unpack() -> BinaryIO:
        return io.BufferedReader(_Bounded(cast("BinaryIO", gzip.open(path, "rb")), path.name, packed=size), 1 << 16)

    return Source(path.name.removesuffix(".gz"), unpack)


def _zip_sources(path: Path, size: int) -> list[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except UNPACKING_FAULTS as fault:
        raise UnreadableFile(file=path.name, reason="a damaged zip file") from fault
    workbook = any(member.filename == "xl/workbook.xml" for member in members)
    beside = 0
    if not workbook:
        tables = [member for member in members if member.filename.lower().endswith(_READ_SUFFIXES)]
        members, beside = tables, len(members) - len(tables)
    if len(members) > limits.MEMBERS or beside > limits.PICTURES:
        raise FileTooLarge(file=path.name, limit_files=limits.MEMBERS, limit_pictures=limits.PICTURES)
    most = limits.WORKBOOK_BYTES if workbook else limits.UNPACKED_BYTES
    check_sizes(path.name, packed=size, unpacked=sum(member.file_size for member in members), most=most)
    if workbook:
        _check_members(path, members)
        return [Source(path.name, lambda: path.open("rb"), workbook=True)]
    return [_member_source(path, member) for member in members if not member.filename.startswith("__MACOSX/")]


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Unpack a workbook once, counting: its directory may lie about sizes, and its reader would believe it."""
    for member in members:
        with _member_source(path, member).open() as stream:
            while stream.read(1 << 18):
                pass


def _member_source(path: Path, member: zipfile.ZipInfo) -> Source:
    name = member.filename.rsplit("/", 1)[-1]

    def unpack() -> BinaryIO:
        try:
            with zipfile.ZipFile(path) as archive:  # the member keeps the file open until it is closed itself
                inner = archive.open(member)
        except UNPACKING_FAULTS as fault:
            raise UnreadableFile(file=name, reason=f"cannot be unpacked: {fault}"[:200]) from fault
        bounded = _Bounded(cast("BinaryIO", inner), name, packed=member.compress_size)
        return io.BufferedReader(bounded, 1 << 16)

    if name.lower().endswith((".zip", ".gz", ".xlsx")):
        raise UnreadableFile(file=name, reason="a packed file inside a packed file")
    return Source(name, unpack, home=path)
