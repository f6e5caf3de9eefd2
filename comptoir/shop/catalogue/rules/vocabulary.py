"""What may be a word of the vocabulary: codes, labels, kinds, units, languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from comptoir.kernel import units
from comptoir.shop.catalogue.rules import legal, texts, values
from comptoir.shop.catalogue.types import Attribute, AttributeKind, Channel, Choice, CustomField, Family, Option

MOST_CHOICES = 5_000
WITH_CHOICES = frozenset({AttributeKind.CHOICE, AttributeKind.CHOICES})
_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")


class WrongWord(ValueError):
    """A word cannot be taken: `reason` and facts."""

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def check_code(code: str) -> None:
    """A code has 1 to 64 characters, none of them a control character, none at the ends a space."""
    if not texts.CODE.fullmatch(code):
        raise WrongWord("wrong_code", given=code[:80], limit=str(texts.LONGEST_CODE))


def read_label(text: Mapping[str, str], *, needed: bool = True, field: str = "label") -> dict[str, str]:
    """A text per language, cleaned, within its limit."""
    for language, said in text.items():
        if not texts.LANGUAGE.fullmatch(language):
            raise WrongWord("not_a_language", field=field, given=language[:20])
        if len(said) > 2 * texts.LIMITS[field]:
            raise WrongWord("text_too_long", field=field, limit=str(texts.LIMITS[field]))
    cleaned = texts.clean_texts(field, text)
    if needed and not cleaned:
        raise WrongWord("no_label", field=field)
    if any(len(said) > texts.LIMITS[field] for said in cleaned.values()):
        raise WrongWord("text_too_long", field=field, limit=str(texts.LIMITS[field]))
    return cleaned


def read_choices(choices: Iterable[Choice]) -> list[dict[str, object]]:
    """Ordered choices, each code once."""
    read: list[dict[str, object]] = []
    for choice in choices:
        check_code(choice.code)
        read.append({"code": choice.code, "label": read_label(choice.label)})
    if len(read) > MOST_CHOICES:
        raise WrongWord("too_many_choices", limit=str(MOST_CHOICES))
    if len({str(choice["code"]) for choice in read}) != len(read):
        raise WrongWord("choice_twice")
    return read


def read_attribute(attribute: Attribute) -> dict[str, object]:
    """An attribute as kept; a measure has a known unit, a choice has choices, nothing else has either."""
    check_code(attribute.code)
    if attribute.kind not in set(AttributeKind):
        raise WrongWord("unknown_kind", given=str(attribute.kind)[:20])
    if (attribute.unit is not None) != (attribute.kind is AttributeKind.MEASURE):
        raise WrongWord("unit_and_kind_differ", kind=str(attribute.kind), unit=str(attribute.unit))
    if attribute.unit is not None:
        try:
            units.find_unit(attribute.unit)
        except units.UnknownUnit:
            raise WrongWord("unknown_unit", given=attribute.unit[:40]) from None
    if attribute.choices and attribute.kind not in WITH_CHOICES:
        raise WrongWord("choices_and_kind_differ", kind=str(attribute.kind))
    return {
        "kind": str(attribute.kind),
        "label": read_label(attribute.label),
        "unit": attribute.unit,
        "choices": read_choices(attribute.choices),
        "facet": attribute.facet,
        "searchable": attribute.searchable,
    }


def read_option(option: Option) -> dict[str, object]:
    """An option as kept."""
    check_code(option.code)
    return {"label": read_label(option.label), "values": read_choices(option.values)}


def read_family(family: Family) -> dict[str, object]:
    """A family as kept; whether its attributes exist is for who reads the database."""
    check_code(family.code)
    unknown = [regime for regime in family.regimes if regime not in legal.REGIMES]
    if unknown:
        raise WrongWord("unknown_regime", given=unknown[0][:40])
    codes = [one.attribute for one in family.attributes]
    if len(set(codes)) != len(codes):
        raise WrongWord("attribute_twice")
    return {
        "label": read_label(family.label),
        "attributes": [{"attribute": one.attribute, "required": one.required} for one in family.attributes],
        "regimes": list(dict.fromkeys(family.regimes)),
    }


def read_channel(channel: Channel) -> dict[str, object]:
    """A channel as kept."""
    check_code(channel.code)
    wrong = [language for language in channel.languages if not texts.LANGUAGE.fullmatch(language)]
    if wrong or not channel.languages:
        raise WrongWord("not_a_language", given=(wrong or [""])[0][:20])
    if not _CURRENCY.fullmatch(channel.currency):
        raise WrongWord("not_a_currency", given=channel.currency[:20])
    if not _COUNTRY.fullmatch(channel.country):
        raise WrongWord("not_a_country", given=channel.country[:20])
    if channel.price_mode not in {"gross", "net"}:
        raise WrongWord("unknown_price_mode", given=channel.price_mode[:20])
    return {
        "name": _name(channel.name),
        "currency": channel.currency,
        "country": channel.country,
        "languages": list(dict.fromkeys(channel.languages)),
        "price_mode": channel.price_mode,
    }


def read_brand(code: str, name: str, given: Mapping[str, object] | None) -> dict[str, object]:
    """A brand as kept; without `given` its legal values are left out, so that they stay."""
    check_code(code)
    read: dict[str, object] = {"name": _name(name)}
    if given is None:
        return read
    kept = {}
    for field in sorted(given):
        if given[field] is None:
            continue
        try:
            value = legal.read_field(field, given[field])
        except values.WrongValue as wrong:
            raise WrongWord(wrong.reason, field=field, **wrong.facts) from None
        kept[field] = values.stored(value)
    return {**read, "legal": {field: value for field, value in kept.items() if value is not None}}


def _name(name: str) -> str:
    cleaned = texts.clean_plain(name)
    if not 0 < len(cleaned) <= 120:
        raise WrongWord("wrong_name", length=str(len(cleaned)), limit="120")
    return cleaned


def read_custom_field(field: CustomField) -> dict[str, object]:
    """A custom field as kept."""
    check_code(field.code)
    return {"label": read_label(field.label), "public": field.public}
