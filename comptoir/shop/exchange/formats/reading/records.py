"""Lines to records of separated values, as lenient as files are dirty: a broken quote costs its line, not the file."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from comptoir.shop.exchange.errors import TooManyFaults
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.text import Line

DELIMITERS = (";", ",", "\t", "|")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the number of its first line, its cells, and how many lines it takes. `flaw` as in `Line`."""

    line: int
    cells: list[str]
    height: int = 1
    flaw: str = ""


class _Unclosed(Exception):
    """The record being read has grown past its limits: a quotation mark was never closed."""


class RecordReader:
    """Iterates over records; `give_back` reads the later lines of the last record again, each as a record."""

    def __init__(self, source: Iterator[Line], delimiter: str) -> None:
        self._source = source
        self._delimiter = delimiter
        self._ahead: deque[Line] = deque()
        self._taken: list[Line] = []
        self._chars = 0
        self._flawed: list[Line] = []
        self._ended = False
        self._restart = False
        csv.field_size_limit(max(csv.field_size_limit(), 2 * limits.RECORD_CHARS))

    def __iter__(self) -> Iterator[Record]:
        unclosed = 0
        while True:
            try:
                yield from self._read_on()
            except (_Unclosed, csv.Error):
                unclosed += 1
                if unclosed > 100:
                    raise TooManyFaults(faults=unclosed, line=self._taken[0].number, reason="quotes") from None
                yield self._drop_first()
                continue
            if not self._restart:
                return
            self._restart = False

    def give_back(self) -> None:
        """Forget the last record but its first line: what follows is read again."""
        self._ahead.extendleft(reversed(self._taken[1:]))
        self._restart, self._ended = True, False

    def fits(self, width: int) -> bool:
        """Whether some later line of the last record is by itself a record of `width` cells."""
        later = [line.text for line in self._taken[1:200]]
        return any(len(cells) == width for text in later for cells in csv.reader([text], delimiter=self._delimiter))

    def is_crooked(self) -> bool:
        """Whether the last record has words against its quotes: `"open, 1 ... "three"`, two records run together."""
        try:
            list(csv.reader([line.text for line in self._taken], delimiter=self._delimiter, strict=True))
        except csv.Error:
            return True
        return False

    def _read_on(self) -> Iterator[Record]:
        self._taken, self._chars = [], 0
        for cells in csv.reader(self._feed(), delimiter=self._delimiter):
            if self._ended and len(self._taken) > 1 and self._is_open():
                raise _Unclosed
            yield from self._flaws()
            if cells:
                yield Record(self._taken[0].number, cells, len(self._taken))
            if self._restart:
                return
            self._taken, self._chars = [], 0
        yield from self._flaws()

    def _flaws(self) -> Iterator[Record]:
        for line in self._flawed:
            yield Record(line.number, [], 1, line.flaw)
        self._flawed.clear()

    def _feed(self) -> Iterator[str]:
        while (line := self._next_line()) is not None:
            if line.flaw:
                self._flawed.append(line)
                continue
            self._taken.append(line)
            self._chars += len(line.text)
            if self._chars > limits.RECORD_CHARS or len(self._taken) > limits.RECORD_LINES:
                raise _Unclosed
            yield line.text
        self._ended = True

    def _next_line(self) -> Line | None:
        return self._ahead.popleft() if self._ahead else next(self._source, None)

    def _is_open(self) -> bool:
        probe = [*(line.text.rstrip("\r\n") + "\n" for line in self._taken), "\x1aend"]
        return list(csv.reader(probe, delimiter=self._delimiter))[-1] != ["\x1aend"]

    def _drop_first(self) -> Record:
        first = self._taken[0] if self._taken else Line(0, "")
        self._ahead.extendleft(reversed(self._taken[1:]))
        self._ended = False
        return Record(first.number, [], 1, "quote_never_closed")


def find_delimiter(header: str) -> str:
    """The mark that separates the names of a header line: the most frequent one outside quotes."""
    bare = "".join(piece for i, piece in enumerate(header.split('"')) if i % 2 == 0)
    return max(DELIMITERS, key=lambda mark: (bare.count(mark), -DELIMITERS.index(mark)))
