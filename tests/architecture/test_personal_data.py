"""Every column of every table is classed in docs/personal-data.toml: none, technical, personal or sensitive."""

from __future__ import annotations

import tomllib

from django.apps import apps

from tests.architecture.house import ROOT

CLASSES = {"none", "technical", "personal", "sensitive"}


def columns() -> set[tuple[str, str]]:
    return {
        (model._meta.label, field.name)
        for model in apps.get_models()
        if model.__module__.startswith("comptoir.")
        for field in model._meta.concrete_fields
    }


def classed() -> list[tuple[str, str]]:
    told = tomllib.loads((ROOT / "docs" / "personal-data.toml").read_text(encoding="utf-8"))
    pairs = []
    for room, tables in told.items():
        for table, classes in tables.items():
            assert set(classes) <= CLASSES, f"{room}.{table}"
            pairs += [(f"{room}.{table}", name) for names in classes.values() for name in names]
    return pairs


def test_each_column_has_exactly_one_class():
    pairs = classed()
    assert len(pairs) == len(set(pairs))
    assert sorted(columns() - set(pairs)) == []
    assert sorted(set(pairs) - columns()) == []
