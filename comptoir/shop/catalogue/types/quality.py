"""What is found about a sheet: faults, completeness, quality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comptoir.shop.catalogue.types.ids import AttributeValue, ProductId


@dataclass(frozen=True, slots=True)
class SheetFault:
    """Something that keeps a sheet from being right: `code`, the `field` it is about, the facts, the law if any.

    `blocking` faults (a legal field missing, a contradiction) close the publish gate.
    """

    code: str
    field: str
    facts: Mapping[str, str]
    blocking: bool
    law: str | None = None


@dataclass(frozen=True, slots=True)
class SheetQuality:
    """Completeness and quality (0 to 100) of one product for one channel and language, with every fault found."""

    product: ProductId
    channel: str
    language: str
    completeness: int
    quality: int
    faults: tuple[SheetFault, ...]


@dataclass(frozen=True, slots=True)
class LegalFieldView:
    """A legal field as a form or an import sees it: `shape` is "text" (per language), "word", "number", "flag" or
    "choices"; `among` are the words allowed, () when any is."""

    code: str
    law: str
    shape: str
    required: bool
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegimeView:
    """A legal regime that families may obey, with its fields; `facts` are met by the sheet itself ("picture")."""

    code: str
    law: str
    fields: tuple[LegalFieldView, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegalLine:
    """One legal field of a sheet with its value; `inherited` when the brand says it for all its articles."""

    field: str
    value: AttributeValue
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class LegalBlock:
    """What one regime makes a sheet say: regime code, law id, and the lines that have a value, in order."""

    regime: str
    law: str
    lines: tuple[LegalLine, ...]
