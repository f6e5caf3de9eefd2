"""Texts as other platforms write them, made plain: entities, literal line ends, empty HTML, control characters."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]{0,200}>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n"} | {127: None}
_LOOKS_LIKE_HTML = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});")


def clean(text: str) -> str:
    """Line ends as one `\\n`, no control character, no space around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).strip()


def literal_breaks(text: str) -> str:
    """Turn the two characters `\\n` that some exporters write into a true line end."""
    return text.replace("\\r\\n", "\n").replace("\\n", "\n") if "\\" in text else text


def plain(text: str) -> str:
    """One line without tags nor entities: what a name or a label may hold."""
    if text.isprintable() and "<" not in text and "&" not in text and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", unmarked(text).replace("\n", " ")).strip()


def unmarked(text: str) -> str:
    """Text without tags nor entities, its line ends kept."""
    text = clean(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = clean(html.unescape(text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def is_html(text: str) -> bool:
    """Whether a text holds a tag or an entity."""
    return _LOOKS_LIKE_HTML.search(text) is not None


def rich(text: str) -> str:
    """A description as HTML: HTML is kept as it is, plain lines become paragraphs, emptiness becomes ""."""
    text = clean(text)
    if not text or (len(text) < 4000 and not unmarked(text)):
        return ""
    if is_html(text):
        return text
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "".join(f"<p>{html.escape(part, quote=False).replace(chr(10), '<br>')}</p>" for part in paragraphs if part)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word and ended by an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:.-") + "…"
