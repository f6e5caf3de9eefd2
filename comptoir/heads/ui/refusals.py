"""Every refusal of the house in words: what happened, and what to do. One table for all heads that show pages."""

from __future__ import annotations

from dataclasses import dataclass

from comptoir.heads.ui.refusal_table import SAID, UNKNOWN
from comptoir.heads.ui.words import say
from comptoir.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """What a person reads: what happened, then what can be done about it."""

    title: str
    remedy: str


def refusal_words(refusal: Refusal, language: str) -> RefusalWords:
    """A refusal as said in `language`; one that nobody wrote down yet is still answered politely."""
    title, remedy = SAID.get(refusal.code, UNKNOWN)
    return RefusalWords(say(language, title), say(language, remedy))
