"""The house as the architecture tests see it: its modules, its rooms and the hill they stand on."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "comptoir"
DOORS = frozenset({"actions", "queries", "events", "errors", "types"})
HILL: tuple[frozenset[str], ...] = (
    frozenset({"exchange"}),
    frozenset({"cart"}),
    frozenset({"search"}),
    frozenset({"shelf"}),
    frozenset({"pricing"}),
    frozenset({"catalogue", "inventory", "customers"}),
)
ROOMS = frozenset().union(*HILL)


@dataclass(frozen=True)
class Module:
    """One source file: its dotted name, its syntax tree and its lines."""

    name: str
    path: Path
    tree: ast.Module
    lines: tuple[str, ...]

    @property
    def room(self) -> str:
        """The shop room this module belongs to, "" when it is elsewhere."""
        parts = self.name.split(".")
        return parts[2] if parts[:2] == ["comptoir", "shop"] and len(parts) > 2 else ""

    @property
    def part(self) -> str:
        """Which file (or package) of its room this is: `actions`, `rules`..."""
        parts = self.name.split(".")
        return parts[3] if len(parts) > 3 else ""


@cache
def modules(*, tests: bool = False) -> tuple[Module, ...]:
    """Every module of the package; migrations apart, tests only on demand."""
    return tuple(
        read(path)
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts and (tests or "tests" not in path.parts)
    )


def read(path: Path) -> Module:
    source = path.read_text(encoding="utf-8")
    relative = path.relative_to(ROOT).with_suffix("")
    name = ".".join(relative.parts).removesuffix(".__init__")
    return Module(name, path, ast.parse(source), tuple(source.splitlines()))


def imports(module: Module) -> list[tuple[str, int]]:
    """(dotted name, line) of everything a module imports, `from x import y` giving both x and x.y."""
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return found


def place(module: Module, line: int) -> str:
    return f"{module.path.relative_to(ROOT)}:{line}"
