"""Bytes to lines: the encoding told from the whole file, lines of bounded length with their numbers."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from comptoir.shop.exchange.errors import UnreadableFile
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.source import Source

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ESCAPED_BYTES = re.compile("[\udc80-\udcff]")
_PIECE = 1 << 18
WESTERN = "comptoir_western"


def _as_western(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error(WESTERN, _as_western)


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What a first reading of a whole text file tells. `repaired`: bytes of Windows-1252 within UTF-8."""

    sha256: str
    size: int
    encoding: str
    repaired: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line with its number from 1. `flaw`: "" or why it cannot be used (its text is then empty)."""

    number: int
    text: str
    flaw: str = ""


def survey(source: Source) -> TextFacts:
    """Read a file once, bounded: its digest, size and encoding."""
    digest, size, extra, invalid = hashlib.sha256(), 0, 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    head = b""
    with source.open() as stream:
        while piece := stream.read(_PIECE):
            head = head or piece
            digest.update(piece)
            size += len(piece)
            if not piece.isascii():
                text = decoder.decode(piece)
                extra += len(piece) - len(text)
                invalid += len(_ESCAPED_BYTES.findall(text))
            elif decoder.getstate()[0]:
                invalid += len(_ESCAPED_BYTES.findall(decoder.decode(piece)))
    encoding, repaired = _encoding(head, extra=extra, invalid=invalid)
    _refuse_binary(source.name, head, encoding)
    return TextFacts(digest.hexdigest(), size, encoding, repaired)


def _encoding(head: bytes, *, extra: int, invalid: int) -> tuple[str, int]:
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name, invalid if name == "utf-8-sig" else 0
    for parity, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        sample = head[:2000]
        if len(sample) > 8 and sample[parity::2].count(0) > 0.4 * len(sample) / 2:
            return name, 0
    if invalid == 0:
        return "utf-8", 0
    return ("utf-8", invalid) if extra > 20 * invalid else ("cp1252", 0)


def _refuse_binary(name: str, head: bytes, encoding: str) -> None:
    sample = head[:4096]
    if not encoding.startswith("utf-16") and sample.count(0) > len(sample) // 20:
        raise UnreadableFile(file=name, reason="not a text file")


def lines(source: Source, encoding: str) -> Iterator[Line]:
    """The physical lines of a file. A line too long or holding a NUL comes empty, with its flaw told."""
    with source.open() as stream:
        errors = "replace" if encoding.startswith("utf-16") else WESTERN
        text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
        number = 0
        while piece := text.readline(limits.LINE_CHARS + 1):
            number += 1
            if len(piece) > limits.LINE_CHARS:
                _skip_line(text, piece)
                yield Line(number, "", "line_too_long")
            elif "\x00" in piece:
                yield Line(number, "", "nul_in_line")
            else:
                yield Line(number, piece)


def _skip_line(text: io.TextIOWrapper, piece: str) -> None:
    while piece and not piece.endswith(("\n", "\r")):
        piece = text.readline(limits.LINE_CHARS)
