"""`comptoir events`: what was announced and could not be told, and what to do with it."""

from __future__ import annotations

import click

from comptoir.kernel import outbox

ACTOR = "staff:command-line"


@click.group()
def command() -> None:
    """See the events that could not be told to a part of the shop, try them again or let them go."""


@command.command("stuck")
@click.option("--limit", default=20, show_default=True, help="How many to show, oldest first.")
def list_stuck(limit: int) -> None:
    """List the events given up after several tries, with their last error."""
    stuck = outbox.list_stuck(limit)
    for one in stuck:
        click.echo(f"{one.id}  {one.stuck_at:%Y-%m-%d %H:%M} UTC  {one.kind} -> {one.subscriber}  about {one.about}")
        click.echo(f"    {one.last_error.strip().rpartition(chr(10))[2]}")
    if not stuck:
        click.echo("Every event was told.")


@command.command("retry")
@click.argument("numbers", nargs=-1, type=int, required=True)
def retry(numbers: tuple[int, ...]) -> None:
    """Try these events again (their numbers in `stuck`), once what stopped them is mended."""
    click.echo(f"{outbox.retry_stuck(numbers, actor=ACTOR)} to be told again by the running worker.")


@command.command("discard")
@click.argument("numbers", nargs=-1, type=int, required=True)
@click.option("--reason", required=True, help="Why they need not be told; kept in the journal.")
def discard(numbers: tuple[int, ...], reason: str) -> None:
    """Never tell these events."""
    click.echo(f"{outbox.discard_stuck(numbers, actor=ACTOR, reason=reason)} let go.")
