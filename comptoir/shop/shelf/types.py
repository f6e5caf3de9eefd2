"""What crosses the shelf's door: cards and sheets ready to be shown, assembled ahead of time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec


class Picture(msgspec.Struct, frozen=True, omit_defaults=True):
    """A picture with its renditions, smallest first: (path, width, height, mime)."""

    alt: str
    width: int
    height: int
    sources: tuple[tuple[str, int, int, str], ...]


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
    """One choice on a sheet. `stock`: free pieces by place code; `online`: free pieces that web buyers can have."""

    id: UUID
    sku: str
    gtin: str
    options: dict[str, str]
    prices: tuple[PriceStep, ...]
    stock: dict[str, int]
    online: int
    pictures: tuple[int, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


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
