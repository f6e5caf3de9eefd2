"""Why an index cannot be read or written now: seen inside the room only."""

from __future__ import annotations


class IndexUnavailable(Exception):
    """No sound index: missing, of another version, or damaged. Another engine answers meanwhile."""


class WriterBusy(Exception):
    """Another process writes this index."""
