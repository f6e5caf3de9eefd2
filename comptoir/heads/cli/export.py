"""`comptoir export`: take the whole catalogue out, in a form that `comptoir import` reads back the same."""

from __future__ import annotations

import click

from comptoir.heads.cli.gauge import Gauge
from comptoir.kernel.errors import Refusal
from comptoir.shop.exchange import actions


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, writable=True))
@click.option("--template", is_flag=True, help="Write an example to fill in instead of the catalogue.")
def command(*, file: str, template: bool) -> None:
    """Write the catalogue to FILE: .zip (CSV tables), .xlsx, .jsonl or .jsonl.gz.

    Vocabulary, articles in every language, prices and stock. Importing the file gives the same catalogue. Cells that
    a spreadsheet would run begin with an apostrophe, which the import takes away. See docs/import.md.
    """
    with Gauge("articles") as gauge:
        try:
            written = actions.write_template(file) if template else actions.export_catalogue(file, progress=gauge.show)
        except Refusal as refusal:
            gauge.close()
            facts = "; ".join(f"{name}: {value}" for name, value in refusal.facts.items())
            raise click.ClickException(f"nothing was written ({refusal.code}). {facts}") from refusal
    for table, rows in written.rows.items():
        click.echo(f"{table:18} {rows:>9} rows")
    click.echo(f"{written.path}: {written.size:,} bytes")
