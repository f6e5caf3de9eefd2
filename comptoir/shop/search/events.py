"""What search announces."""

from __future__ import annotations

from comptoir.kernel.events import Event


class SynonymsChanged(Event, frozen=True, kw_only=True):
    """The shop's synonyms of these languages changed."""

    languages: tuple[str, ...]
