"""Import files: survey everything, then write by chunks, each with its cursor; a killed run goes on where it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from itertools import islice

import msgspec
from django.db import IntegrityError, transaction

from comptoir.kernel import clock, journal
from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue.errors import ChannelNotFound
from comptoir.shop.catalogue.queries import find_channel
from comptoir.shop.exchange.actions.chunks import Written, write_articles
from comptoir.shop.exchange.actions.picturing import AT_ONCE, attach_pictures
from comptoir.shop.exchange.actions.showing import show_articles
from comptoir.shop.exchange.actions.vocabulary import Prepared, prepare_vocabulary
from comptoir.shop.exchange.errors import ImportTakenOver
from comptoir.shop.exchange.formats import Format, Reading, recognise
from comptoir.shop.exchange.formats.reading.album import Album
from comptoir.shop.exchange.formats.reading.book import Book, open_book
from comptoir.shop.exchange.models import ImportLine, ImportRun
from comptoir.shop.exchange.queries import find_report
from comptoir.shop.exchange.rules import words
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.schema import Schema
from comptoir.shop.exchange.rules.tally import Tallies, short_facts
from comptoir.shop.exchange.types import (
    ImportCounts,
    ImportOptions,
    ImportReport,
    Progress,
    ReadArticle,
    ReadPicture,
    Trouble,
)

CHUNK = 250
READER_VERSION = 2  # part of a run's fingerprint: a cursor of another reader is not taken up
_CHANGES = ("created", "updated", "prices", "stocks", "pictures")
Watcher = Callable[[Progress], None]


@dataclass(slots=True)
class _Import:
    """One import under way."""

    book: Book
    format: Format
    reading: Reading
    schema: Schema
    tallies: Tallies = field(default_factory=Tallies)
    kept: list[Trouble] = field(default_factory=list)
    told: list[Trouble] = field(default_factory=list)  # of words, that each chunk of a dry run would tell again

    def note(self, trouble: Trouble) -> None:
        if self.tallies.note(trouble):
            self.kept.append(trouble)


def import_files(
    paths: tuple[str, ...], options: ImportOptions, *, actor: str, progress: Watcher | None = None
) -> ImportReport:
    """Import one book of files (a product file and those that go with it) and report on every line that needs a look.

    Articles are upserted by code, else by SKU; what the files do not name stays. Each chunk of 250 articles is one
    transaction with its prices, stock and cursor: the same files with the same options go on after a kill. Pictures
    that our own format brings in `media/` are attached at the end. A dry run does the same and undoes each chunk.
    Refuses files that cannot or must not be read (`UnreadableFile`, `FileTooLarge`, `PackedTooTightly`,
    `TooManyFaults`), `UnknownFormat`, `MixedFormats`, and `ImportTakenOver` when another process writes the same
    import.
    """
    watch = progress or _watch_nothing
    work = _open(paths, options)
    _survey(work, watch)
    run, resumed = _begin(work, actor)
    prepared = None if options.dry_run else _prepare(work, run)
    for chunk in _chunks(work, run.cursor):
        watch(Progress("writing", run.cursor, run.total))
        _write_chunk(work, run, prepared, chunk)
    watch(Progress("writing", run.total, run.total))
    _hang_pictures(work, run, watch)
    _end(run)
    return replace(find_report(run.id), resumed=resumed)


def _watch_nothing(progress: Progress) -> None:
    del progress


def _open(paths: tuple[str, ...], options: ImportOptions) -> _Import:
    book = open_book(paths)
    found, parts, aside = recognise(book, options.format)
    language, currency = options.language or "fr", options.currency or "EUR"
    with suppress(ChannelNotFound):
        channel = find_channel(options.channel)
        language, currency = options.language or channel.default_language, options.currency or channel.currency
    schema = Schema(options, language, code_of(options.family or found.code))
    work = _Import(book, found, Reading(parts, language, currency), schema)
    for trouble in (*book.troubles(), *aside):
        work.note(trouble)
    return work


def _survey(work: _Import, watch: Watcher) -> None:
    """Read everything once: troubles of lines, and the words that the articles use."""
    seen = 0
    for trouble in work.schema.survey(work.format.read(work.reading)):
        work.note(trouble)
        if work.schema.articles >= seen + 500:
            seen = work.schema.articles
            watch(Progress("reading", seen, 0))
    for trouble in work.schema.assumptions(work.reading.currency):
        work.note(trouble)


def _begin(work: _Import, actor: str) -> tuple[ImportRun, bool]:
    """The run of these files and options: the one that was cut short, or a new one with the troubles of the survey."""
    options = asdict(work.schema.options)
    said = msgspec.json.encode([READER_VERSION, work.book.digest, work.format.code, options], order="sorted")
    fingerprint = hashlib.sha256(said).hexdigest()
    unfinished = ImportRun.objects.filter(fingerprint=fingerprint, status="running", dry_run=False)
    if not work.schema.options.dry_run and (held := unfinished.first()) is not None:
        work.tallies = Tallies(held.tallies)
        return held, True
    run = ImportRun(
        id=new_id(),
        fingerprint=fingerprint,
        format=work.format.code,
        files=[part.name for part in work.book.parts],
        options=options,
        dry_run=work.schema.options.dry_run,
        status="running",
        total=work.schema.articles,
        counts=asdict(ImportCounts()),
        tallies=work.tallies.stored(),
        started_at=clock.now(),
        actor=actor,
    )
    try:
        with transaction.atomic():
            ImportRun.objects.bulk_create([run])
            _keep_lines(run, work.kept)
    except IntegrityError as collision:
        raise ImportTakenOver(fingerprint=fingerprint) from collision
    return run, False


def _prepare(work: _Import, run: ImportRun) -> Prepared:
    """Make every missing word before the first article; told once, however often the run is taken up again."""
    with transaction.atomic():
        prepared = prepare_vocabulary(work.schema, words.everything(work.schema), actor=_actor(run))
        if run.cursor == 0 and not run.counts.get("prepared"):
            kept = [trouble for trouble in prepared.troubles if work.tallies.note(trouble)]
            _keep_lines(run, kept)
            run.counts = {**run.counts, "prepared": 1}
            run.tallies = work.tallies.stored()
            ImportRun.objects.filter(id=run.id).update(counts=run.counts, tallies=run.tallies)
    return prepared


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Articles to write, how many of the survey's refused ones stand among them, and the cursor once it is written."""

    articles: tuple[ReadArticle, ...]
    refused: int
    end: int


def _chunks(work: _Import, cursor: int) -> Iterator[_Chunk]:
    articles: list[ReadArticle] = []
    refused = place = 0
    for item in work.format.read(work.reading):
        if not isinstance(item, ReadArticle):
            continue
        place += 1
        if place <= cursor:
            continue
        if place - 1 in work.schema.refused:
            refused += 1
        else:
            articles.append(item)
        if len(articles) == CHUNK:
            yield _Chunk(tuple(articles), refused, place)
            articles, refused = [], 0
    if articles or refused:
        yield _Chunk(tuple(articles), refused, place)


def _write_chunk(work: _Import, run: ImportRun, prepared: Prepared | None, chunk: _Chunk) -> None:
    """Write a chunk and move the cursor in one transaction; in a dry run, undo the first and keep the second."""
    actor = _actor(run)
    with transaction.atomic():
        ready = prepared or prepare_vocabulary(work.schema, words.used_by(work.schema, chunk.articles), actor=actor)
        written = write_articles(work.schema, ready, chunk.articles, actor=actor)
        if prepared is None:
            written.troubles[:0] = [one for one in ready.troubles if one not in work.told]
            work.told += ready.troubles
            transaction.set_rollback(True)
        else:
            _advance(work, run, chunk, written)
    if prepared is None:
        with transaction.atomic():
            _advance(work, run, chunk, written)


def _hang_pictures(work: _Import, run: ImportRun, watch: Watcher) -> None:
    """Attach the pictures beside the tables, the articles being there; a run cut short here begins them again."""
    if not work.schema.pictures:
        return
    items = work.format.read(work.reading)
    pictures = (item for item in items if isinstance(item, ReadPicture))
    done = 0
    with Album(work.book.homes()) as album:
        while some := tuple(islice(pictures, AT_ONCE)):
            watch(Progress("pictures", done, work.schema.pictures))
            written = attach_pictures(some, album, actor=_actor(run), dry_run=run.dry_run)
            done += len(some)
            with transaction.atomic():
                _advance(work, run, _Chunk((), 0, run.cursor), written)
    watch(Progress("pictures", done, work.schema.pictures))
    if not run.dry_run:
        _show_pictured(work, run)


def _show_pictured(work: _Import, run: ImportRun) -> None:
    """Show the articles that waited for their pictures; what still closes the gate is told."""
    items = work.format.read(work.reading)
    articles = (item for item in items if isinstance(item, ReadArticle) and item.code in work.schema.pictured_codes)
    while some := tuple(islice(articles, CHUNK)):
        with transaction.atomic():
            _advance(work, run, _Chunk((), 0, run.cursor), show_articles(some, actor=_actor(run)))


def _advance(work: _Import, run: ImportRun, chunk: _Chunk, written: Written) -> None:
    kept = [trouble for trouble in written.troubles if work.tallies.note(trouble)]
    written.add("read", len(chunk.articles) + chunk.refused)
    written.add("refused", chunk.refused)
    counts = {name: run.counts.get(name, 0) + written.counts.get(name, 0) for name in {*run.counts, *written.counts}}
    tallies = work.tallies.stored()
    moved = ImportRun.objects.filter(id=run.id, cursor=run.cursor, status="running").update(
        cursor=chunk.end, counts=counts, tallies=tallies
    )
    if not moved:
        raise ImportTakenOver(run=str(run.id))
    run.cursor, run.counts, run.tallies = chunk.end, counts, tallies
    _keep_lines(run, kept)


def _keep_lines(run: ImportRun, troubles: list[Trouble]) -> None:
    ImportLine.objects.bulk_create(
        ImportLine(
            run=run,
            part=trouble.part[:120],
            line=max(0, trouble.line),
            severity=trouble.severity.value,
            code=trouble.code[:60],
            facts=short_facts(trouble.facts),
        )
        for trouble in troubles
    )


def _end(run: ImportRun) -> None:
    """Close the run; the journal hears of it when something changed."""
    with transaction.atomic():
        ended = clock.now()
        done = ImportRun.objects.filter(id=run.id, status="running").update(status="done", ended_at=ended)
        if done and not run.dry_run and any(run.counts.get(name) for name in _CHANGES):
            entry = journal.Entry(
                run.actor, "import.ended", f"import:{run.id}", after={**run.counts, "files": run.files}
            )
            journal.record(entry)


def _actor(run: ImportRun) -> str:
    return f"import:{run.id}"
