"""Texts in several languages, and which one to show when a language is missing."""

from __future__ import annotations

from collections.abc import Mapping

Text = Mapping[str, str]
"""Language code (`fr`, `en`, `es`, ...) to what is said in it. A missing key is a missing translation."""

LANGUAGES: tuple[str, ...] = ("fr", "en", "es")
"""The languages that every sentence of Comptoir itself exists in."""


def pick(text: Text, language: str, *fallbacks: str) -> str:
    """The text in `language`, else in the first fallback that has it, else in any language, else ""."""
    return pick_with_language(text, language, *fallbacks)[0]


def pick_with_language(text: Text, language: str, *fallbacks: str) -> tuple[str, str]:
    """As `pick`, with the language found, so that a page can mark foreign words (`lang`, WCAG 3.1.2)."""
    for candidate in (language, *fallbacks, *text):
        found = text.get(candidate)
        if found:
            return found, candidate
    return "", language
