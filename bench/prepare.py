"""Makes a shop of N articles once and keeps it: `python -m bench.prepare N`, with the settings of the environment."""

from __future__ import annotations

import sys
import time

import django


def prepare(count: int) -> None:
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from bench.articles import fill, vocabulary
    from comptoir.kernel.outbox import relay_all
    from comptoir.shop.search.actions import reindex

    done = settings.HOME / f"filled-{count}"
    settings.HOME.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    if done.exists():
        reindex(unless_sound=True)
        return
    began = time.perf_counter()
    vocabulary()
    fill(count)
    relay_all()
    reindex()
    done.touch()
    print(f"made a shop of {count} articles in {time.perf_counter() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    prepare(int(sys.argv[1]))
