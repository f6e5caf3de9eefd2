"""Which engine answers: the index, or while there is none the one that is always there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from comptoir.shop.search.engines.plain import PlainEngine
from comptoir.shop.search.engines.port import Engine, EngineDown
from comptoir.shop.search.engines.repair import ask_for_repair
from comptoir.shop.search.engines.tantivy import TantivyEngine

Told = TypeVar("Told")
_ENGINES: tuple[Engine, ...] = (TantivyEngine(), PlainEngine())


def first_that_answers(ask: Callable[[Engine], Told], channel: str, language: str) -> Told:
    """The answer of the first engine that is up; an engine found down is asked to be repaired."""
    for engine in _ENGINES[:-1]:
        try:
            return ask(engine)
        except EngineDown as error:
            ask_for_repair(channel, language, reason=str(error))
    return ask(_ENGINES[-1])
