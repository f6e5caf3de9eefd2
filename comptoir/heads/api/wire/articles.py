"""Articles as a program reads them: the shelf's cards and sheets with the price in force now."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from comptoir.shop.shelf.types import Card, Crumb, Notice, Picture, PriceStep, Sheet, SheetOption, SheetVariant, Term


class Price(msgspec.Struct, frozen=True, omit_defaults=True):
    """A consumer price in whole minor units (cents) of `currency`, taxes included; `net` is before tax.

    `highest` is the dearest variant's price when prices differ. `unit_price` is per `unit`, where the law asks for it.
    `until` is when another price, already recorded, begins.
    """

    gross: int
    net: int
    rate_bp: int
    currency: str
    since: datetime
    until: datetime | None = None
    highest: int | None = None
    unit_price: int | None = None
    unit: str | None = None


class Article(msgspec.Struct, frozen=True):
    """An article as it stands in a list. `stock`: "in", "low" or "out"; `places`: shops that have it.

    `language` is the one the texts were found in. `variant` is set when there is only one: it can go in the cart.
    """

    id: UUID
    code: str
    slug: str
    name: str
    language: str
    summary: str
    brand: str
    price: Price | None
    stock: str
    places: tuple[str, ...]
    picture: Picture | None
    variant: UUID | None
    variants: int


class ArticlePage(msgspec.Struct, frozen=True):
    """A page of articles. Ask again with `after` for the next page; null on the last one.

    `total` counts the whole list where that is cheap, else it is null.
    """

    articles: tuple[Article, ...]
    total: int | None
    after: str | None


class VariantSheet(msgspec.Struct, frozen=True):
    """One choice of an article. `stock`: free pieces by place code, `online`: those that can be sent; 10 says "10 or
    more". `pictures` are positions in the article's `pictures`."""

    id: UUID
    sku: str
    gtin: str
    options: dict[str, str]
    price: Price | None
    stock: dict[str, int]
    online: int
    pictures: tuple[int, ...]
    facts: tuple[tuple[str, str], ...]


class ArticleSheet(msgspec.Struct, frozen=True):
    """An article whole. `description` is sanitised HTML; `notices` are the legal blocks to show, with their law's id.

    `attributes` are data, `facts` the same in words, in order. `slugs`: the address in each language.
    """

    id: UUID
    code: str
    slug: str
    slugs: dict[str, str]
    name: str
    language: str
    currency: str
    summary: str
    summary_language: str
    description: str
    description_language: str
    brand: str
    brand_code: str
    categories: tuple[str, ...]
    crumbs: tuple[tuple[Crumb, ...], ...]
    pictures: tuple[Picture, ...]
    documents: tuple[tuple[str, str], ...]
    options: tuple[SheetOption, ...]
    variants: tuple[VariantSheet, ...]
    attributes: tuple[Term, ...]
    facts: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]
    seo_title: str
    seo_description: str
    updated_at: datetime | None


class PlaceStock(msgspec.Struct, frozen=True):
    """Free pieces of a variant at one place; 10 says "10 or more". `kind`: "warehouse" or "shop"."""

    place: str
    name: str
    kind: str
    pieces: int
    sells_online: bool


class Availability(msgspec.Struct, frozen=True):
    """Where a variant can be had now. `online`: pieces that can be sent; 10 says "10 or more"."""

    variant: UUID
    sku: str
    online: int
    places: tuple[PlaceStock, ...]


def price_at(steps: tuple[PriceStep, ...], currency: str, epoch_s: int) -> Price | None:
    """The price in force at that moment, and until when."""
    found = upcoming = None
    for step in steps:
        if step.since > epoch_s:
            upcoming = step
            break
        found = step
    if found is None:
        return None
    return Price(
        gross=found.gross,
        net=found.net,
        rate_bp=found.rate_bp,
        currency=currency,
        since=datetime.fromtimestamp(found.since, UTC),
        until=datetime.fromtimestamp(upcoming.since, UTC) if upcoming else None,
        highest=found.highest or None,
        unit_price=found.unit_price or None,
        unit=found.unit or None,
    )


def article_of(card: Card, epoch_s: int) -> Article:
    """A card with the price in force at that moment."""
    return Article(
        id=card.product,
        code=card.code,
        slug=card.slug,
        name=card.name,
        language=card.lang,
        summary=card.summary,
        brand=card.brand,
        price=price_at(card.prices, card.currency, epoch_s),
        stock=card.stock,
        places=card.places,
        picture=card.picture,
        variant=card.variant,
        variants=card.variants,
    )


def sheet_of(sheet: Sheet, epoch_s: int) -> ArticleSheet:
    """A sheet with the prices in force at that moment."""
    return ArticleSheet(
        id=sheet.product,
        code=sheet.code,
        slug=sheet.slug,
        slugs=sheet.slugs,
        name=sheet.name,
        language=sheet.lang,
        currency=sheet.currency,
        summary=sheet.summary,
        summary_language=sheet.summary_lang or sheet.lang,
        description=sheet.description,
        description_language=sheet.description_lang or sheet.lang,
        brand=sheet.brand,
        brand_code=sheet.brand_code,
        categories=sheet.categories,
        crumbs=sheet.crumbs,
        pictures=sheet.pictures,
        documents=sheet.documents,
        options=sheet.options,
        variants=tuple(_variant_of(each, sheet.currency, epoch_s) for each in sheet.variants),
        attributes=sheet.terms,
        facts=sheet.facts,
        notices=sheet.notices,
        seo_title=sheet.seo_title,
        seo_description=sheet.seo_description,
        updated_at=sheet.updated_at,
    )


def _variant_of(variant: SheetVariant, currency: str, epoch_s: int) -> VariantSheet:
    return VariantSheet(
        id=variant.id,
        sku=variant.sku,
        gtin=variant.gtin,
        options=variant.options,
        price=price_at(variant.prices, currency, epoch_s),
        stock=variant.stock,
        online=variant.online,
        pictures=variant.pictures,
        facts=variant.facts,
    )
