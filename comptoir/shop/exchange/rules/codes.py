"""Codes made from the words of a file: the same words always give the same code."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_NOT_CODE = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})


def code_of(words: str, *, limit: int = 60) -> str:
    """A code of lower-case letters, digits and underscores; never empty.

    Words too long, or of no Latin letter, end with a digest of the whole so that two do not meet.
    """
    folded = unicodedata.normalize("NFKD", words.casefold().translate(_LIGATURES))
    ascii_only = "".join(mark for mark in folded if not unicodedata.combining(mark))
    code = _NOT_CODE.sub("_", ascii_only).strip("_")
    if code and len(code) <= limit:
        return code
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{code[: limit - 11]}_{digest}" if code else f"x_{digest}"
