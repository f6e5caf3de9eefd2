"""What imports cannot see: foreign keys run downhill, writes happen in actions, nothing is fetched by name."""

from __future__ import annotations

import ast

from django.apps import apps
from django.db.models import ForeignObject

from tests.architecture.house import HILL, ROOMS, modules, place

WRITES = {"create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create"}
ALWAYS_WRITES = {"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
HEIGHT = {room: height for height, line in enumerate(reversed(HILL)) for room in line}


def foreign_keys():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignObject):
                yield model, field


def test_foreign_keys_point_downhill_and_leave_no_trace_on_their_target():
    wrong = []
    for model, field in foreign_keys():
        source, target = model._meta.app_label, field.related_model._meta.app_label
        if source not in ROOMS:
            continue
        uphill = target != source and (target not in ROOMS or HEIGHT[target] >= HEIGHT[source])
        if uphill or field.remote_field.related_name != "+":
            wrong.append(f"{model._meta.label}.{field.name} -> {target}")
    assert wrong == []


def is_write(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    chain = {part.attr for part in ast.walk(node.func.value) if isinstance(part, ast.Attribute)}
    return node.func.attr in ALWAYS_WRITES or (node.func.attr in WRITES and "objects" in chain)


def is_raw_write(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.lstrip().upper().startswith(("INSERT INTO", "UPDATE ", "DELETE FROM"))
    )


def test_only_actions_write():
    wrong = [
        place(module, node.lineno)
        for module in modules()
        if module.name.startswith(("comptoir.shop", "comptoir.heads", "comptoir.demo")) and module.part != "actions"
        for node in ast.walk(module.tree)
        if is_write(node) or is_raw_write(node)
    ]
    assert wrong == []


def test_no_model_is_fetched_by_name_and_no_save_is_overridden():
    wrong = [
        place(module, node.lineno)
        for module in modules()
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Attribute) and node.attr == "get_model")
        or (isinstance(node, ast.FunctionDef) and node.name == "save" and module.part == "models")
    ]
    assert wrong == []
