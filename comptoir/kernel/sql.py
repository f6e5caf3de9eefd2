"""Plain SQL for the few statements that run on every request, where the ORM costs more than the database.

Values go in and come out alike on SQLite (UUIDs as 32 hexadecimal digits, moments as naive UTC text, JSON as text) and
on PostgreSQL. Statements are constants: nothing a person typed is ever part of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import AutoField, CharField, Field, IntegerField, Model, TextField

_INSERT = "INSERT INTO <table> (<columns>) VALUES (<marks>)"
_UNLESS_THERE = " ON CONFLICT DO NOTHING"
Parameter = str | int | datetime | UUID | None


def fetch(statement: str, parameters: Sequence[Parameter]) -> list[tuple[Any, ...]]:
    """All rows of one statement; `%s` stands for each parameter."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [to_driver(parameter) for parameter in parameters])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def insert_rows(rows: Sequence[Model], *, unless_there: bool = False) -> None:
    """Insert unsaved rows of one table, as `bulk_create` does at twice its cost: it compiles an expression a cell.

    One statement prepared once and run for each row. Keys that the database gives are not read back. A row that is
    there already is an error, or with `unless_there` is left as it is.
    """
    if not rows:
        return
    model = type(rows[0])
    backend = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    quote = backend.ops.quote_name
    statement = _INSERT.replace("<table>", quote(model._meta.db_table))
    statement = statement.replace("<columns>", ", ".join(quote(str(field.column)) for field in fields))
    statement = statement.replace("<marks>", ", ".join(["%s"] * len(fields)))
    cells = [(field.attname, _plain_kind(field), field.get_db_prep_save) for field in fields]
    said: list[list[Any]] = [
        [
            value if (value := getattr(row, name)) is None or type(value) is plain else prepare(value, backend)
            for name, plain, prepare in cells
        ]
        for row in rows
    ]
    with backend.cursor() as cursor:
        cursor.executemany(statement + (_UNLESS_THERE if unless_there else ""), said)


def _plain_kind(field: Field[Any, Any]) -> type | None:
    """The Python type that the field's column takes as it is."""
    if isinstance(field, CharField | TextField):
        return str
    return int if isinstance(field, IntegerField) else None


def among(statement: str, keys: Sequence[object]) -> str:
    """The statement with as many placeholders as `keys` in place of <keys>."""
    return statement.replace("<keys>", ", ".join(["%s"] * len(keys)))


def to_driver(parameter: Parameter) -> Any:
    """A parameter as the driver in use takes it."""
    if isinstance(parameter, UUID):
        return parameter if connection.features.has_native_uuid_field else parameter.hex
    if isinstance(parameter, datetime):
        return connection.ops.adapt_datetimefield_value(parameter)
    return parameter


def read_uuid(value: UUID | str) -> UUID:
    """A UUID column as either driver gives it."""
    return value if isinstance(value, UUID) else UUID(hex=value)


def read_moment(value: datetime | str) -> datetime:
    """A moment column as either driver gives it, aware, in UTC."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_json(value: str) -> Any:
    """A JSON column, which both drivers give as text."""
    return msgspec.json.decode(value)
