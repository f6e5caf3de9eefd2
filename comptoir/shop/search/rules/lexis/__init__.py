"""What the search knows of each language: one file per language, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexis:
    """Closed lists of folded words, and the general synonyms as written. See the comments of the files."""

    head_first: bool = False
    elisions: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    colours: frozenset[str] = frozenset()
    invariable: frozenset[str] = frozenset()
    irregular: Mapping[str, str] = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()


@cache
def lexis(language: str) -> Lexis:
    """What is known of a language; nothing for one that has no file."""
    source = files(__name__).joinpath(f"{language}.toml")
    if not language.isalpha() or not source.is_file():
        return Lexis()
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = ("elisions", "light", "denials", "breaks", "colours", "invariable")
    return Lexis(
        head_first=told["head_first"],
        irregular=told["irregular"],
        synonyms=tuple(tuple(line.split(", ")) for line in told["general"]["synonyms"]),
        **{name: frozenset(told[name].split()) for name in lists},
    )


def lexis_bytes() -> bytes:
    """Every file as it stands: an index made with other lists has other tokens."""
    found = sorted((one.name, one.read_bytes()) for one in files(__name__).iterdir() if one.name.endswith(".toml"))
    return b"".join(content for _, content in found)
