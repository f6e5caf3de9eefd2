"""Folds what people write to one plain form: no case, no accents, no typographic variants."""

from __future__ import annotations

import re
import unicodedata

MAX_TYPED = 200  # characters of a question that are read; more is no question
_VARIANTS = str.maketrans(
    {
        "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ı": "i", "™": " ", "®": " ", "©": " ", "℠": " ",
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "″": '"', "”": '"', "“": '"', "„": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "×": "x", "⁄": "/",
    }
)  # fmt: skip
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]+")


def fold(text: str) -> str:
    """Lower case, without accents, ligatures or typographic variants: "L’Œuf  Été" -> "l'oeuf  ete"."""
    plain = _UNSEEN.sub(_blank, text).translate(_VARIANTS)
    if not plain.isascii():
        split = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in split if not unicodedata.combining(letter))
    return plain.casefold()


def _blank(match: re.Match[str]) -> str:
    """Soft hyphens and zero-width marks vanish inside a word; every other unseen character parts two words."""
    return "" if set(match[0]) <= {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"} else " "


def compact(text: str) -> str:
    """Only the letters and digits of a code, folded: "MG-5750 / A" -> "mg5750a"."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


def clip(typed: str) -> str:
    """The part of what was typed that is read: control characters blanked, at most `MAX_TYPED` characters."""
    return " ".join(_UNSEEN.sub(_blank, typed[: MAX_TYPED * 5]).split())[:MAX_TYPED]
