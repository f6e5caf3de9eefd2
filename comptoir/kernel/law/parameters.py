"""Reading the rows of `*.toml`, finding the one in force at a moment, and saying which must be verified again."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from comptoir.kernel.calendar import day_in_paris

Value = int | Decimal | str | bool

STALE_AFTER = timedelta(days=365)
WARN_BEFORE_END = timedelta(days=120)


class NotInForce(LookupError):
    """No row of that key is in force then: the rule does not exist yet, or no longer. Ask `in_force` first."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of one legal parameter, from its first day to its last (both included; None: no end known).

    `rule` is the id of the rule in the law file; `doubt` says what must be verified, "" when nothing.
    """

    key: str
    rule: str
    value: Value
    unit: str
    in_force_from: date
    until: date | None
    source: str
    last_check: date
    doubt: str

    def holds_on(self, day: date) -> bool:
        return self.in_force_from <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Concern:
    """A parameter that somebody must look at: `why` is "doubtful", "ends", "ended" or "stale"."""

    parameter: Parameter
    why: str


def value(key: str, at: date | datetime) -> Value:
    """The value in force at that day (a moment counts in Europe/Paris); raises `NotInForce` outside its time."""
    return _find(key, at).value


def in_force(key: str, at: date | datetime) -> bool:
    """Whether that parameter has a value then."""
    return any(row.holds_on(_day(at)) for row in _rows(key))


def list_parameters() -> tuple[Parameter, ...]:
    """Every row, by key then date."""
    return tuple(row for rows in read_law().values() for row in rows)


def list_concerns(at: date | datetime) -> tuple[Concern, ...]:
    """The rules to verify again: doubtful, about to end or just ended with no successor, or not checked for a year."""
    day = _day(at)
    return tuple(
        Concern(row, why) for rows in read_law().values() for row in rows if (why := _concern(row, rows, day)) != ""
    )


def _concern(row: Parameter, rows: Iterable[Parameter], day: date) -> str:
    if row.until and not any(other.in_force_from > row.until for other in rows):
        if row.until < day:
            return "ended"
        if row.until - day <= WARN_BEFORE_END:
            return "ends"
    if row.until and row.until < day:
        return ""
    if row.doubt:
        return "doubtful"
    return "stale" if day - row.last_check > STALE_AFTER else ""


def _find(key: str, at: date | datetime) -> Parameter:
    day = _day(at)
    for row in _rows(key):
        if row.holds_on(day):
            return row
    raise NotInForce(f"{key} has no value in force on {day}")


def _rows(key: str) -> tuple[Parameter, ...]:
    rows = read_law().get(key)
    if rows is None:
        raise KeyError(f"no legal parameter is called {key}")
    return rows


def _day(at: date | datetime) -> date:
    return day_in_paris(at) if isinstance(at, datetime) else at


@lru_cache(maxsize=1)
def read_law() -> Mapping[str, tuple[Parameter, ...]]:
    """All rows of the package by key; refuses files that contradict themselves."""
    rows = [_row(raw) for path in sorted(Path(__file__).parent.glob("*.toml")) for raw in _parse(path)]
    rows.sort(key=lambda row: (row.key, row.in_force_from))
    by_key: dict[str, tuple[Parameter, ...]] = {}
    for row in rows:
        before = by_key.get(row.key, ())
        if before and (before[-1].until is None or before[-1].until >= row.in_force_from):
            raise ValueError(f"{row.key} has two values on {row.in_force_from}")
        by_key[row.key] = (*before, row)
    return by_key


def _parse(path: Path) -> list[dict[str, Any]]:
    document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    rows: list[dict[str, Any]] = document["parameter"]
    return rows


def _row(raw: dict[str, Any]) -> Parameter:
    row = Parameter(**({"unit": "", "until": None, "doubt": ""} | raw))
    if row.until is not None and row.until < row.in_force_from:
        raise ValueError(f"{row.key} ends before it begins")
    return row
