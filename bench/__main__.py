"""`bin/bench [NAME...]`: run the named benches, all of them without a name."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from bench.rows import tell

NAMES = sorted(
    path.stem.rstrip("_")
    for path in Path(__file__).parent.glob("*.py")
    if "\ndef run(" in path.read_text(encoding="utf-8") and path.stem != "__main__"
)


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"no such bench: {', '.join(unknown)}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in names or NAMES:
        module = name if (Path(__file__).parent / f"{name}.py").exists() else f"{name}_"
        tell(name, importlib.import_module(f"bench.{module}").run())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
