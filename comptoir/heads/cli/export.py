"""`comptoir export`: take the whole catalogue out, in a form that `comptoir import` reads back the same."""

from __future__ import annotations

import click

from comptoir.heads.cli.gauge import Gauge
from comptoir.kernel.errors import Refusal
from comptoir.shop.exchange import actions


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, writable=True))
@click.option("--template", is_flag=True, help="Write an example to fill in instead of the catalogue.")
@click.option("--no-pictures", is_flag=True, help="Leave pictures and documents out of a .zip.")
def command(*, file: str, template: bool, no_pictures: bool) -> None:
    """Write the catalogue to FILE: .zip (CSV tables), .xlsx, .jsonl or .jsonl.gz.

    Vocabulary, articles in every language, prices and stock; in a .zip, the originals of pictures and documents too.
    Importing the file gives the same catalogue. Cells that a spreadsheet would run begin with an apostrophe, which the
    import takes away. See docs/import.md.
    """
    with Gauge("articles") as gauge:
        try:
            if template:
                written = actions.write_template(file)
            else:
                written = actions.export_catalogue(file, pictures=not no_pictures, progress=gauge.show)
        except Refusal as refusal:
            gauge.close()
            facts = "; ".join(f"{name}: {value}" for name, value in refusal.facts.items())
            raise click.ClickException(f"nothing was written ({refusal.code}). {facts}") from refusal
    for table, rows in written.rows.items():
        click.echo(f"{table:18} {rows:>9} rows")
    if written.lost:
        click.echo(f"{written.lost} pictures left out: the shop names them, but their files are gone from its store.")
    click.echo(f"{written.path}: {written.size:,} bytes")
