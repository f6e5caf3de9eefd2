"""Jobs for the kernel's own tests: what they did is in the journal, so that other processes can be asked too."""

import time

from comptoir.kernel import journal
from comptoir.kernel.errors import NotFound, Permanent, Retryable
from comptoir.kernel.jobs import TaskContext, progress_of, task

failures: list[Exception] = []


def _note(verb, about):
    journal.record(journal.Entry("system:test", verb, str(about)))


@task(max_attempts=3)
def add(left: int, right: int) -> int:
    _note("add", f"{left}+{right}")
    if failures:
        raise failures.pop(0)
    return left + right


@task(dedupe=True)
def tidy(room: str) -> None:
    _note("tidy", room)


@task(takes_context=True)
def climb(context: TaskContext, steps: int) -> str:
    progress = progress_of(context)
    for step in range(1, steps + 1):
        progress(step, steps, f"step {step}")
    return f"attempt {context.attempt}"


@task(max_attempts=1, timeout_s=0.3)
def dawdle() -> None:
    for _ in range(1000):
        time.sleep(0.02)


@task(max_attempts=2)
def long_walk(seconds: float) -> None:
    _note("walk", "start")
    for _ in range(int(seconds / 0.02)):
        time.sleep(0.02)
    _note("walk", "end")


@task
def returns_a_date() -> object:
    return object()


REFUSALS = {"refusal": NotFound(what="x"), "permanent": Permanent("no"), "later": Retryable("wait", after_s=120)}
