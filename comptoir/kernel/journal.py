"""The journal: who, when, before, after. Every action that changes something writes it in its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comptoir.kernel import clock, sql
from comptoir.kernel.models import JournalEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal line. `actor` is "staff:<id>", "customer:<id>", "import:<run>" or "system:<job>"; `about` is
    "<noun>:<id>"; `before` and `after` hold JSON values of the changed fields only."""

    actor: str
    verb: str
    about: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    reason: str = ""


def record(entry: Entry) -> None:
    """Write one line."""
    record_many((entry,))


def record_many(entries: Iterable[Entry]) -> None:
    """Write lines in one statement; the moment is the same for all."""
    at = clock.now()
    sql.insert_rows(
        [
            JournalEntry(
                at=at,
                actor=entry.actor,
                verb=entry.verb,
                about=entry.about,
                before=entry.before,
                after=entry.after,
                reason=entry.reason,
            )
            for entry in entries
        ]
    )
