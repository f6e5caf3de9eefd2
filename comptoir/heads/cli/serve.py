"""`comptoir serve`: the shop in the foreground, its background work in a child process."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from comptoir.heads.cli.doctor import refuse_unsafe_settings
from comptoir.kernel import clock, logs
from comptoir.kernel.processes import adopt_children

WORKER_GRACE_S = 15.0
RESTART_AFTER_S = 1.0


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, envvar="HOST_ADDRESS", help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on (also: PORT).")
@click.option("--workers", default=None, type=int, help="Web processes [default: COMPTOIR_WEB_PROCESSES, else 1].")
@click.option("--blocking-threads", default=4, show_default=True, help="Requests at once in each web process.")
@click.option("--no-jobs", is_flag=True, help="No background work here; `comptoir worker` does it.")
@click.option("--migrate", is_flag=True, help="Bring the database to this version first, without asking.")
def command(*, host: str, port: int, workers: int | None, blocking_threads: int, no_jobs: bool, migrate: bool) -> None:
    """Open the shop on http://HOST:PORT until Ctrl-C.

    An empty database is created; one of an older version is brought to this one after asking.
    """
    logs.configure(json=settings.PRODUCTION)
    refuse_unsafe_settings()
    refuse_taken_port(host, port)
    prepare_database(migrate=migrate)
    forget_connections()
    adopt_children()
    background = None if no_jobs else Background()
    click.echo(f"The shop opens on http://{host}:{port} (Ctrl-C closes it).", err=True)
    try:
        run_server(host, port, workers=workers or settings.WEB_PROCESSES, blocking_threads=blocking_threads)
    finally:
        if background:
            background.stop()


def refuse_taken_port(host: str, port: int) -> None:
    """The web processes share their port, so a second shop on it would open without a word and answer in turn."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            told = f"{host}:{port} cannot be listened on ({error.strerror}). Close what uses it, or take another: PORT="
            raise click.ClickException(f"{told}{port + 1}") from error


def prepare_database(*, migrate: bool) -> None:
    """Create the tables of an empty database; ask before changing those of a full one."""
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    empty = not executor.loader.applied_migrations
    if not (empty or migrate or (sys.stdin.isatty() and click.confirm("Bring the database to this version now?"))):
        raise click.ClickException("The database is of an older version. Run `comptoir migrate`, or serve --migrate.")
    began = clock.monotonic()
    call_command("migrate", interactive=False, verbosity=0)
    click.echo(f"Database {'created' if empty else 'migrated'} in {clock.monotonic() - began:.1f} s.", err=True)


def forget_connections() -> None:
    """Close what must not be shared with the processes that are forked from this one."""
    connections.close_all()
    for one in connections.all(initialized_only=True):
        close_pool = getattr(one, "close_pool", None)
        if close_pool:
            close_pool()


def run_server(host: str, port: int, *, workers: int, blocking_threads: int) -> None:
    """Serve until SIGTERM or Ctrl-C."""
    Server(
        "comptoir.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=blocking_threads,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=20,
        log_level=LogLevels.warning,
    ).serve()


class Background:
    """The worker beside the web: started again if it dies, stopped with the shop."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process = self._start()
        self._keeper = threading.Thread(target=self._keep, name="worker-keeper", daemon=True)
        self._keeper.start()

    @staticmethod
    def _start() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-m", "comptoir", "worker", "--until-orphaned"])

    def _keep(self) -> None:
        while True:
            self._process.wait()
            if self._stopping.wait(RESTART_AFTER_S):
                return
            self._process = self._start()

    def stop(self) -> None:
        """End it; a job that does not end in time is given back to the queue."""
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(timeout=WORKER_GRACE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
