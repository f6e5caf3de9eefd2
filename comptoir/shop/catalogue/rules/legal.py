"""Legal regimes: what the law makes a sheet say, field by field, each with the id of its article in the law file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from comptoir.shop.catalogue.rules import values
from comptoir.shop.catalogue.types import AttributeValue, LegalBlock, LegalLine


class Shape(StrEnum):
    """How a legal field is typed."""

    TEXT = "text"  # per language
    WORD = "word"
    NUMBER = "number"
    FLAG = "flag"
    CHOICES = "choices"


class Need(StrEnum):
    """When a field must be there."""

    ALWAYS = "always"
    NON_EU_MAKER = "non_eu_maker"  # only when the manufacturer is outside the European Union
    IF_ANY = "if_any"  # said when there is something to say: never blocks


@dataclass(frozen=True, slots=True)
class LegalField:
    """One thing a sheet must say. `among` lists the allowed words; `law` is its own source when not the regime's."""

    code: str
    shape: Shape
    need: Need = Need.ALWAYS
    among: frozenset[str] = frozenset()
    law: str = ""


@dataclass(frozen=True, slots=True)
class Regime:
    """A set of fields with its source. `facts` are needs met by the sheet itself: "picture", "net_quantity"..."""

    code: str
    law: str
    fields: tuple[LegalField, ...] = ()
    facts: tuple[str, ...] = ()


EU = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "GP", "MQ", "GF", "RE", "YT", "MF",
})  # fmt: skip
"""Countries where a manufacturer needs no responsible person, French overseas departments under their own codes."""
ALLERGENS = frozenset({
    "none", "gluten", "crustaceans", "eggs", "fish", "peanuts", "soya", "milk", "nuts", "celery", "mustard",
    "sesame", "sulphites", "lupin", "molluscs",
})  # fmt: skip
"""Annex II of regulation (EU) 1169/2011, and "none", so that a forgotten list is not taken for a safe one."""

_W, _T, _N, _F, _C = Shape.WORD, Shape.TEXT, Shape.NUMBER, Shape.FLAG, Shape.CHOICES
_ABROAD, _IF_ANY = Need.NON_EU_MAKER, Need.IF_ANY

_REGIMES = (
    Regime(
        "gpsr",
        "GPS-1",
        (
            LegalField("manufacturer_name", _W),
            LegalField("manufacturer_address", _W),
            LegalField("manufacturer_email", _W),
            LegalField("manufacturer_country", _W),
            LegalField("responsible_name", _W, _ABROAD),
            LegalField("responsible_address", _W, _ABROAD),
            LegalField("responsible_email", _W, _ABROAD),
            LegalField("warnings", _T, _IF_ANY),
        ),
        ("picture", "identifier"),
    ),
    Regime(
        "food",
        "FOO-1",
        (
            LegalField("food_name", _T),
            LegalField("ingredients", _T),
            LegalField("allergens", _C, among=ALLERGENS),
            LegalField("storage", _T),
            LegalField("operator_name", _W),
            LegalField("operator_address", _W),
            LegalField("origin", _T, _IF_ANY),
            LegalField("nutrition", _T),
        ),
        ("net_quantity",),
    ),
    Regime("alcohol", "AGE-1", (LegalField("alcohol_percent", _N, law="FOO-1"), LegalField("minimum_age", _N))),
    Regime("unit_price", "PRI-14", (), ("net_quantity",)),
    Regime("repairability", "IDX-1", (LegalField("repairability_index", _N),)),
    Regime("durability", "IDX-1", (LegalField("durability_index", _N),)),
    Regime(
        "energy",
        "IDX-1",
        (LegalField("energy_class", _W, among=frozenset("ABCDEFG")), LegalField("eprel_number", _W)),
    ),
    Regime(
        "eco_participation",
        "ECO-1",
        (LegalField("eco_participation_minor", _N), LegalField("producer_idu", _W)),
    ),
    Regime("age", "AGE-1", (LegalField("minimum_age", _N),)),
    Regime(
        "guarantee",
        "GUA-1",
        (LegalField("guarantee_months", _N), LegalField("spare_parts_months", _N, _IF_ANY)),
    ),
    Regime(
        "durability_guarantee",
        "GUA-3",
        (LegalField("producer_guarantee_months", _N), LegalField("producer_guarantee_free", _F)),
    ),
    Regime("textile", "(EU) 1007/2011", (LegalField("composition", _T), LegalField("care", _T, _IF_ANY))),
)
REGIMES: Mapping[str, Regime] = {regime.code: regime for regime in _REGIMES}
FIELDS: Mapping[str, LegalField] = {field.code: field for regime in _REGIMES for field in regime.fields}


def read_field(code: str, value: Any) -> AttributeValue:
    """A legal value as kept; raises `values.WrongValue`."""
    field = FIELDS.get(code)
    if field is None:
        raise values.WrongValue("unknown_legal_field")
    readers = {_W: values.read_word, _T: values.read_text, _N: values.read_decimal, _F: values.read_flag}
    if field.shape is Shape.CHOICES:
        return _among(field, value)
    read: AttributeValue = readers[field.shape](value)
    if field.among and read not in field.among:
        raise values.WrongValue("not_a_choice", given=str(read))
    return read


def _among(field: LegalField, value: Any) -> tuple[str, ...] | None:
    words = (value,) if isinstance(value, str) else value
    if not isinstance(words, tuple | list) or not field.among.issuperset(words):
        raise values.WrongValue("not_choices", given=str(value)[:80])
    return tuple(dict.fromkeys(words)) or None


def effective(own: Mapping[str, AttributeValue], brand: Mapping[str, AttributeValue]) -> dict[str, AttributeValue]:
    """What the sheet says: the article's own values, then its brand's."""
    return {**brand, **own}


def blocks(
    regimes: tuple[str, ...], own: Mapping[str, AttributeValue], brand: Mapping[str, AttributeValue]
) -> tuple[LegalBlock, ...]:
    """What each regime makes the sheet say, lines without a value left out."""
    said = effective(own, brand)
    return tuple(
        LegalBlock(
            regime.code,
            regime.law,
            tuple(
                LegalLine(field.code, said[field.code], inherited=field.code not in own)
                for field in regime.fields
                if field.code in said
            ),
        )
        for regime in (REGIMES[code] for code in regimes if code in REGIMES)
    )


@dataclass(frozen=True, slots=True)
class LegalGap:
    """A field the law asks for and the sheet does not say; `language` for a text not translated."""

    regime: str
    law: str
    field: str
    language: str = ""


def gaps(
    regimes: tuple[str, ...], said: Mapping[str, AttributeValue], met: frozenset[str], language: str
) -> list[LegalGap]:
    """Everything that the regimes ask for and that is missing in one language.

    `said` are the effective values, `met` the facts the sheet meets by itself ("picture", "identifier",
    "net_quantity"). The law wants these texts in the buyer's language, so a translation missing is a gap.
    """
    found: list[LegalGap] = []
    for code in regimes:
        regime = REGIMES.get(code)
        if regime is None:
            continue
        for field in _asked(regime, said):
            if not _is_said(said.get(field.code), language):
                spoken = language if field.shape is Shape.TEXT else ""
                found.append(LegalGap(code, field.law or regime.law, field.code, spoken))
        found.extend(LegalGap(code, regime.law, fact) for fact in regime.facts if fact not in met)
    return found


def _asked(regime: Regime, said: Mapping[str, AttributeValue]) -> list[LegalField]:
    country = str(said.get("manufacturer_country") or "").upper()
    needs = {Need.ALWAYS, Need.NON_EU_MAKER} if country and country not in EU else {Need.ALWAYS}
    return [field for field in regime.fields if field.need in needs]


def count_asked(regimes: tuple[str, ...], said: Mapping[str, AttributeValue]) -> int:
    """How many things these regimes ask of a sheet."""
    asked = [REGIMES[code] for code in regimes if code in REGIMES]
    return sum(len(_asked(regime, said)) + len(regime.facts) for regime in asked)


def _is_said(value: AttributeValue, language: str) -> bool:
    if value is None:
        return False
    if isinstance(value, Mapping):
        return bool(value.get(language))
    return not (isinstance(value, str) and not value.strip())
