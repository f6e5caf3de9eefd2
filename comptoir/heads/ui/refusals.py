"""Every refusal of the house in words: what happened, and what to do. One table for all heads that show pages."""

from __future__ import annotations

from dataclasses import dataclass

from comptoir.heads.ui.words import mark, say
from comptoir.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """What a person reads: what happened, then what can be done about it."""

    title: str
    remedy: str


_UNKNOWN = (mark("This could not be done."), mark("Nothing was changed. Go back and try again."))

_SAID: dict[str, tuple[str, str]] = {
    "kernel.refused": _UNKNOWN,
    "kernel.not_found": (
        mark("What you are looking for is not here."),
        mark("It may have been moved or withdrawn. Search for it, or start again from the home page."),
    ),
    "kernel.invalid_input": (
        mark("A value could not be read."),
        mark("Nothing was changed. Correct it and send it again."),
    ),
    "kernel.not_allowed": (
        mark("This is not open to you."),
        mark("Nothing was changed. If you think it should be, write to us."),
    ),
    "money.currency_mismatch": (
        mark("Two amounts are not in the same currency."),
        mark("Nothing was changed. Reload the page and try again."),
    ),
    "money.unreadable_amount": (
        mark("An amount could not be read."),
        mark("Write it with figures, for instance 12.50, and send it again."),
    ),
}


def refusal_words(refusal: Refusal, language: str) -> RefusalWords:
    """A refusal as said in `language`; one that nobody wrote down yet is still answered politely."""
    title, remedy = _SAID.get(refusal.code, _UNKNOWN)
    return RefusalWords(say(language, title), say(language, remedy))


def is_worded(code: str) -> bool:
    return code in _SAID
