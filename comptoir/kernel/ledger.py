"""The ledger: what concerns money, written once, numbered without gap, chained so that any change shows (NFC-1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from comptoir.kernel import clock
from comptoir.kernel.models import LedgerEntry, LedgerHead

GENESIS = "0" * 64
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as written: its number in the book and the hash that seals it."""

    book: str
    number: int
    at: datetime
    kind: str
    facts: Mapping[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a book: "gap", "altered", "unchained" or "cut" (the end is missing), at `number`."""

    number: int
    what: str


def append(book: str, kind: str, facts: Mapping[str, Any]) -> Sealed:
    """Add an entry; writers of one book wait for each other, and a rolled-back entry leaves no gap.

    Facts are JSON without floats: amounts are whole minor units. Must run inside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"ledger entry {kind} outside a transaction")
    LedgerHead.objects.bulk_create([LedgerHead(book=book, hash=GENESIS)], ignore_conflicts=True)
    head = LedgerHead.objects.select_for_update().get(book=book)
    entry = LedgerEntry(
        book=book, number=head.number + 1, at=clock.now(), kind=kind, facts=dict(facts), prev_hash=head.hash
    )
    entry.hash = seal(entry)
    entry.save(force_insert=True)
    LedgerHead.objects.filter(book=book).update(number=entry.number, hash=entry.hash)
    return _show(entry)


def seal(entry: LedgerEntry) -> str:
    """SHA-256 of the entry's canonical JSON, which holds the hash of the one before."""
    sealed = {
        "book": entry.book,
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "kind": entry.kind,
        "facts": entry.facts,
        "prev": entry.prev_hash,
    }
    return hashlib.sha256(canonical(sealed)).hexdigest()


def canonical(value: Any) -> bytes:
    """The one way to write a JSON value: sorted keys, no space, UTF-8; a float is a bug."""
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"a ledger holds no float: {value!r}")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"keys of facts are text, not {key!r}")
            _refuse_floats(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _refuse_floats(inner)


def list_entries(book: str, *, after: int = 0, limit: int = 100) -> tuple[Sealed, ...]:
    """Entries of a book after a number, in order, at most 1000."""
    entries = LedgerEntry.objects.filter(book=book, number__gt=after).order_by("number")
    return tuple(_show(entry) for entry in entries[: min(limit, 1000)])


def find_head(book: str) -> tuple[int, str]:
    """Last number and hash of a book: noted elsewhere (a closing printed, mailed), it proves the whole book."""
    head = LedgerHead.objects.filter(book=book).first()
    return (head.number, head.hash) if head else (0, GENESIS)


def verify(book: str, *, most: int = 100) -> tuple[Fault, ...]:
    """Read the whole book and say what is wrong with it; empty when every entry stands as it was written."""
    faults: list[Fault] = []
    number, prev_hash = 0, GENESIS
    for entry in _read(book):
        number += 1
        if entry.number != number:
            faults.append(Fault(number, "gap"))
            number = entry.number
        elif entry.prev_hash != prev_hash:
            faults.append(Fault(number, "unchained"))
        if entry.hash != seal(entry):
            faults.append(Fault(number, "altered"))
        prev_hash = entry.hash
        if len(faults) >= most:
            return tuple(faults[:most])
    if find_head(book) != (number, prev_hash):
        faults.append(Fault(number + 1, "cut"))
    return tuple(faults)


def _read(book: str) -> Iterator[LedgerEntry]:
    after = 0
    while chunk := list(LedgerEntry.objects.filter(book=book, number__gt=after).order_by("number")[:CHUNK]):
        yield from chunk
        after = chunk[-1].number


def _show(entry: LedgerEntry) -> Sealed:
    return Sealed(entry.book, entry.number, entry.at, entry.kind, entry.facts, entry.hash)
