"""Who listens to what, and what runs when: the two tables of the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comptoir.kernel.events import Event

REACTIONS: Mapping[type[Event], tuple[Callable[[Any], None], ...]] = {}
"""Event -> the functions of `<room>/reactions.py` that hear it, each idempotent."""
