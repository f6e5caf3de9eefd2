"""`comptoir worker`: background work without the web."""

from __future__ import annotations

import signal

import click
from django.conf import settings

from comptoir.heads.cli.doctor import refuse_unsafe_settings
from comptoir.kernel import logs
from comptoir.kernel.jobs.runner import Runner
from comptoir.kernel.wiring import current_wiring


@click.command()
@click.option("--job-threads", default=2, show_default=True, help="How many jobs run at once here; 0: only events.")
@click.option("--queue", "queues", multiple=True, help="Run only the jobs of this queue (may be repeated).")
@click.option("--no-events", is_flag=True, help="Do not tell events; another worker does.")
@click.option("--no-schedule", is_flag=True, help="Do not start periodic jobs; another worker does.")
@click.option("--grace", default=10.0, show_default=True, help="Seconds a running job is given to end on Ctrl-C.")
@click.option("--until-orphaned", is_flag=True, hidden=True)
def command(
    *, job_threads: int, queues: tuple[str, ...], no_events: bool, no_schedule: bool, grace: float, until_orphaned: bool
) -> None:
    """Tell events, run jobs and periodic work until Ctrl-C. As many workers as wanted may run on one PostgreSQL.

    `comptoir serve` runs one by itself; run others beside it, or `serve --no-jobs` and only workers.
    """
    logs.configure(json=settings.PRODUCTION)
    refuse_unsafe_settings()
    current_wiring()
    runner = Runner(
        job_threads=job_threads, relays=not no_events, schedules=not no_schedule, queues=queues, grace_s=grace
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: runner.stop())
    runner.run(until_orphaned=until_orphaned)
