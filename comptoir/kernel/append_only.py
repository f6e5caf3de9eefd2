"""Append-only tables: a migration operation that makes the database itself refuse to rewrite what was recorded."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

_FUNCTION = """
CREATE OR REPLACE FUNCTION comptoir_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def trigger_name(table: str, verb: str) -> str:
    """Name of the trigger that guards `table` against `verb` ("update" or "delete")."""
    return f"append_only_{table}_{verb}"


class ForbidRewriting(Operation):
    """Refuse UPDATE on `table`, and DELETE too unless rows are `erasable` (the right to be forgotten).

    A rewrite raises `django.db.IntegrityError`. On SQLite a later migration that rebuilds the table must state this
    operation again, because SQLite drops a table's triggers with it.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str, *, erasable: bool = False) -> None:
        self.table = table
        self.erasable = erasable

    @property
    def verbs(self) -> tuple[str, ...]:
        return ("update",) if self.erasable else ("update", "delete")

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Tables keep their shape."""

    def database_forwards(self, _app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_states: Any) -> None:
        postgres = schema_editor.connection.vendor == "postgresql"
        if postgres:
            schema_editor.execute(_FUNCTION, params=None)
        for verb in self.verbs:
            body = (
                "EXECUTE FUNCTION comptoir_append_only()"
                if postgres
                else f"BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
            )
            schema_editor.execute(
                f'CREATE TRIGGER "{trigger_name(self.table, verb)}" BEFORE {verb.upper()} ON "{self.table}" '
                f"FOR EACH ROW {body}",
                params=None,
            )

    def database_backwards(self, _app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_states: Any) -> None:
        on_table = f' ON "{self.table}"' if schema_editor.connection.vendor == "postgresql" else ""
        for verb in self.verbs:
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{trigger_name(self.table, verb)}"{on_table}', params=None)

    def describe(self) -> str:
        return f"Make {self.table} append-only"
