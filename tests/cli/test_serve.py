"""The shop opens, answers, does its background work, and closes cleanly."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


COMMAND = [sys.executable, "-m", "comptoir", "serve"]


def environment_of(home: Path, port: int, **more: str) -> dict[str, str]:
    unset = {"COMPTOIR_TEST_DATABASE", "DJANGO_SETTINGS_MODULE"}
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    return inherited | {"COMPTOIR_HOME": str(home), "COMPTOIR_DATABASE_URL": "", "PORT": str(port)} | more


def refused(home: Path, **more: str) -> str:
    """What `comptoir serve` says when it does not open."""
    environment = environment_of(home, free_port(), **more)
    common: Any = {"cwd": ROOT, "env": environment, "stdin": subprocess.DEVNULL}
    shop = subprocess.run(COMMAND, capture_output=True, timeout=60, check=False, **common)
    assert shop.returncode == 1, shop.stderr
    return shop.stderr.decode()


@contextmanager
def opened(home: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = free_port()
    environment = environment_of(home, port)
    common: Any = {"cwd": ROOT, "env": environment, "stdin": subprocess.DEVNULL, "start_new_session": True}
    with subprocess.Popen([*COMMAND, *options], stderr=subprocess.PIPE, **common) as shop:
        try:
            yield shop, f"http://127.0.0.1:{port}"
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shop.pid, signal.SIGKILL)


def answer(address: str, *, patience_s: float = 30.0) -> tuple[int, dict[str, str]]:
    deadline = time.monotonic() + patience_s
    while True:
        try:
            url = urlsplit(address)
            connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=5)
            connection.request("GET", url.path)
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def eventually_gone(pids: list[int], *, within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(map(alive, pids))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_shop_opens_on_an_empty_home_and_closes_with_its_worker(tmp_path: Path, number: signal.Signals) -> None:
    media = tmp_path / "media" / "ab"
    media.mkdir(parents=True)
    (media / "leaf.0123456789abcdef.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    with opened(tmp_path) as (shop, address):
        assert answer(f"{address}/")[0] < 500
        status, headers = answer(f"{address}/media/ab/leaf.0123456789abcdef.svg")
        assert (status, headers["content-type"], headers["x-content-type-options"]) == (200, "image/svg+xml", "nosniff")
        assert headers["content-security-policy"].endswith("sandbox")
        assert headers["cache-control"].endswith("immutable")
        assert answer(f"{address}/media/../comptoir.sqlite3")[0] == 404
        assert answer(f"{address}/media/%2e%2e/comptoir.sqlite3")[0] == 404
        family = children(shop.pid)
        assert len(family) == 2
        shop.send_signal(number)
        assert shop.wait(timeout=25) == 0
        assert eventually_gone(family, within_s=3)


def test_the_worker_is_started_again_when_it_dies(tmp_path: Path) -> None:
    with opened(tmp_path) as (shop, address):
        answer(f"{address}/")
        worker = next(pid for pid in children(shop.pid) if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes())
        os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            others = [pid for pid in children(shop.pid) if pid != worker and alive(pid)]
            if any(b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes() for pid in others):
                break
            time.sleep(0.1)
        else:
            pytest.fail("no new worker")


def test_a_shop_killed_outright_takes_its_web_process_and_its_worker_with_it(tmp_path: Path) -> None:
    with opened(tmp_path) as (shop, address):
        answer(f"{address}/")
        family = children(shop.pid)
        assert len(family) == 2
        time.sleep(2.5)  # the worker must be up to notice
        os.kill(shop.pid, signal.SIGKILL)
        assert eventually_gone(family, within_s=10)


def test_serve_without_jobs_has_only_web_processes(tmp_path: Path) -> None:
    with opened(tmp_path, "--no-jobs", "--workers", "2") as (shop, address):
        answer(f"{address}/")
        assert len(children(shop.pid)) == 2
        shop.terminate()
        assert shop.wait(timeout=25) == 0


def test_a_production_shop_does_not_open_with_unsafe_settings(tmp_path: Path) -> None:
    said = refused(tmp_path, COMPTOIR_PROFILE="production")
    assert "does not start with unsafe settings" in said
    assert "COMPTOIR_SECRET_KEY" in said
    assert "COMPTOIR_HOSTS" in said


def test_a_database_of_an_older_version_is_not_changed_without_asking(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "comptoir", "migrate"], cwd=ROOT, env=environment_of(tmp_path, 0), check=True, timeout=60
    )
    with sqlite3.connect(tmp_path / "comptoir.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'kernel' AND name = '0002_append_only'")
    database.close()
    assert "The database is of an older version." in refused(tmp_path)


def test_a_second_shop_on_the_same_port_is_refused(tmp_path: Path) -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        told = refused(tmp_path, PORT=str(port))
    assert f"127.0.0.1:{port} cannot be listened on" in told
    assert f"PORT={port + 1}" in told
