"""JSON lines and flat XML, one object at a time with its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

import msgspec

from comptoir.shop.exchange.errors import TooManyFaults, UnreadableFile
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.source import Source, check_sizes
from comptoir.shop.exchange.formats.reading.text import lines
from comptoir.shop.exchange.types import Severity, Trouble

Object = tuple[int, dict[str, Any]]


def json_objects(source: Source, encoding: str) -> Iterator[Object | Trouble]:
    """One JSON object a line. A line that is not one is told and passed over."""
    faults = 0
    for line in lines(source, encoding):
        flaw, found = line.flaw, None
        if not flaw and line.text.strip("\ufeff \t\r\n"):
            flaw, found = _decode(line.text)
        if flaw:
            faults += 1
            if faults > limits.FAULTS:
                raise TooManyFaults(file=source.name, faults=faults, line=line.number)
            yield Trouble(source.name, line.number, Severity.ERROR, flaw)
        elif found is not None:
            yield line.number, found


def _decode(text: str) -> tuple[str, dict[str, Any] | None]:
    try:
        found = msgspec.json.decode(text.lstrip("\ufeff").encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError, ValueError):
        return "not_json", None
    return ("", found) if isinstance(found, dict) else ("not_an_object", None)


class _Children:
    """Gathers each child of the root as {"": tag, attribute or sub-element: text}; refuses any document type.

    An entity bomb needs a DTD to declare its entities: no catalogue has one, so none is read (as defusedxml does).
    """

    def __init__(self, name: str) -> None:
        self.root, self.ready = "", list[Object]()
        self._name = name
        self._path: list[str] = []
        self._current: dict[str, Any] = {}
        self._text: list[str] = []
        self._line = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def _refuse_doctype(self, *_: object) -> None:
        raise UnreadableFile(file=self._name, reason="declares a document type", line=self.parser.CurrentLineNumber)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(tag)
        self._text.clear()
        if len(self._path) == 1:
            self.root = tag
        elif len(self._path) == 2:
            self._line = self.parser.CurrentLineNumber
            self._current = {"": tag, **attributes}
        elif len(self._path) > limits.DEPTH:
            raise UnreadableFile(file=self._name, reason="nested too deep", line=self.parser.CurrentLineNumber)

    def _end(self, tag: str) -> None:
        if len(self._path) == 3:
            self._current[tag] = "".join(self._text).strip()
        elif len(self._path) == 2:
            self.ready.append((self._line, self._current))
        self._path.pop()
        self._text.clear()


def xml_objects(source: Source) -> Iterator[Object]:
    """The children of the root of a flat XML file, in order; a document type, which entities need, is refused."""
    children = _Children(source.name)
    size = 0
    with source.open() as stream:
        while piece := stream.read(1 << 16):
            size += len(piece)
            check_sizes(source.name, packed=size, unpacked=size, most=limits.XML_BYTES)
            _feed(children, source.name, piece)
            yield from children.ready
            children.ready.clear()
        _feed(children, source.name, b"", last=True)
    yield from children.ready


def _feed(children: _Children, name: str, piece: bytes, *, last: bool = False) -> None:
    try:
        children.parser.Parse(piece, last)
    except expat.ExpatError as fault:
        raise UnreadableFile(file=name, reason=f"not well-formed XML: {fault}", line=fault.lineno) from fault


def xml_root(source: Source) -> str:
    """The name of the root element; "" when the file does not begin as XML."""
    children = _Children(source.name)
    with source.open() as stream:
        try:
            children.parser.Parse(stream.read(1 << 14))
        except expat.ExpatError:
            return children.root
    return children.root
