"""What a format reads in a file: articles, words of the vocabulary, troubles of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import AttributeKind, AttributeValue, NetQuantity
from comptoir.shop.exchange.types.runs import Trouble


@dataclass(slots=True, kw_only=True)
class ReadAttribute:
    """A value of an attribute as read. `kind` is what the format knows; None lets the whole file decide.

    `values` are the words as written (several for a list); `choices` of a list are labels, coded from their words.
    """

    code: str
    label: Text
    values: tuple[str, ...] = ()
    text: Text = field(default_factory=dict)
    kind: AttributeKind | None = None
    unit: str | None = None

    @property
    def says(self) -> bool:
        """Whether there is a value."""
        return bool(self.values) or any(self.text.values())


@dataclass(slots=True, kw_only=True)
class ReadChoice:
    """A value that a variant has for an option: both by code, with their labels."""

    option: str
    option_label: Text
    value: str
    value_label: Text
    position: int = 0


@dataclass(slots=True, kw_only=True)
class ReadPrice:
    """A price for one channel ("" is the import's channel), exact, in major units. Empty fields take the options'."""

    amount: Decimal
    channel: str = ""
    currency: str = ""
    mode: str = ""
    valid_from: datetime | None = None


@dataclass(slots=True, kw_only=True)
class ReadVariant:
    """One line of goods. `stock` maps a place code ("" is the import's place) to whole pieces.

    `part` is the file the line stands in when that is not its article's.
    """

    line: int
    part: str = ""
    sku: str | None = None
    gtin: str | None = None
    choices: tuple[ReadChoice, ...] = ()
    attributes: tuple[ReadAttribute, ...] = ()
    weight_g: int | None = None
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    net_quantity: NetQuantity | None = None
    position: int = 0
    active: bool = True
    prices: tuple[ReadPrice, ...] = ()
    stock: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class ReadArticle:
    """An article as a file tells it. `categories` hold codes; the format yields a `ReadCategory` for each.

    `family` and `brand` are names, coded by the import, unless `coded` (our format) says they are codes already.
    A field left out (None, a language or an attribute not named) is kept as the catalogue has it; an empty text or an
    attribute without values is emptied. `channels` None lets the options decide.
    """

    part: str
    line: int
    code: str
    name: Text
    variants: tuple[ReadVariant, ...]
    coded: bool = False
    family: str = ""
    brand: str | None = None
    categories: tuple[str, ...] | None = None
    summary: Text = field(default_factory=dict)
    description: Text = field(default_factory=dict)
    seo_title: Text = field(default_factory=dict)
    seo_description: Text = field(default_factory=dict)
    slugs: Text = field(default_factory=dict)
    attributes: tuple[ReadAttribute, ...] = ()
    legal: tuple[ReadAttribute, ...] = ()
    options: tuple[str, ...] | None = None
    tax_class: str = ""
    status: str | None = "active"
    channels: tuple[str, ...] | None = None
    custom: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class ReadCategory:
    """A category as a file tells it; `parent` is a code, "" for a root.

    `told` (our format): written as it is even where it exists; else only a missing one is made.
    """

    code: str
    label: Text
    parent: str = ""
    position: int = 0
    description: Text = field(default_factory=dict)
    slugs: Text = field(default_factory=dict)
    told: bool = False


@dataclass(slots=True, kw_only=True)
class ReadBrand:
    """A brand; `legal` are the values that its articles inherit. `told` as for a category."""

    code: str
    name: str
    legal: Mapping[str, AttributeValue] = field(default_factory=dict)
    told: bool = False


@dataclass(slots=True, kw_only=True)
class ReadFamily:
    """A family; `attributes` as (code, required). `whole`: our format's, written as it is told, even without any."""

    code: str
    label: Text
    attributes: tuple[tuple[str, bool], ...] = ()
    regimes: tuple[str, ...] = ()
    whole: bool = False


@dataclass(slots=True, kw_only=True)
class ReadDefinition:
    """An attribute as our own format defines it, or an option when `kind` is None; `choices` as (code, label).

    `part`: only the choices of an attribute that another definition tells.
    """

    code: str
    label: Text
    kind: AttributeKind | None
    unit: str | None = None
    choices: tuple[tuple[str, Text], ...] = ()
    facet: bool = False
    searchable: bool = True
    part: bool = False


@dataclass(slots=True, kw_only=True)
class ReadChannel:
    code: str
    name: str
    currency: str
    country: str
    languages: tuple[str, ...]
    price_mode: str


@dataclass(slots=True, kw_only=True)
class ReadCustomField:
    code: str
    label: Text
    public: bool = False


@dataclass(slots=True, kw_only=True)
class ReadPlace:
    code: str
    kind: str
    name: str
    address: Mapping[str, str]
    sells_online: bool


@dataclass(slots=True, kw_only=True)
class ReadPicture:
    """A picture or document of an article, or (`of_variant`) of the variant that `sku`, else `options`, names.

    `file` stands in `media/`; `digest` is the SHA-256 of the file, "" when the table does not say it.
    """

    part: str
    line: int
    code: str
    file: str
    of_variant: bool = False
    sku: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    filename: str = ""
    alt: Text = field(default_factory=dict)
    position: int = 0


Item = (
    ReadArticle
    | ReadPicture
    | ReadCategory
    | ReadBrand
    | ReadFamily
    | ReadDefinition
    | ReadChannel
    | ReadPlace
    | ReadCustomField
    | Trouble
)
"""What a format yields, in the order of the file; vocabulary may come after the articles that use it."""
