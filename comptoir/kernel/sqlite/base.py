"""The database wrapper (Django asks for it in a module of this name).

SQLite has one writer at a time, and a writer that finds the file busy sleeps and looks again, longer each time: among a
few threads one can starve for seconds while the file is free most of the time. Threads of one process can do better:
each takes its turn before BEGIN IMMEDIATE and passes it on at COMMIT or ROLLBACK. Other processes are still met by
`busy_timeout`.
"""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from typing import Any

from django.db.backends.sqlite3 import base

_turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
os.register_at_fork(after_in_child=_turns.clear)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that begins its transactions in turn with the others of its process."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: threading.Lock | None = None

    def set_autocommit(self, *args: Any, **kwargs: Any) -> None:
        """What `atomic` begins and ends a transaction with: BEGIN, which it forces, waits for its turn."""
        if kwargs.get("force_begin_transaction_with_broken_autocommit"):
            self._wait_for_turn()
        try:
            super().set_autocommit(*args, **kwargs)
        finally:
            self._pass_turn()

    def commit(self) -> None:
        """Commit, and pass the turn on."""
        try:
            super().commit()
        finally:
            self._pass_turn()

    def rollback(self) -> None:
        """Roll back, and pass the turn on."""
        try:
            super().rollback()
        finally:
            self._pass_turn()

    def close(self) -> None:
        """Close, which rolls back what was open, and pass the turn on."""
        try:
            super().close()
        finally:
            self._pass_turn()

    def _wait_for_turn(self) -> None:
        """Wait as long as SQLite itself would; then let SQLite say that the file is locked."""
        if self._turn is None:
            turn = _turns[str(self.settings_dict["NAME"])]
            if turn.acquire(timeout=float(self.settings_dict["OPTIONS"].get("timeout", 5))):
                self._turn = turn

    def _pass_turn(self) -> None:
        """Pass the turn on, unless a transaction is open: just begun, or its COMMIT failed."""
        if self._turn is not None and not self._is_inside_transaction():
            turn, self._turn = self._turn, None
            turn.release()

    def _is_inside_transaction(self) -> bool:
        try:
            return self.connection is not None and bool(self.connection.in_transaction)
        except self.Database.ProgrammingError:  # closed
            return False
