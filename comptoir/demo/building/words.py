"""The words of the catalogue: channel, attributes, options, families, makers, departments."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.demo import content
from comptoir.demo.content.house import Sayings, Vocabulary
from comptoir.kernel.languages import LANGUAGES
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    AttributeValue,
    BrandDraft,
    CategoryDraft,
    Channel,
    Choice,
    Family,
    FamilyAttribute,
    Option,
)

ACTOR = "system:demo"
CHANNEL = "web"


def define_words() -> None:
    """Say every word of the vocabulary; saying it again writes nothing."""
    catalogue.define_channel(Channel(CHANNEL, "Boutique en ligne", "EUR", "FR", LANGUAGES), actor=ACTOR)
    vocabulary = content.read_vocabulary()
    _define_attributes(vocabulary)
    for entry in vocabulary.option:
        catalogue.define_option(Option(entry.code, content.say(entry.label), _choices(entry.values)), actor=ACTOR)
    catalogue.define_families([_family(file) for file in content.list_families()], actor=ACTOR)
    brands = [BrandDraft(code=one.code, name=one.name, legal=_legal(one)) for one in content.list_brands()]
    catalogue.define_brands(brands, actor=ACTOR)
    catalogue.define_categories(_categories(), actor=ACTOR)


def _define_attributes(vocabulary: Vocabulary) -> None:
    attributes = [
        Attribute(
            code=entry.code,
            kind=AttributeKind(entry.kind),
            label=content.say(entry.label),
            unit=entry.unit,
            choices=_choices(entry.choices),
            facet=entry.facet,
        )
        for entry in vocabulary.attribute
    ]
    catalogue.define_attributes(attributes, actor=ACTOR)


def _choices(entries: tuple[Sayings, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code, content.say(tuple(label))) for code, *label in entries)


def _family(file: content.FamilyFile) -> Family:
    kin = file.family
    asked = tuple(FamilyAttribute(code.removesuffix("!"), required=code.endswith("!")) for code in kin.attributes)
    return Family(kin.code, kin.label, asked, kin.regimes)


def _legal(brand: content.BrandEntry) -> Mapping[str, AttributeValue]:
    if brand.food:
        return {"operator_name": brand.name, "operator_address": brand.address}
    maker = {
        "manufacturer_name": brand.name,
        "manufacturer_address": brand.address,
        "manufacturer_email": brand.email,
        "manufacturer_country": brand.country,
    }
    fields = ("responsible_name", "responsible_address", "responsible_email")
    return maker | dict(zip(fields, brand.responsible, strict=False))


def _categories() -> tuple[CategoryDraft, ...]:
    tree = content.read_tree()
    return tuple(
        CategoryDraft(
            code=code,
            label=content.say(tuple(label)),
            parent=parent or None,
            position=position,
            description=content.say(tree.descriptions[code]) if code in tree.descriptions else {},
        )
        for position, (code, parent, *label) in enumerate(tree.tree)
    )
