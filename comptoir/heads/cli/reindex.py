"""`comptoir reindex`: the search index from nothing, while the shop goes on."""

from __future__ import annotations

import click

from comptoir.shop.search import actions


@click.command()
@click.option("--channel", default="", help="Only this channel; all of them otherwise.")
def command(channel: str) -> None:
    """Build the search index again from what is on the shelf.

    Visitors search in the old one until the new one is whole. Stopped half-way, it changes nothing; start it again.
    """
    with click.progressbar(length=1, label="Indexing", show_pos=True, item_show_func=_said) as bar:

        def show(done: int, total: int | None = None, message: str = "") -> None:
            bar.length = max(1, done if total is None else total)
            bar.update(done - bar.pos, message)

        written = actions.reindex(progress=show, channel=channel)
    click.echo(f"{written} articles indexed.")


def _said(message: str | None) -> str:
    return message or ""
