"""Bounded notes of a run: every trouble is counted, some of each are kept as lines."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.shop.exchange.types import ReportTally, Severity, Trouble

KEPT = 25
KEPT_OF_GATE = 3
_LONGEST_FACT = 200


def key_of(trouble: Trouble) -> str:
    """What is counted together: a fact; for the publish gate, each fault of each field apart."""
    if trouble.code == "gate_closed":
        return f"gate_closed {trouble.facts.get('fault', '')} {trouble.facts.get('field', '')}".strip()
    if trouble.code == "draft_refused":
        return f"draft_refused {trouble.facts.get('reason', '')}".strip()
    return trouble.code


class Tallies:
    """How often each fact was met, and which of them are to be kept as lines."""

    def __init__(self, stored: Mapping[str, list[object]] | None = None) -> None:
        self._tallies: dict[str, tuple[str, int, int]] = {
            key: (str(row[0]), int(str(row[1])), int(str(row[2]))) for key, row in (stored or {}).items()
        }

    def note(self, trouble: Trouble) -> bool:
        """Count one; True when it is to be kept as a line."""
        key = key_of(trouble)
        severity, count, kept = self._tallies.get(key, (trouble.severity.value, 0, 0))
        keep = kept < (KEPT_OF_GATE if trouble.code == "gate_closed" else KEPT)
        self._tallies[key] = (severity, count + 1, kept + keep)
        return keep

    def stored(self) -> dict[str, list[object]]:
        return {key: list(row) for key, row in self._tallies.items()}

    def copy(self) -> Tallies:
        return Tallies(self.stored())


def tally_rows(stored: Mapping[str, list[object]], words: Mapping[str, tuple[str, str]]) -> tuple[ReportTally, ...]:
    """Tallies as a report shows them: errors first, the most frequent first."""
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    rows = [
        ReportTally(key, Severity(str(row[0])), int(str(row[1])), int(str(row[2])), *words.get(key, ("", "")))
        for key, row in stored.items()
    ]
    return tuple(sorted(rows, key=lambda row: (order.index(row.severity), -row.count, row.code)))


def short_facts(facts: Mapping[str, str | int]) -> dict[str, str | int]:
    """Facts as kept: texts cut, so that a hostile line cannot fill a report."""
    return {
        key[:40]: value[:_LONGEST_FACT].replace("\x00", "") if isinstance(value, str) else value
        for key, value in facts.items()
    }
