"""The `comptoir` command: one table of its subcommands, each loaded only when called."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

import click
import django
from django.conf import settings
from django.db import OperationalError

from comptoir.kernel import logs

COMMANDS = {
    "serve": "comptoir.heads.cli.serve",
    "worker": "comptoir.heads.cli.worker",
    "migrate": "comptoir.heads.cli.migrate",
    "import": "comptoir.heads.cli.import_",
    "export": "comptoir.heads.cli.export",
    "rebuild": "comptoir.heads.cli.rebuild",
    "reindex": "comptoir.heads.cli.reindex",
    "doctor": "comptoir.heads.cli.doctor",
    "events": "comptoir.heads.cli.events",
    "key": "comptoir.heads.cli.key",
}
"""Name -> module that holds a click command called `command`. Others join by the entry point `comptoir.commands`."""


class Commands(click.Group):
    """Loads a subcommand when it is asked for, so that `--help` and short commands stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [*COMMANDS, *sorted(entry.name for entry in entry_points(group="comptoir.commands"))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        django.setup()
        logs.configure(json=settings.PRODUCTION, level="WARNING")
        if cmd_name in COMMANDS:
            found = import_module(COMMANDS[cmd_name]).command
        else:
            found = next(
                (entry.load() for entry in entry_points(group="comptoir.commands") if entry.name == cmd_name), None
            )
        return found if isinstance(found, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a disk or a database that refuses is said in a line, not in a traceback."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (OSError, OperationalError) as fault:
            advice = "Look whether the disk is full, COMPTOIR_HOME can be written to and the database runs."
            raise click.ClickException(f"{fault}. {advice} `comptoir doctor` says more.") from fault


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="comptoir")
def cli() -> None:
    """Run and look after a Comptoir shop.

    Settings come from the environment (COMPTOIR_*, see docs/settings.md); `comptoir doctor` says what is missing.
    """
