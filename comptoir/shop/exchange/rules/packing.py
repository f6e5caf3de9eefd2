"""How our own tables write lists, values and texts per language in one cell, and read them back exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import AttributeValue

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "\r": "\\r", "=": "\\="}
_PIECE = re.compile(r"\\(.)|(\|)|([^\\|]+)", re.DOTALL)


def _escape(text: str, marks: str) -> str:
    return "".join(_ESCAPES[sign] if sign == "\\" or sign in marks else sign for sign in text)


def join(words: Iterable[str]) -> str:
    """A list in a cell: `a|b`, a bar within a word written `\\|`."""
    return "|".join(_escape(word, "|") for word in words)


def split(cell: str) -> tuple[str, ...]:
    """The list that `join` wrote."""
    if not cell:
        return ()
    if "\\" not in cell:
        return tuple(word.strip() for word in cell.split("|"))
    words = [""]
    for escaped, bar, plain in _PIECE.findall(cell):
        if bar:
            words.append("")
        elif escaped:
            words[-1] += escaped if escaped in "\\|" else "\\" + escaped
        else:
            words[-1] += plain
    return tuple(words)


def value_cells(code: str, value: AttributeValue) -> Iterator[tuple[str, str]]:
    """The columns that hold a value: `code`, or `code@fr`, `code@en` for a text per language."""
    if isinstance(value, Mapping):
        for language in sorted(value):
            yield f"{code}@{language}", value[language]
    elif isinstance(value, bool):
        yield code, "true" if value else "false"
    elif isinstance(value, tuple):
        yield code, join(value)
    elif value is not None:
        yield code, join((str(value),))


def column_parts(name: str) -> tuple[str, str]:
    """`colour@fr` is (`colour`, `fr`), `colour` is (`colour`, "")."""
    code, mark, language = name.rpartition("@")
    return (code, language) if mark and _LANGUAGE.fullmatch(language) else (name, "")


def pack(cells: Mapping[str, str]) -> str:
    """Many named values in one cell, a `name=value` a line."""
    return "\n".join(
        f"{_escape(name, '=' + chr(10))}={_escape(cells[name], chr(10) + chr(13))}" for name in sorted(cells)
    )


def unpack(cell: str) -> dict[str, str]:
    """What `pack` wrote; a line without an equals sign is left out."""
    found = {}
    for line in cell.split("\n"):
        name, mark, value = _cut(line.strip("\r"))
        if mark and name:
            found[name.strip()] = _unescape(value)
    return found


def _cut(line: str) -> tuple[str, str, str]:
    match = re.match(r"((?:[^\\=]|\\.)*)=(.*)", line, re.DOTALL)
    return (_unescape(match.group(1)), "=", match.group(2)) if match else (line, "", "")


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    signs = {"n": "\n", "r": "\r", "=": "=", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: signs.get(found.group(1), found.group(0)), text)


def texts(cells: Mapping[str, str], prefix: str) -> Text:
    """The texts of columns `prefix.fr`, `prefix.en`...: empty ones too, since they say that there is none."""
    start = prefix + "."
    return {name.removeprefix(start): text for name, text in cells.items() if name.startswith(start)}
