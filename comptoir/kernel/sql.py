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
from django.db import connection

Parameter = str | int | datetime | UUID | None


def fetch(statement: str, parameters: Sequence[Parameter]) -> list[tuple[Any, ...]]:
    """All rows of one statement; `%s` stands for each parameter."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [to_driver(parameter) for parameter in parameters])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


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
