"""Every room looks like the others: same file names, a README, a sentence at the top of each module."""

from __future__ import annotations

import ast
import re

from comptoir.kernel.errors import Refusal
from tests.architecture.house import PACKAGE, ROOMS, ROOT, modules, place

FILES = {
    "", "actions", "admin", "apps", "engines", "errors", "events", "formats", "jobs", "locks", "migrations", "models",
    "queries", "reactions", "rules", "tests", "types",
}  # fmt: skip
VAGUE = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "base",
    "process",
    "handle",
    "misc",
    "data",
}
NAMED_BY_DJANGO = {"comptoir.kernel.sqlite.base"}  # a database backend is loaded from its module `base`
MUTED = re.compile(r"#\s*noqa|type:\s*ignore|pragma:\s*no cover|\bxfail\b|NotImplementedError\(|\bTODO\b|\bFIXME\b")


def test_every_room_stands_on_the_hill():
    rooms = {path.name for path in (PACKAGE / "shop").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == ROOMS


def test_rooms_have_only_the_files_of_the_vocabulary():
    strange = sorted({f"{m.room}/{m.part}" for m in modules() if m.room and m.part not in FILES})
    assert strange == []


def test_no_vague_names():
    vague = {m.name for m in modules() if m.name.rsplit(".", 1)[-1] in VAGUE}
    assert vague == NAMED_BY_DJANGO


def test_every_module_opens_with_one_sentence():
    silent = [
        str(m.path.relative_to(ROOT))
        for m in modules()
        if m.tree.body and m.path.name not in {"apps.py"} and ast.get_docstring(m.tree) is None
    ]
    assert silent == []


def test_nothing_is_muted_or_postponed():
    muted = [
        place(m, number)
        for m in modules(tests=True)
        for number, line in enumerate(m.lines, start=1)
        if MUTED.search(line)
    ]
    assert muted == []


def refusals(root: type[Refusal] = Refusal) -> list[type[Refusal]]:
    found = []
    for child in root.__subclasses__():
        if child.__module__.startswith("comptoir."):
            found += [child, *refusals(child)]
    return found


def test_each_refusal_has_a_code_of_its_own_named_after_its_room():
    import importlib

    for module in modules():
        if module.name.endswith(".errors"):
            importlib.import_module(module.name)
    codes = [(refusal.code, refusal.__module__) for refusal in refusals()]
    assert len({code for code, _ in codes}) == len(codes)
    wrong = [
        (code, module)
        for code, module in codes
        if module.startswith("comptoir.shop.") and code.split(".")[0] != module.split(".")[2]
    ]
    assert wrong == []
