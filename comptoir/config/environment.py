"""Reads settings from the environment: one function per shape, and a list of all that may be set."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

PREFIX = "COMPTOIR_"
# A request waits so long for a connection. A database that is away is looked for anew every few seconds: by itself the
# pool waits twice as long after each failure, up to minutes, and the shop would stay closed once it is back.
PATIENCE = {"timeout": 4, "reconnect_timeout": 4}


def text(name: str, default: str = "") -> str:
    return os.environ.get(PREFIX + name, default)


def flag(name: str, *, default: bool) -> bool:
    value = text(name).strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ValueError(f"{PREFIX}{name} must be yes or no, not {value!r}")


def whole(name: str, default: int) -> int:
    value = text(name).strip()
    return int(value) if value else default


def words(name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    value = text(name)
    return tuple(word.strip() for word in value.split(",") if word.strip()) if value else default


def database(url: str, home: Path) -> dict[str, object]:
    """Django's database settings from `sqlite:///path` or `postgresql://user:password@host:port/name`."""
    if not url or url.startswith("sqlite:"):
        return sqlite(url.removeprefix("sqlite:///") or str(home / "comptoir.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"{PREFIX}DATABASE_URL must begin with sqlite:/// or postgresql://")
    pool = {"min_size": 1, "max_size": whole("DATABASE_POOL", 8), **PATIENCE}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "OPTIONS": {"pool": pool, **dict(parse_qsl(parts.query))},
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def sqlite(path: str) -> dict[str, object]:
    """SQLite as a server's database: WAL, one writer at a time that waits, foreign keys on."""
    pragmas = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;"
        "PRAGMA cache_size=-8000;PRAGMA mmap_size=0;PRAGMA temp_store=MEMORY;"
    )
    return {
        "ENGINE": "comptoir.kernel.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        "TEST": {"NAME": text("TEST_SQLITE") or None},
    }


def port() -> int:
    """The port that `comptoir serve` listens on unless told otherwise."""
    return int(os.environ.get("PORT", "").strip() or 8000)
