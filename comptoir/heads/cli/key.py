"""`comptoir key`: the keys that programs use, made, listed, replaced and closed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import click

from comptoir.kernel import keys
from comptoir.kernel.errors import Refusal

ACTOR = "staff:command-line"
SCOPES = ("catalogue:read", "search:read", "cart:write")


@click.group()
def command() -> None:
    """Make, list, replace and close the keys of other programs."""


@command.command()
@click.argument("name")
@click.option("--secret", is_flag=True, help="For a server, kept private [default: publishable, for a browser].")
@click.option("--channel", default="", help="Only for this channel [default: every channel].")
@click.option("--origin", "origins", multiple=True, help="Web address that may use it (repeat for several).")
@click.option("--scope", "scopes", multiple=True, default=SCOPES, show_default=True, help="What it may do.")
def create(name: str, *, secret: bool, channel: str, origins: tuple[str, ...], scopes: tuple[str, ...]) -> None:
    """Make a key called NAME and print its token (a secret one is shown only now)."""
    kind = keys.KeyKind.SERVER if secret else keys.KeyKind.PUBLISHABLE
    made = keys.create_key(kind, name, scopes=scopes, channel=channel, origins=origins, actor=ACTOR)
    click.echo(made.token)


@command.command(name="list")
@click.option("--revoked", is_flag=True, help="Show the closed ones too.")
def list_(revoked: bool) -> None:
    """List the keys: what they may do, when they were last used; never their secrets."""
    found = keys.list_keys(revoked=revoked)
    if not found:
        click.echo("There is no key yet. Make one with: comptoir key create NAME")
    for card in found:
        used = card.last_used_on.isoformat() if card.last_used_on else "never"
        closed = f"  closed {card.revoked_at:%Y-%m-%d}" if card.revoked_at else ""
        scopes = ",".join(sorted(card.scopes))
        click.echo(
            f"{card.id}  {card.name}  {card.shown}  {card.channel or 'every channel'}  {scopes}  used {used}{closed}"
        )


@command.command()
@click.argument("key", type=click.UUID)
@click.option("--grace-days", default=7, show_default=True, help="Days the old key still works.")
def rotate(key: UUID, grace_days: int) -> None:
    """Replace KEY by a new one with the same rights, and print its token."""
    try:
        made = keys.rotate_key(key, grace=timedelta(days=grace_days), actor=ACTOR)
    except Refusal as refusal:
        raise click.ClickException(f"No such key ({refusal.code}). `comptoir key list` shows them.") from refusal
    click.echo(made.token)


@command.command()
@click.argument("key", type=click.UUID)
@click.option("--reason", default="", help="Kept in the journal.")
def revoke(key: UUID, reason: str) -> None:
    """Close KEY at once."""
    keys.revoke_key(key, actor=ACTOR, reason=reason)
    click.echo("Closed.")
