"""What crosses the exchange door: options, what a format reads, and what a run reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import AttributeKind, AttributeValue, NetQuantity


class Severity(StrEnum):
    INFO = "info"  # good to know, nothing to do
    WARNING = "warning"  # read, but look at it
    ERROR = "error"  # this line was not taken


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How to read a foreign file. An empty text means the default said beside it.

    `format`: recognised from the header. `language`, `currency`, `price_mode`: those of the channel (`price_mode`: of
    the format when it says so). `place`: "warehouse". `family`: the one the file names, else the format's own.
    `regimes`: legal regimes of the families that the import creates. `category`: for articles that have none.
    `copy_names`: say a name again in the channel's languages that lack it.
    `create`: make the families, attributes, options, categories and brands that are missing. `price_ceiling`: a price
    above it, in whole currency units, is taken for a mistake and the article stays unpublished.
    """

    format: str = ""
    channel: str = "web"
    language: str = ""
    currency: str = ""
    price_mode: str = ""
    tax_class: str = "standard"
    place: str = "warehouse"
    family: str = ""
    regimes: tuple[str, ...] = ()
    category: str = ""
    copy_names: bool = False
    create: bool = True
    publish: bool = True
    price_ceiling: int = 20_000
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to say about a line of a file. `part` is the file or sheet; line 0 is about the whole of it."""

    part: str
    line: int
    severity: Severity
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


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
    """One line of goods. `stock` maps a place code ("" is the import's place) to whole pieces."""

    line: int
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
    """A family as our own format tells it, whole; `attributes` as (code, required)."""

    code: str
    label: Text
    attributes: tuple[tuple[str, bool], ...] = ()
    regimes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class ReadDefinition:
    """An attribute as our own format defines it, or an option when `kind` is None; `choices` as (code, label)."""

    code: str
    label: Text
    kind: AttributeKind | None
    unit: str | None = None
    choices: tuple[tuple[str, Text], ...] = ()
    facet: bool = False
    searchable: bool = True


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


Item = (
    ReadArticle
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


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Articles by outcome, and what was written beside them."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    variants: int = 0
    prices: int = 0
    stocks: int = 0
    published: int = 0
    kept_unpublished: int = 0


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a report: where, how grave, the fact, and what to do (`remedy`, in English)."""

    part: str
    line: int
    severity: Severity
    code: str
    facts: Mapping[str, str | int]
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ReportTally:
    """How often a fact was met: `kept` of them are in the report's lines, the rest are only counted."""

    code: str
    severity: Severity
    count: int
    kept: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do (`dry_run`)."""

    run: UUID
    format: str
    files: tuple[str, ...]
    dry_run: bool
    status: str
    total: int
    cursor: int
    counts: ImportCounts
    lines: tuple[ReportLine, ...]
    tallies: tuple[ReportTally, ...]
    started_at: datetime
    ended_at: datetime | None
    resumed: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a long work stands: `stage` is "reading" or "writing"; `done` of `total` articles (0: not known yet)."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FormatCard:
    """A format that can be read: its code for `--format`, its name, the columns that give each of its files away."""

    code: str
    name: str
    files: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where: rows by table, and the file's size."""

    path: str
    rows: Mapping[str, int]
    size: int
