"""The words articles are described with: attributes, options, families, brands, categories, channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types.ids import AttributeValue, BrandId, CategoryId


class AttributeKind(StrEnum):
    TEXT = "text"  # one Text, translated
    WORD = "word"  # one str, the same in every language
    NUMBER = "number"  # exact decimal as str, no unit
    MEASURE = "measure"  # exact decimal as str, in the attribute's unit
    FLAG = "flag"  # bool
    CHOICE = "choice"  # one choice code
    CHOICES = "choices"  # tuple of choice codes
    DAY = "day"  # ISO date


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class Attribute:
    """A typed attribute. `unit` is a `kernel.units` code for measures. `facet`: offered as a filter."""

    code: str
    kind: AttributeKind
    label: Text
    unit: str | None = None
    choices: tuple[Choice, ...] = ()
    facet: bool = False
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """What a shopper chooses between the variants of one product: size, colour. Not an attribute."""

    code: str
    label: Text
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FamilyAttribute:
    attribute: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """A product family: its attributes, and the legal regimes (`rules.legal`) whose fields its sheets must fill."""

    code: str
    label: Text
    attributes: tuple[FamilyAttribute, ...] = ()
    regimes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A place of sale: web shop, shop till, marketplace. `price_mode` is "gross" (fixed consumer price) or "net"."""

    code: str
    name: str
    currency: str
    country: str
    languages: tuple[str, ...]
    price_mode: str = "gross"

    @property
    def default_language(self) -> str:
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Brand:
    """A maker's name. `legal`: values its sheets say when the article itself says nothing (manufacturer address...)."""

    id: BrandId
    code: str
    name: str
    legal: Mapping[str, AttributeValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandDraft:
    """A brand to write, upserted by `code`; `legal` None leaves what is kept as it is."""

    code: str
    name: str
    legal: Mapping[str, AttributeValue] | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A node of the tree. `slugs` per language; `path` from the root to itself; children sorted by position."""

    id: CategoryId
    code: str
    label: Text
    description: Text
    parent: CategoryId | None
    position: int
    slugs: Text
    path: tuple[CategoryId, ...]


class CategoryDetails(TypedDict, total=False):
    """What may be said of a category beyond its code and label; `parent` is a code, None the root."""

    parent: str | None
    position: int
    description: Text
    slugs: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryDraft:
    """A category to write, upserted by `code`; `slugs` left empty are made from the label."""

    code: str
    label: Text
    parent: str | None = None
    position: int = 0
    description: Text = field(default_factory=dict)
    slugs: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field of the merchant's own. Private unless said otherwise: no head shows a private one to shoppers."""

    code: str
    label: Text
    public: bool = False
