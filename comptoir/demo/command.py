"""`comptoir demo`: a whole shop to walk through, made in a few seconds."""

from __future__ import annotations

import click

from comptoir.demo.building import Built, build_shop
from comptoir.heads.cli import migrate
from comptoir.kernel import clock


@click.command()
@click.pass_context
def command(ctx: click.Context) -> None:
    """Make the demo shop, Maison Passerose: its articles, drawings, prices and stock.

    It may be run again: what is there already stays as it is. Meant for a database of its own (COMPTOIR_HOME).
    """
    began = clock.monotonic()
    ctx.invoke(migrate.command, check=False)
    with click.progressbar(length=1, label="Demo shop", item_show_func=lambda said: said or "") as bar:

        def show(done: int, total: int | None = None, message: str = "") -> None:
            bar.length = max(1, done if total is None else total)
            bar.update(done - bar.pos, message)

        built = build_shop(progress=show)
    for line in _told(built):
        click.echo(line)
    click.echo(f"Done in {clock.monotonic() - began:.1f} s. `comptoir serve` opens the shop.")


def _told(built: Built) -> tuple[str, ...]:
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(built.articles.items()))
    goods = (
        f"{built.variants} variants, {built.pictures} drawings, {built.receipts} receipts, {built.prices} new prices"
    )
    refused = (
        f"Kept off the shelf: {code} ({', '.join(sorted({fault.field for fault in faults}))})"
        for code, faults in built.refused.items()
    )
    return f"Articles: {outcomes}; {built.shown} shown.", f"{goods}.", *refused
