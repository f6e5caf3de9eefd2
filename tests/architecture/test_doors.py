"""A room is entered by its doors only, and what crosses a door is flat and finite."""

from __future__ import annotations

import ast

from tests.architecture.house import DOORS, imports, modules, place

LAZY_OR_HEAVY = {"QuerySet", "Iterator", "Iterable", "Generator", "HttpRequest", "Model", "AsyncIterator"}


def crossings():
    """Imports that enter a room from outside: (module, line, room entered, part entered)."""
    for module in modules():
        for name, line in imports(module):
            parts = name.split(".")
            if parts[:2] == ["comptoir", "shop"] and len(parts) > 3 and parts[2] != module.room:
                yield module, line, parts[2], parts[3]


def test_a_room_is_entered_only_by_its_doors():
    wiring_too = DOORS | {"reactions", "jobs"}
    wrong = [
        f"{place(module, line)} enters {room}.{part}"
        for module, line, room, part in crossings()
        if part not in (wiring_too if module.name == "comptoir.config.wiring" else DOORS)
    ]
    assert wrong == []


def test_heads_never_see_a_table():
    wrong = [
        place(module, line)
        for module in modules()
        if module.name.startswith("comptoir.heads")
        for name, line in imports(module)
        if ".models" in name and name.startswith(("comptoir.", "django.db.models"))
    ]
    assert wrong == []


def door_functions():
    for module in modules():
        if module.room and module.part in {"actions", "queries"}:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield module, node


def exported(module, node) -> bool:
    return any(statement is node for statement in module.tree.body)


def test_nothing_lazy_and_no_model_crosses_a_door():
    wrong = []
    for module, node in door_functions():
        if not exported(module, node):
            continue
        annotations = [node.returns, *(argument.annotation for argument in (*node.args.args, *node.args.kwonlyargs))]
        words = {
            name.id if isinstance(name, ast.Name) else name.attr
            for annotation in annotations
            if annotation is not None
            for name in ast.walk(annotation)
            if isinstance(name, ast.Name | ast.Attribute)
        }
        if words & LAZY_OR_HEAVY:
            wrong.append(f"{place(module, node.lineno)} {node.name}: {sorted(words & LAZY_OR_HEAVY)}")
    assert wrong == []


def test_every_door_function_says_what_it_promises():
    wrong = [
        f"{place(module, node.lineno)} {node.name}"
        for module, node in door_functions()
        if exported(module, node) and module.path.name != "__init__.py" and ast.get_docstring(node) is None
    ]
    assert wrong == []
