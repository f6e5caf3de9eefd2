"""What crosses the shelf's door: cards and sheets ready to be shown, assembled ahead of time."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec


class Picture(msgspec.Struct, frozen=True, omit_defaults=True):
    """A picture with its renditions, smallest first: (path, width, height, mime)."""

    alt: str
    width: int
    height: int
    sources: tuple[tuple[str, int, int, str], ...]


STOCK_SHOWN = 10
"""The most pieces a sheet tells of; the exact number is inventory's."""


class PriceStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """A consumer price in force from `since` (seconds since 1970, UTC) until the next step begins. Minor units."""

    since: int
    gross: int
    net: int
    rate_bp: int
    highest: int = 0  # dearest variant, when prices differ; 0 otherwise
    unit_price: int = 0  # per `unit`, 0 when the law asks for none
    unit: str = ""


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article as it stands in a list, in one language and channel.

    `prices` are dated so that a card is right to the second on both sides of a price change; use `price_at`.
    `lang` is the language the texts were found in (differs from the page's when a translation is missing).
    `stock`: "in", "low" or "out". `places`: codes of the shops that have it.
    """

    product: UUID
    code: str
    slug: str
    name: str
    lang: str
    currency: str
    prices: tuple[PriceStep, ...]
    stock: str
    summary: str = ""
    brand: str = ""
    picture: Picture | None = None
    variant: UUID | None = None  # set when there is only one: it can be added to the cart from the list
    variants: int = 1
    places: tuple[str, ...] = ()

    def price_at(self, epoch_s: int) -> PriceStep | None:
        """The price in force at that moment, or None when the article has none yet."""
        found = None
        for step in self.prices:
            if step.since > epoch_s:
                break
            found = step
        return found


class SheetVariant(msgspec.Struct, frozen=True, omit_defaults=True):
    """One choice on a sheet. `stock`: free pieces by place code; `online`: free pieces that web buyers can have.

    Both stop at `STOCK_SHOWN`, which reads "that many or more": a sale that changes nothing seen rewrites nothing.
    """

    id: UUID
    sku: str
    gtin: str
    options: dict[str, str]
    prices: tuple[PriceStep, ...]
    stock: dict[str, int]
    online: int
    pictures: tuple[int, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


class Term(msgspec.Struct, frozen=True):
    """One attribute of an article as data: `values` are (value or choice code, as shown), for facets and programs.

    A measure's value is the exact decimal in the attribute's `unit`; a flag's is "yes" or "no".
    """

    code: str
    label: str
    kind: str
    values: tuple[tuple[str, str], ...]
    unit: str = ""
    facet: bool = False
    searchable: bool = True


class SheetOption(msgspec.Struct, frozen=True):
    code: str
    label: str
    values: tuple[tuple[str, str], ...]  # (code, label) in order


class Crumb(msgspec.Struct, frozen=True):
    label: str
    slug: str


class Notice(msgspec.Struct, frozen=True):
    """A legal block of a sheet (GPSR, allergens, index...): law id, label, and its lines as (label, value)."""

    code: str
    law: str
    label: str
    lines: tuple[tuple[str, str], ...]


class Sheet(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article's page in one language and channel, whole."""

    product: UUID
    code: str
    slug: str
    slugs: dict[str, str]  # every language of the channel, for hreflang
    name: str
    lang: str
    currency: str
    summary: str
    description: str  # sanitised HTML
    brand: str
    crumbs: tuple[tuple[Crumb, ...], ...]  # one trail per category, the main one first
    pictures: tuple[Picture, ...]
    documents: tuple[tuple[str, str], ...]  # (label, path)
    options: tuple[SheetOption, ...]
    variants: tuple[SheetVariant, ...]
    facts: tuple[tuple[str, str], ...]  # (attribute label, value with its unit)
    notices: tuple[Notice, ...]
    seo_title: str = ""
    seo_description: str = ""
    updated_at: datetime | None = None
    summary_lang: str = ""  # set only when they are in another language than the name
    description_lang: str = ""
    brand_code: str = ""
    categories: tuple[str, ...] = ()  # code of every category it stands in, ancestors included
    terms: tuple[Term, ...] = ()  # the attributes of `facts` as data
    created_at: datetime | None = None


class Piece(msgspec.Struct, frozen=True, omit_defaults=True):
    """One variant as a line names it (cart, list of wishes). `choice`: the option values in words ("39, brick")."""

    variant: UUID
    product: UUID
    sku: str
    name: str
    lang: str
    choice: str
    slug: str
    currency: str
    prices: tuple[PriceStep, ...]
    stock: dict[str, int]
    online: int
    picture: Picture | None = None


class MenuNode(msgspec.Struct, frozen=True, omit_defaults=True):
    """A category in the menu; `count` is how many articles are shown in it and below, `children` are in order.

    `lang` is the language the label was found in.
    """

    category: UUID
    code: str
    label: str
    lang: str
    slug: str
    count: int = 0
    children: tuple[MenuNode, ...] = ()


class ShelfPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """The head of a category's page: what it is called, where it stands, what stands below it.

    `crumbs` go from the root to the parent, itself left out; `children` are one level deep (their own are empty).
    """

    category: UUID
    code: str
    label: str
    lang: str
    slug: str
    slugs: dict[str, str]  # every language of the channel, for hreflang
    description: str = ""
    count: int = 0
    crumbs: tuple[Crumb, ...] = ()
    children: tuple[MenuNode, ...] = ()


class Order(StrEnum):
    """How a listing is sorted. RANK: what can be bought first, then the newest."""

    RANK = "rank"
    PRICE_UP = "price"
    PRICE_DOWN = "-price"
    NEWEST = "newest"
    NAME = "name"


class Placed(msgspec.Struct, frozen=True, omit_defaults=True):
    """One page of a listing straight from SQL. `after` asks for the next page, "" on the last one.

    `page` and `pages` are 0 when the page was asked for by `after`.
    """

    cards: tuple[Card, ...]
    total: int
    after: str = ""
    page: int = 0
    pages: int = 0
