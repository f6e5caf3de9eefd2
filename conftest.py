"""What every test can count on: a database named by COMPTOIR_TEST_DATABASE, a private home, no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection

# `tests.settings` is loaded by now; a program started by a test is a real one, with the environment prepared there.
os.environ["DJANGO_SETTINGS_MODULE"] = "comptoir.config.settings"

_numbers = count(1)


def pytest_configure() -> None:
    from comptoir.config.translations import compile_catalogues

    compile_catalogues()


@pytest.fixture(scope="session", autouse=True)
def _tests_may_empty_append_only_tables() -> Iterator[None]:
    """Django empties tables after a transactional test by DELETE on SQLite, which append-only tables refuse."""
    if connection.vendor != "sqlite":
        yield
        return
    emptying = type(connection.ops).execute_sql_flush

    def lift_and_empty(ops: Any, statements: list[str]) -> None:
        with ops.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%'")
            guards = cursor.fetchall()
            for name, _ in guards:
                cursor.execute(f'DROP TRIGGER "{name}"')
            emptying(ops, statements)
            for _, sql in guards:
                cursor.execute(sql)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(connection.ops), "execute_sql_flush", lift_and_empty)
        yield


def pytest_report_header() -> str:
    return f"database: {connection.vendor}"


@pytest.fixture(autouse=True)
def _cache_begins_empty() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _no_index_is_left_over(settings: Any) -> None:
    """An index tells of one database: each test begins with none, as its database does."""
    settings.SEARCH_ROOT = settings.HOME / "search" / str(next(_numbers))
