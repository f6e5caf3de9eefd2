"""A measured figure beside its floor, and the table and file that tell it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

LAST = Path(__file__).parent / "last"


class Row(TypedDict):
    """`ratio` is value / floor; `reach` is what the ratio (or, without a floor, the value) must reach; `holds` says
    whether it does, None where nothing is asked."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    reach: str | None
    holds: bool | None


def row(name: str, value: float, unit: str, *, floor: float | None = None, reach: str | None = None) -> Row:
    """`reach` is ">= 0.20" or "< 50": judged on the ratio where there is a floor, on the value otherwise."""
    ratio = round(value / floor, 3) if floor else None
    measured = ratio if ratio is not None else value
    return Row(
        name=name,
        value=round(value, 3),
        unit=unit,
        floor=None if floor is None else round(floor, 3),
        ratio=ratio,
        reach=reach,
        holds=None if reach is None else _holds(measured, reach),
    )


def _holds(measured: float, reach: str) -> bool:
    sign, bound = reach.split()
    limit = float(bound)
    return {"<": measured < limit, "<=": measured <= limit, ">": measured > limit, ">=": measured >= limit}[sign]


def tell(name: str, rows: Sequence[Row]) -> None:
    """Print the table and write bench/last/NAME.json."""
    print(f"\n{name} at {commit()}")
    head = ("name", "value", "unit", "floor", "ratio", "reach", "holds")
    lines = [head, *(tuple(_cell(dict(one)[column]) for column in head) for one in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    LAST.mkdir(exist_ok=True)
    told = json.dumps({"commit": commit(), "rows": rows}, indent=1, ensure_ascii=False)
    (LAST / f"{name}.json").write_text(told + "\n", encoding="utf-8")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "NO"
    return f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def commit() -> str:
    answer = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"
