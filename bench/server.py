"""A web process pinned to one core, to be measured from the other; and what it cost."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from bench.load import Answer, Order

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    port: int
    pid: int

    def measure(self, order: Order) -> tuple[Answer, float]:
        """The generator's answer, and the CPU milliseconds that one request cost the server."""
        before = self.cpu_seconds()
        told = subprocess.run(
            [sys.executable, "-m", "bench.load"],
            input=json.dumps({**asdict(order), "port": self.port}),
            capture_output=True,
            text=True,
            timeout=order.seconds + 60,
            check=True,
        )
        answer = Answer(**json.loads(told.stdout))
        return answer, (self.cpu_seconds() - before) * 1000 / max(1, answer.count)

    def family(self) -> list[int]:
        """This process and its descendants."""
        found, waiting = [], [self.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as children:
                    waiting += [int(child) for child in children.read().split()]
        return found

    def cpu_seconds(self) -> float:
        total = 0
        for pid in self.family():
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def largest_rss_mib(self) -> float:
        """Resident memory of the largest process of the family: the worker that answers."""
        sizes = []
        for pid in self.family():
            with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
                sizes.append(int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20)
        return max(sizes)


@contextmanager
def serving(environment: dict[str, str], *, core: int = 0, path: str = "/") -> Iterator[tuple[Server, float]]:
    """A server answering, and the seconds from its start to its first 200."""
    port = free_port()
    command = [sys.executable, "-m", "comptoir", "serve", "--no-jobs"]
    began = time.perf_counter()
    running = subprocess.Popen(
        command,
        env={**os.environ, "PORT": str(port), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}) if core in os.sched_getaffinity(0) else None,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}{path}")
        yield Server(port, running.pid), time.perf_counter() - began
    finally:
        running.send_signal(signal.SIGTERM)
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()


def wait_for(address: str, seconds: float = 30) -> None:
    deadline = time.perf_counter() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            if time.perf_counter() > deadline:
                raise
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
