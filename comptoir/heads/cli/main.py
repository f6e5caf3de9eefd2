"""The `comptoir` command."""

from __future__ import annotations

import click


@click.group()
def cli() -> None:
    """Run and look after a Comptoir shop."""
