"""The language a page is written in, and the one to fall back on."""

from __future__ import annotations

from dataclasses import dataclass

from comptoir.kernel.languages import Text, pick, pick_with_language


@dataclass(frozen=True, slots=True)
class Tongue:
    """`language` is what is asked; `fallback` is the channel's own."""

    language: str
    fallback: str

    @property
    def locale(self) -> str:
        """As Babel names it."""
        return self.language.replace("-", "_")

    def say(self, text: Text) -> str:
        """The text in this language, else in the channel's, else in any."""
        return pick(text, self.language, self.fallback)

    def find(self, text: Text) -> tuple[str, str]:
        """As `say`, with the language it was found in."""
        return pick_with_language(text, self.language, self.fallback)
