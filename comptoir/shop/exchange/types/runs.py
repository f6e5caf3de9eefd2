"""What an import is asked, what it says of each line, and what it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Severity(StrEnum):
    INFO = "info"  # good to know, nothing to do
    WARNING = "warning"  # read, but look at it
    ERROR = "error"  # this line was not taken


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How to read a foreign file. An empty text means the default said beside it.

    `format`: recognised from the header. `language`, `currency`, `price_mode`: those of the channel (`price_mode`: of
    the format when it says so). `place`: "warehouse". `family`: the one the file names, else the format's own.
    `regimes`: legal regimes of the families that the import creates. `category`: for articles that have none.
    `copy_names`: say a name again in the channel's languages that lack it.
    `create`: make the families, attributes, options, categories and brands that are missing. `price_ceiling`: a price
    above it, in whole currency units, is taken for a mistake and the article stays unpublished.
    """

    format: str = ""
    channel: str = "web"
    language: str = ""
    currency: str = ""
    price_mode: str = ""
    tax_class: str = "standard"
    place: str = "warehouse"
    family: str = ""
    regimes: tuple[str, ...] = ()
    category: str = ""
    copy_names: bool = False
    create: bool = True
    publish: bool = True
    price_ceiling: int = 20_000
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to say about a line of a file. `part` is the file or sheet; line 0 is about the whole of it."""

    part: str
    line: int
    severity: Severity
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Articles by outcome, and what was written beside them."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    variants: int = 0
    prices: int = 0
    stocks: int = 0
    published: int = 0
    kept_unpublished: int = 0
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a report: where, how grave, the fact, and what to do (`remedy`, in English)."""

    part: str
    line: int
    severity: Severity
    code: str
    facts: Mapping[str, str | int]
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ReportTally:
    """How often a fact was met: `kept` of them are in the report's lines, the rest are only counted."""

    code: str
    severity: Severity
    count: int
    kept: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do (`dry_run`)."""

    run: UUID
    format: str
    files: tuple[str, ...]
    dry_run: bool
    status: str
    total: int
    cursor: int
    counts: ImportCounts
    lines: tuple[ReportLine, ...]
    tallies: tuple[ReportTally, ...]
    started_at: datetime
    ended_at: datetime | None
    resumed: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a long work stands: `stage` is "reading", "writing" or "pictures"; `done` of `total` (0: not known yet)."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FormatCard:
    """A format that can be read: its code for `--format`, its name, the columns that give each of its files away."""

    code: str
    name: str
    files: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where: rows by table, the file's size, and how many pictures are lost to the shop's store."""

    path: str
    rows: Mapping[str, int]
    size: int
    lost: int = 0
