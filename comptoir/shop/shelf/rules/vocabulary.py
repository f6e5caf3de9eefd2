"""The words that sheets are written with, gathered once for a whole rebuild."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import Attribute, Category, CategoryId, Family, Option
from comptoir.shop.inventory.types import Place, PlaceId


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Attributes, options, families by code; categories and places by id; label of each public custom field."""

    attributes: Mapping[str, Attribute]
    options: Mapping[str, Option]
    families: Mapping[str, Family]
    categories: Mapping[CategoryId, Category]
    places: Mapping[PlaceId, Place]
    custom: Mapping[str, Text] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    """Labels of the choices of each attribute, and of the values of each option ("option:<code>")."""

    ranks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Where each attribute stands in each family."""

    def standing(self, assigned: tuple[CategoryId, ...]) -> tuple[str, ...]:
        """Codes of the categories an article stands in, their ancestors included, each once, the main trail first."""
        codes: dict[str, None] = {}
        for category in assigned:
            if category in self.categories:
                for above in self.categories[category].path:
                    codes[self.categories[above].code] = None
        return tuple(codes)


def rank_attributes(families: Mapping[str, Family]) -> dict[str, dict[str, int]]:
    """The table of `Vocabulary.ranks`."""
    return {
        code: {each.attribute: place for place, each in enumerate(family.attributes)}
        for code, family in families.items()
    }


def label_choices(attributes: Mapping[str, Attribute], options: Mapping[str, Option]) -> dict[str, dict[str, Text]]:
    """The table of `Vocabulary.choices`."""
    labels = {code: {c.code: c.label for c in a.choices} for code, a in attributes.items() if a.choices}
    return labels | {f"option:{code}": {c.code: c.label for c in o.values} for code, o in options.items()}
