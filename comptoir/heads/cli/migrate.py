"""`comptoir migrate`: bring the database to this version."""

from __future__ import annotations

import click
from django.conf import settings
from django.core.management import call_command


@click.command()
@click.option("--check", is_flag=True, help="Only say whether something is to be done (exit code 1 if so).")
def command(check: bool) -> None:
    """Create the database's tables or bring them to this version. Safe to run again."""
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0, check_unapplied=check)
    click.echo("The database is up to date.")
