"""Plain SQL for the few statements that every page runs: the ORM would cost more than the database."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection

from comptoir.shop.shelf.types import Card

Parameter = str | int | UUID
CARDS_KEPT = 2048

decode_card = functools.lru_cache(maxsize=CARDS_KEPT)(msgspec.json.Decoder(Card).decode)
"""The same bytes give the same card, so that heads can recognise what they have already written."""


def fetch(statement: str, parameters: Sequence[Parameter]) -> list[tuple[Any, ...]]:
    """All rows of one statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def among(statement: str, keys: Sequence[object]) -> str:
    """The statement with as many placeholders as keys in place of <keys>."""
    return statement.replace("<keys>", ", ".join(["%s"] * len(keys)))


def keys_of(identifiers: Sequence[UUID]) -> Sequence[UUID | str]:
    """Ids as the driver takes them."""
    if connection.features.has_native_uuid_field:
        return identifiers
    return [identifier.hex for identifier in identifiers]


def key_of(identifier: UUID) -> UUID | str:
    """An id as the driver takes it: SQLite keeps UUIDs as 32 hexadecimal digits."""
    return identifier if connection.features.has_native_uuid_field else identifier.hex
