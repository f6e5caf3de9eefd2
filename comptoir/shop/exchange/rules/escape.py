"""The apostrophe convention: a cell that a spreadsheet would run is written as text, and read back as it was."""

from __future__ import annotations

_RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARDED = (*_RUNNABLE, "'")


def escape_cell(text: str) -> str:
    """Prefix an apostrophe to what a spreadsheet could take for a formula (OWASP, CSV injection).

    A text that already looks escaped gets one more, so that `unescape_cell` always gives the text back.
    """
    if text.startswith(_RUNNABLE) or (text.startswith("'") and text[1:2] in _GUARDED and len(text) > 1):
        return "'" + text
    return text


def unescape_cell(text: str) -> str:
    """Undo `escape_cell`; an apostrophe that begins an ordinary word is left alone."""
    if len(text) > 1 and text[0] == "'" and text[1] in _GUARDED:
        return text[1:]
    return text
