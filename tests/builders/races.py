"""Several people at once: the same work in many threads, each with its own connection, started together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from django.db import connections

Answer = TypeVar("Answer")


def run_together(people: int, work: Callable[[int], Answer]) -> list[Answer | BaseException]:
    """What `work(i)` answered or raised for each of `people`, none of which starts before all are ready."""
    barrier = threading.Barrier(people)

    def one(i: int) -> Answer:
        try:
            barrier.wait(timeout=30)
            return work(i)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(people) as pool:
        futures = [pool.submit(one, i) for i in range(people)]
        wait(futures)
    return [future.exception() or future.result() for future in futures]
