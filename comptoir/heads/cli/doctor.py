"""`comptoir doctor`: what is unsafe, missing or late in this installation, and what to do about it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import distributions

import click
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from comptoir.heads.cli.examinations import EXAMINATIONS, Line
from comptoir.kernel import safety

NO_ANSWER: Line = ("wrong", "The database does not answer.", "Check COMPTOIR_DATABASE_URL and that it runs.")
OLD_TABLES: Line = ("wrong", "The database is not at this version.", "Run: comptoir migrate")
UNREADABLE = (NO_ANSWER, OLD_TABLES)
MARKS = {
    "ok": click.style("✓", fg="green"),
    "advice": click.style("·", fg="yellow"),
    "wrong": click.style("✗", fg="red"),
}


def read_settings() -> safety.Settings:
    """The settings of this process, as the safety rules read them."""
    return safety.Settings(
        production=settings.PRODUCTION,
        secret_key=settings.SECRET_KEY,
        hosts=tuple(settings.ALLOWED_HOSTS),
        origin=settings.ORIGIN,
        debug=settings.DEBUG,
        database=connection.vendor,
        web_processes=settings.WEB_PROCESSES,
        shared_cache="redis" in settings.CACHES["default"]["BACKEND"],
    )


def refuse_unsafe_settings() -> None:
    """Stop a production start whose settings would harm the merchant or his customers, saying which and what to do."""
    unsafe = [finding for finding in safety.judge(read_settings()) if finding.unsafe]
    if unsafe:
        lines = [f"  {finding.setting}: {finding.why} {finding.remedy}" for finding in unsafe]
        raise click.ClickException("\n".join(["This production shop does not start with unsafe settings:", *lines]))


def settings_lines() -> Iterator[Line]:
    found = safety.judge(read_settings())
    for finding in found:
        yield ("wrong" if finding.unsafe else "advice"), f"{finding.setting}: {finding.why}", finding.remedy
    if not found:
        yield "ok", "The settings are safe for production.", ""


def database_lines() -> Iterator[Line]:
    try:
        connection.ensure_connection()
        call_command("migrate", check_unapplied=True, verbosity=0)
    except DatabaseError:
        yield NO_ANSWER
    except (SystemExit, CommandError):
        yield OLD_TABLES
    else:
        yield "ok", f"The database ({connection.vendor}) answers and is up to date.", ""


def disk_lines() -> Iterator[Line]:
    home = settings.HOME
    if not home.exists():
        yield "advice", f"{home} does not exist yet.", "comptoir migrate makes it; COMPTOIR_HOME names another."
        return
    free_gib = shutil.disk_usage(home).free / 2**30
    level = "ok" if free_gib > 1 else "wrong"
    yield level, f"{free_gib:.1f} GiB are free for {home}.", "" if level == "ok" else "Free some space, or move it."


CHECKS: tuple[Callable[[], Iterator[Line]], ...] = (settings_lines, database_lines, disk_lines)


def bill_of_materials() -> str:
    """The installed packages as CycloneDX 1.6 JSON."""
    components = [
        {
            "type": "library",
            "name": package.name,
            "version": package.version,
            "purl": f"pkg:pypi/{package.name.lower()}@{package.version}",
        }
        for package in sorted(distributions(), key=lambda package: package.name.lower())
    ]
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": components}
    return json.dumps(bill, indent=1)


@click.command()
@click.option("--sbom", is_flag=True, help="Print the bill of materials (CycloneDX JSON) and nothing else.")
def command(sbom: bool) -> None:
    """Say what is unsafe, missing or late, and what to do. Exit code 1 when something is wrong."""
    if sbom:
        click.echo(bill_of_materials())
        return
    lines = [_tell(line) for check in CHECKS for line in check()]
    if not any(line in lines for line in UNREADABLE):
        lines += [_tell(line) for examine in EXAMINATIONS for line in examine()]
    if any(level == "wrong" for level, _, _ in lines):
        raise click.exceptions.Exit(1)


def _tell(line: Line) -> Line:
    level, what, remedy = line
    click.echo(f"{MARKS[level]} {what}")
    if remedy:
        click.echo(f"    → {remedy}")
    return line
