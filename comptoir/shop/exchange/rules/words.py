"""Which words the catalogue lacks for some articles, given what it has: told words whole, found words completed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    Brand,
    BrandDraft,
    Category,
    CategoryDraft,
    Choice,
    Family,
    FamilyAttribute,
    Option,
)
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.schema import AttributeSeen, OptionSeen, Schema, all_attributes
from comptoir.shop.exchange.types import ReadArticle, ReadDefinition

_OF_CHOICES = frozenset({AttributeKind.CHOICE, AttributeKind.CHOICES})


@dataclass(slots=True)
class Wanted:
    """Codes of the words that some articles use; `families` with the attributes each must have."""

    attributes: set[str] = field(default_factory=set)
    options: set[str] = field(default_factory=set)
    families: dict[str, set[str]] = field(default_factory=dict)
    brands: set[str] = field(default_factory=set)
    categories: set[str] = field(default_factory=set)


def everything(schema: Schema) -> Wanted:
    """All the words of a file."""
    families = {code: set(seen.attributes) for code, seen in schema.families.items()}
    families.update((code, {name for name, _ in told.attributes}) for code, told in schema.told_families.items())
    for code in families.keys() & schema.families.keys():
        families[code].update(schema.families[code].attributes)
    definitions = schema.told_definitions.values()
    return Wanted(
        attributes={*schema.attributes, *(one.code for one in definitions if one.kind is not None)},
        options={*schema.choices, *(one.code for one in definitions if one.kind is None)},
        families=families,
        brands=set(schema.brands),
        categories={*schema.categories, *_default_category(schema)},
    )


def used_by(schema: Schema, articles: Iterable[ReadArticle]) -> Wanted:
    """The words that these articles use, told families and options whole."""
    wanted = Wanted(categories=set(_default_category(schema)))
    for article in articles:
        attributes = {one.code for one in all_attributes(article) if one.says}
        wanted.options.update(choice.option for variant in article.variants for choice in variant.choices)
        wanted.options.update(article.options or ())
        if family := schema.family_of(article):
            wanted.families.setdefault(family, set()).update(attributes)
            if told := schema.told_families.get(family):
                attributes.update(code for code, _ in told.attributes)
        wanted.attributes.update(attributes)
        if brand := schema.brand_of(article):
            wanted.brands.add(brand)
        wanted.categories.update(article.categories or ())
    wanted.categories.update(_ancestors(schema, wanted.categories))
    return wanted


def _default_category(schema: Schema) -> tuple[str, ...]:
    return (code_of(schema.options.category),) if schema.options.category else ()


def _ancestors(schema: Schema, codes: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for code in codes:
        node = schema.categories.get(code)
        while node is not None and node.parent and node.parent not in found:
            found.add(node.parent)
            node = schema.categories.get(node.parent)
    return found


def attributes_wanted(schema: Schema, wanted: Wanted, known: Mapping[str, Attribute]) -> tuple[Attribute, ...]:
    """Attributes to define: told ones, new ones, and known lists of choices that lack some."""
    facets = schema.facets()
    found = []
    for code in sorted(wanted.attributes):
        told, seen, held = schema.told_definitions.get(code), schema.attributes.get(code), known.get(code)
        if told is not None and told.kind is not None:
            found.append(_told_attribute(told, told.kind))
        elif seen is not None and schema.options.create:
            if held is None:
                found.append(_new_attribute(code, seen, facet=code in facets))
            elif held.kind in _OF_CHOICES and (missing := _missing_choices(held, seen)):
                found.append(_with_choices(held, missing))
    return tuple(found)


def _told_attribute(told: ReadDefinition, kind: AttributeKind) -> Attribute:
    return Attribute(
        code=told.code,
        kind=kind,
        label=told.label,
        unit=told.unit,
        choices=tuple(Choice(code, label) for code, label in told.choices),
        facet=told.facet,
        searchable=told.searchable,
    )


def _new_attribute(code: str, seen: AttributeSeen, *, facet: bool) -> Attribute:
    kind = seen.kind
    unit = seen.unit if kind is AttributeKind.MEASURE else None
    if kind is AttributeKind.MEASURE and unit is None:
        kind = AttributeKind.NUMBER
    choices = _choices(seen) if kind in _OF_CHOICES else ()
    return Attribute(code=code, kind=kind, label=seen.label, unit=unit, choices=choices, facet=facet)


def _choices(seen: AttributeSeen) -> tuple[Choice, ...]:
    language = next(iter(seen.label), "en")
    return tuple(Choice(code, {language: words[:250]}) for code, words in seen.words.items())


def _missing_choices(held: Attribute, seen: AttributeSeen) -> tuple[Choice, ...]:
    there = {choice.code for choice in held.choices}
    return tuple(choice for choice in _choices(seen) if choice.code not in there)


def _with_choices(held: Attribute, missing: tuple[Choice, ...]) -> Attribute:
    return Attribute(
        code=held.code,
        kind=held.kind,
        label=held.label,
        unit=held.unit,
        choices=(*held.choices, *missing),
        facet=held.facet,
        searchable=held.searchable,
    )


def options_wanted(schema: Schema, wanted: Wanted, known: Mapping[str, Option]) -> tuple[Option, ...]:
    """Options to define: told ones, new ones, and known ones that lack values."""
    found = []
    for code in sorted(wanted.options):
        told, seen, held = schema.told_definitions.get(f"option {code}"), schema.choices.get(code), known.get(code)
        if told is not None:
            found.append(Option(code, told.label, tuple(Choice(value, label) for value, label in told.choices)))
        elif seen is not None and schema.options.create:
            option = _completed(code, seen, held)
            if option != held:
                found.append(option)
    return tuple(found)


def _completed(code: str, seen: OptionSeen, held: Option | None) -> Option:
    there = held.values if held else ()
    have = {choice.code for choice in there}
    more = tuple(Choice(value, label) for value, label in seen.values.items() if value not in have)
    return Option(code, held.label if held else seen.label, (*there, *more))


def families_wanted(schema: Schema, wanted: Wanted, known: Mapping[str, Family]) -> tuple[Family, ...]:
    """Families to define: told ones, new ones with the regimes of the options, known ones that lack attributes."""
    found = []
    for code, attributes in sorted(wanted.families.items()):
        told, held, seen = schema.told_families.get(code), known.get(code), schema.families.get(code)
        if told is not None and told.whole:
            asked = tuple(FamilyAttribute(name, required) for name, required in told.attributes)
            found.append(_family_with(Family(code, told.label, asked, told.regimes), attributes))
        elif schema.options.create and (seen or told):
            label = told.label if told else seen.label if seen else {}
            base = held or Family(code, label, (), schema.options.regimes)
            family = _family_with(base, attributes)
            if family != held:
                found.append(family)
    return tuple(found)


def _family_with(family: Family, attributes: Iterable[str]) -> Family:
    there = {one.attribute for one in family.attributes}
    more = tuple(FamilyAttribute(code) for code in sorted(attributes) if code not in there)
    return Family(family.code, family.label, (*family.attributes, *more), family.regimes) if more else family


def brands_wanted(schema: Schema, wanted: Wanted, known: Mapping[str, Brand]) -> tuple[BrandDraft, ...]:
    """Brands to define: those that are missing, and those whose legal values are told."""
    return tuple(
        BrandDraft(code=code, name=told.name, legal=dict(told.legal) if told.told else None)
        for code in sorted(wanted.brands)
        if (told := schema.brands.get(code)) is not None and (code not in known or told.told)
    )


def categories_wanted(schema: Schema, wanted: Wanted, known: Mapping[str, Category]) -> tuple[CategoryDraft, ...]:
    """Categories to define, parents before children; a parent that nobody knows makes a root of its child."""
    found: dict[str, CategoryDraft] = {}

    def add(code: str, depth: int = 0) -> None:
        read = schema.categories.get(code)
        if read is None or code in found or depth > 30 or (code in known and not read.told):
            return
        add(read.parent, depth + 1)
        parent = read.parent if read.parent in found or read.parent in known else None
        found[code] = CategoryDraft(
            code=code,
            label=read.label,
            parent=parent,
            position=read.position,
            description=read.description,
            slugs=read.slugs,
        )

    for code in sorted(wanted.categories, key=lambda one: (_place(schema, one), one)):
        add(code)
    given = schema.options.category
    if given and (code := code_of(given)) not in known:
        found.setdefault(code, CategoryDraft(code=code, label={schema.language: given[:250]}))
    return tuple(found.values())


def _place(schema: Schema, code: str) -> int:
    read = schema.categories.get(code)
    return read.position if read else 0
