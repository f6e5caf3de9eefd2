"""`comptoir rebuild`: make every card, sheet and category page again."""

from __future__ import annotations

from typing import Any

import click

from comptoir.kernel import clock
from comptoir.shop.shelf import actions


@click.command()
def command() -> None:
    """Make what the shop shows again from the catalogue, prices and stock.

    What is shown stays up meanwhile. It may be stopped at any moment and run again. Seldom needed: changes follow by
    themselves within seconds.
    """
    began = clock.monotonic()
    with click.progressbar(length=1, label="Articles", show_pos=True) as bar:
        done = actions.rebuild_all(lambda done, total: _advance(bar, done, total))
    click.echo(f"{done} articles gone through in {clock.monotonic() - began:.1f} s.")


def _advance(bar: Any, done: int, total: int | None) -> None:
    bar.length = max(total or 0, done, 1)
    bar.update(done - bar.pos)
