"""Reading what imports did, and which formats are known."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from comptoir.shop.exchange.errors import UnknownRun
from comptoir.shop.exchange.formats import known_formats
from comptoir.shop.exchange.models import ImportLine, ImportRun
from comptoir.shop.exchange.rules.phrases import general, phrase
from comptoir.shop.exchange.rules.tally import tally_rows
from comptoir.shop.exchange.types import FormatCard, ImportCounts, ImportReport, ReportLine, Severity

MOST_LINES = 5_000
MOST_RUNS = 200


def find_report(run: UUID) -> ImportReport:
    """What an import did: counts, lines in the order of the file, tallies of every fact. Refuses `UnknownRun`."""
    row = ImportRun.objects.filter(id=run).first()
    if row is None:
        raise UnknownRun(run=str(run))
    return _report(row, _lines(row))


def list_runs(*, limit: int = 20) -> tuple[ImportReport, ...]:
    """The latest imports, newest first, without their lines."""
    return tuple(_report(row, ()) for row in ImportRun.objects.order_by("-started_at")[: min(limit, MOST_RUNS)])


def list_formats() -> tuple[FormatCard, ...]:
    """Every format that can be read, by code."""
    return tuple(
        FormatCard(
            code=code,
            name=known.name,
            files={signature.role: tuple(sorted(signature.names)) for signature in known.signatures},
        )
        for code, known in sorted(known_formats().items())
    )


def _lines(row: ImportRun) -> tuple[ReportLine, ...]:
    places = {part: place for place, part in enumerate(["", *row.files])}
    found = ImportLine.objects.filter(run=row).order_by("id")[:MOST_LINES]
    lines = [
        ReportLine(line.part, line.line, Severity(line.severity), line.code, line.facts, *phrase(line.code, line.facts))
        for line in found
    ]
    return tuple(sorted(lines, key=lambda line: (places.get(line.part, len(places)), line.line)))


def _report(row: ImportRun, lines: tuple[ReportLine, ...]) -> ImportReport:
    said: Mapping[str, tuple[str, str]] = {key: general(key.split(" ", 1)[0]) for key in row.tallies}
    counts = {name: row.counts.get(name, 0) for name in ImportCounts.__dataclass_fields__}
    return ImportReport(
        run=row.id,
        format=row.format,
        files=tuple(row.files),
        dry_run=row.dry_run,
        status=row.status,
        total=row.total,
        cursor=row.cursor,
        counts=ImportCounts(**counts),
        lines=lines,
        tallies=tally_rows(row.tallies, said),
        started_at=row.started_at,
        ended_at=row.ended_at,
        resumed=False,
    )
