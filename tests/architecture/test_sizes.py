"""Small rooms, budgeted at the largest: file 300 lines, function 40, parameters 6; complexity is ruff's."""

from __future__ import annotations

import ast

from tests.architecture.house import modules, place

FILE, FUNCTION, PARAMETERS = 300, 40, 6


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its docstring apart."""
    first = node.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    said = (first.end_lineno - first.lineno + 1) if is_docstring else 0
    return node.end_lineno - node.lineno + 1 - said


def functions():
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield module, node


def test_files_are_short():
    assert [f"{place(m, 1)} {len(m.lines)}" for m in modules() if len(m.lines) > FILE] == []


def test_functions_are_short():
    long = [f"{place(m, f.lineno)} {f.name} {body_lines(f)}" for m, f in functions() if body_lines(f) > FUNCTION]
    assert long == []


def test_functions_take_few_parameters():
    many = []
    for module, node in functions():
        names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        count = len([name for name in names if name not in {"self", "cls"}])
        if count > PARAMETERS:
            many.append(f"{place(module, node.lineno)} {node.name} {count}")
    assert many == []
