"""A sheet as it is judged: the article, its words, its pictures, and its twins elsewhere in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import Attribute, Family, Media, Option, Product


@dataclass(frozen=True, slots=True)
class Twin:
    """Another article that says the same description."""

    code: str
    name: Text
    family: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that judging one article needs. `gtin_twins`: GTIN to the code of another article that has it too."""

    product: Product
    family: Family
    attributes: Mapping[str, Attribute]
    options: Mapping[str, Option]
    media: tuple[Media, ...] = ()
    gtin_twins: Mapping[str, str] = field(default_factory=dict)
    description_twin: Twin | None = None

    @property
    def pictures(self) -> tuple[Media, ...]:
        """Its pictures, drawings included, documents not."""
        return tuple(one for one in self.media if one.kind != "document")
