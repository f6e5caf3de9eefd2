"""Which engine answers: the index, or while there is none the one that is always there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import structlog

from comptoir.shop.search.engines.plain import PlainEngine
from comptoir.shop.search.engines.port import Engine, EngineDown
from comptoir.shop.search.engines.repair import ask_for_repair
from comptoir.shop.search.engines.tantivy import TantivyEngine

Told = TypeVar("Told")
_ENGINES: tuple[Engine, ...] = (TantivyEngine(), PlainEngine())
_log = structlog.get_logger(__name__)


def first_that_answers(ask: Callable[[Engine], Told], channel: str, language: str) -> Told:
    """The answer of the first engine that is up; an engine found down is asked to be repaired."""
    for engine in _ENGINES[:-1]:
        try:
            return ask(engine)
        except EngineDown as error:
            _log.warning("search_engine_down", channel=channel, language=language, reason=str(error))
            ask_for_repair(channel, language)
    return ask(_ENGINES[-1])
