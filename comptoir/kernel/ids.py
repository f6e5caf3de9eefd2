"""Identifiers: UUIDv7 (RFC 9562), so that rows sort by birth."""

from __future__ import annotations

import secrets
from uuid import UUID

import uuid_utils.compat as uuids


def new_id() -> UUID:
    """A new UUIDv7."""
    return uuids.uuid7()


def epoch_of(identifier: UUID) -> float:
    """When a UUIDv7 was made, in epoch seconds."""
    return (identifier.int >> 80) / 1000


def new_secret() -> str:
    """An unguessable URL-safe secret of 256 bits, 43 characters."""
    return secrets.token_urlsafe(32)
