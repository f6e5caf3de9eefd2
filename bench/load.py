"""A small load generator: raw HTTP/1.1 over kept connections, a fixed number of them, for a bounded time.

Run as its own process so that it can be pinned to the core that the server does not use:
`python -m bench.load` reads one JSON order on standard input and writes one JSON answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, field


@dataclass
class Order:
    """`requests` are cycled through by every connection: (method, path, headers, body)."""

    port: int
    requests: list[tuple[str, str, dict[str, str], str]]
    seconds: float = 2.0
    connections: int = 8
    expect: list[int] = field(default_factory=lambda: [200])
    core: int | None = 1


@dataclass
class Answer:
    per_second: float
    p50_ms: float
    p99_ms: float
    size: int
    count: int
    wrong: dict[str, int]


def encode(method: str, path: str, headers: dict[str, str], body: str) -> bytes:
    told = {"Host": "127.0.0.1", "Accept": "*/*", **headers}
    if body or method not in {"GET", "HEAD"}:
        told["Content-Length"] = str(len(body.encode()))
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n{body}".encode()


async def read_answer(reader: asyncio.StreamReader) -> tuple[int, int]:
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = None
    for line in head.lower().split(b"\r\n")[1:]:
        if line.startswith(b"content-length:"):
            length = int(line[15:])
        elif line.startswith(b"transfer-encoding:"):
            return status, await read_chunks(reader)
    if length:
        await reader.readexactly(length)
    return status, length or 0


async def read_chunks(reader: asyncio.StreamReader) -> int:
    total = 0
    while size := int((await reader.readline()).split(b";")[0], 16):
        await reader.readexactly(size + 2)
        total += size
    await reader.readline()
    return total


async def drive(order: Order, start: int, until: float, out: list[tuple[float, int, int]]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", order.port)
    encoded = [encode(*request) for request in order.requests]
    turn = start
    while time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(encoded[turn % len(encoded)])
        status, size = await asyncio.wait_for(read_answer(reader), 30)
        out.append((time.perf_counter() - began, status, size))
        turn += 1
    writer.close()


async def run(order: Order) -> Answer:
    out: list[tuple[float, int, int]] = []
    began = time.perf_counter()
    stride = max(1, len(order.requests) // order.connections)
    await asyncio.gather(*(drive(order, i * stride, began + order.seconds, out) for i in range(order.connections)))
    took = time.perf_counter() - began
    times = sorted(seconds for seconds, _, _ in out)
    wrong: dict[str, int] = {}
    for _, status, _ in out:
        if status not in order.expect:
            wrong[str(status)] = wrong.get(str(status), 0) + 1
    return Answer(
        per_second=len(out) / took,
        p50_ms=times[len(times) // 2] * 1000,
        p99_ms=times[min(len(times) - 1, int(len(times) * 0.99))] * 1000,
        size=out[-1][2],
        count=len(out),
        wrong=wrong,
    )


if __name__ == "__main__":
    asked = Order(**json.loads(sys.stdin.read()))
    if asked.core is not None and asked.core in os.sched_getaffinity(0):
        os.sched_setaffinity(0, {asked.core})
    sys.stdout.write(json.dumps(asdict(asyncio.run(run(asked)))))
