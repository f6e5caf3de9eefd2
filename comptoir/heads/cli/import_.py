"""`comptoir import`: bring a catalogue in, from our own files or another platform's."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click
import msgspec

from comptoir.heads.cli.gauge import Gauge
from comptoir.kernel.errors import Refusal
from comptoir.shop.exchange import actions, queries
from comptoir.shop.exchange.types import ImportOptions, ImportReport, ReportLine, Severity

_SHOWN = 40
_MARKS = {Severity.ERROR: "error", Severity.WARNING: "look", Severity.INFO: "info"}


def _list_formats(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if not value or ctx.resilient_parsing:
        return
    for card in queries.list_formats():
        click.echo(f"{card.code:18} {card.name}")
        for role, columns in card.files.items():
            click.echo(f"{'':18}   {role}: {', '.join(columns)}")
    ctx.exit()


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True))
@click.option("--dry-run", is_flag=True, help="Say what would happen, line by line, and change nothing.")
@click.option("--format", "format_", default="", help="Force a format (see --list-formats); else told from the header.")
@click.option("--channel", default="web", show_default=True, help="Channel that prices and publications are for.")
@click.option("--language", default="", help="Language of texts that name none [default: the channel's first].")
@click.option("--currency", default="", help="Currency of prices that name none [default: the channel's].")
@click.option("--gross", "price_mode", flag_value="gross", default="", help="Prices include tax.")
@click.option("--net", "price_mode", flag_value="net", help="Prices are before tax.")
@click.option("--tax-class", default="standard", show_default=True, help="VAT class of new articles.")
@click.option("--place", default="warehouse", show_default=True, help="Place whose stock the file counts.")
@click.option("--family", default="", help="Family of articles that name none [default: one named after the format].")
@click.option("--category", default="", help="Category of articles that have none.")
@click.option(
    "--regimes",
    default="none",
    show_default=True,
    help="Legal regimes of new families, by commas (gpsr, food, unit_price...): what their sheets must say.",
)
@click.option("--copy-names", is_flag=True, help="Say a name again in the channel's languages that lack it.")
@click.option("--create/--no-create", default=True, show_default=True, help="Make missing families, attributes, ...")
@click.option("--publish/--no-publish", default=True, show_default=True, help="Show articles on the channel.")
@click.option("--price-ceiling", default=20_000, show_default=True, help="Above it, a price is taken for a mistake.")
@click.option("--report", "report_file", type=click.Path(dir_okay=False), help="Save the report: .json, else text.")
@click.option(
    "--list-formats", is_flag=True, is_eager=True, expose_value=False, callback=_list_formats, help="Formats and exit."
)
def command(*, files: tuple[str, ...], report_file: str | None, format_: str, regimes: str, **chosen: object) -> None:
    """Bring a catalogue in from FILES: a product file and those that go with it.

    Ours (CSV, XLSX, zip, JSON lines), PrestaShop, WooCommerce, Magento 2, Shopify, Thelia, Open Icecat, Open Food
    Facts; .gz and .zip are opened. Start with --dry-run. A real import that is cut short goes on where it was when the
    same command is given again; an import never removes what the files do not name. See docs/import.md.
    """
    named = tuple(word.strip() for word in regimes.split(",") if word.strip() and word.strip() != "none")
    options = msgspec.convert({**chosen, "format": format_, "regimes": named}, ImportOptions)
    with Gauge("articles") as gauge:
        try:
            report = actions.import_files(files, options, actor="staff:cli", progress=gauge.show)
        except Refusal as refusal:
            gauge.close()
            raise click.ClickException(_refusal_words(refusal)) from refusal
    text = report_text(report)
    if report_file:
        save_report(report, Path(report_file))
    click.echo(text)
    if report.counts.refused or any(tally.severity is Severity.ERROR for tally in report.tallies):
        sys.exit(3)


def _refusal_words(refusal: Refusal) -> str:
    facts = "; ".join(f"{name}: {value}" for name, value in refusal.facts.items())
    return f"nothing was imported ({refusal.code}). {facts}"


def save_report(report: ImportReport, path: Path) -> None:
    """Write the report as JSON or as text, by the file's suffix."""
    if path.suffix == ".json":
        path.write_text(json.dumps(asdict(report), default=str, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        path.write_text(report_text(report, lines=len(report.lines)) + "\n", encoding="utf-8")


def _belongs(line: ReportLine, key: str) -> bool:
    """Whether a line is one of those counted under this key (`gate_closed <fault> <field>`)."""
    words = key.split(" ")[1:]
    return all(word in {str(fact) for fact in line.facts.values()} for word in words)


def report_text(report: ImportReport, *, lines: int = _SHOWN) -> str:
    """The report for people: what was done, then each fact with its lines and what to do."""
    said = asdict(report.counts)
    done = "would be " if report.dry_run else ""
    out = [
        f"{', '.join(report.files)} ({report.format}){', taken up again where it was' if report.resumed else ''}",
        f"{said['read']} articles read: {said['created']} {done}created, {said['updated']} {done}updated, "
        f"{said['unchanged']} unchanged, {said['refused']} refused.",
        f"{said['variants']} variants, {said['prices']} prices and {said['stocks']} stock counts {done}written; "
        f"{said['published']} {done}published, {said['kept_unpublished']} kept unpublished; "
        f"{said['pictures']} pictures {done}attached.",
    ]
    shown = 0
    for tally in report.tallies:
        out.append("")
        out.append(f"[{_MARKS[tally.severity]}] {tally.code}, {tally.count} time(s). {tally.remedy}")
        told = [line for line in report.lines if line.code == tally.code.split(" ")[0] and _belongs(line, tally.code)]
        for line in told[: max(0, min(5 if lines == _SHOWN else lines, lines - shown))]:
            where = f"{line.part}:{line.line}: " if line.line else f"{line.part}: " if line.part else ""
            out.append(f"    {where}{line.message}")
            shown += 1
        if tally.count > len(told):
            out.append(f"    and {tally.count - len(told)} more")
    return "\n".join(out)
