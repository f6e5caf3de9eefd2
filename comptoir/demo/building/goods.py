"""Goods come in and are priced: receipts by maker and place with their costs, prices in force and decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from comptoir.demo.building.pictures import list_articles
from comptoir.demo.building.sheets import sku_of
from comptoir.demo.building.words import ACTOR, CHANNEL
from comptoir.demo.content import Article, Choice, list_brands, list_places
from comptoir.kernel import clock
from comptoir.kernel.calendar import start_of_day
from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import VariantId
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.inventory.types import ReceiptDraft, ReceiptLineDraft
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft

CURRENCY = "EUR"
FIRST_RECEIPT = date(2026, 9, 1)
PAID_AFTER = timedelta(days=30)
LAST_PAID = date(2026, 10, 25)

Variants = Mapping[str, VariantId]


def open_places() -> int:
    """State the warehouse and the shops; answers how many."""
    places = list_places()
    for place in places:
        inventory.define_place(
            place.code,
            kind=place.kind,
            name=place.name,
            address=place.address,
            sells_online=place.sells_online,
            actor=ACTOR,
        )
    return len(places)


def receive_goods(variants: Variants) -> int:
    """One receipt a maker and place, its date told by its rank; the latest are not paid yet. Answers how many."""
    receipts = 0
    for rank, brand in enumerate(list_brands()):
        received = FIRST_RECEIPT + timedelta(days=4 * rank)
        paid = received + PAID_AFTER
        for place, lines in _lines(brand.code, variants).items():
            inventory.receive(
                ReceiptDraft(
                    place=place,
                    supplier=brand.name,
                    reference=f"BL-{brand.code}-{place}",
                    received_on=received,
                    lines=tuple(lines),
                    paid_on=paid if paid <= LAST_PAID else None,
                ),
                actor=ACTOR,
            )
            receipts += 1
    return receipts


def set_prices(variants: Variants) -> int:
    """Put every price in force and record those decided for a coming day; answers how many rows that added."""
    return pricing.set_prices(tuple(_prices(variants)), actor=ACTOR)


def _each() -> Iterator[tuple[Article, Choice]]:
    for article in list_articles():
        for choice in article.choices:
            yield article, choice


def _lines(brand: str, variants: Variants) -> dict[str, list[ReceiptLineDraft]]:
    lines: dict[str, list[ReceiptLineDraft]] = defaultdict(list)
    for article, choice in _each():
        if article.brand == brand:
            cost = _money(choice.cost or article.cost)
            for place, pieces in zip(list_places(), choice.stock, strict=True):
                if pieces:
                    lines[place.code].append(ReceiptLineDraft(variants[sku_of(article, choice)], pieces, cost))
    return lines


def _prices(variants: Variants) -> Iterator[PriceDraft]:
    for article, choice in _each():
        variant = variants[sku_of(article, choice)]
        price, coming = choice.price or article.price, article.future_price
        if coming is not None and coming.pick in ("", choice.pick):
            since = start_of_day(coming.day)
            if since > clock.now():
                reason = "tarif décidé à l’avance"
                yield PriceDraft(variant, CHANNEL, _money(coming.price), valid_from=since, reason=reason)
            else:
                price = coming.price
        yield PriceDraft(variant, CHANNEL, _money(price), reason="ouverture de la boutique de démonstration")


def _money(amount: str) -> Money:
    return Money.from_decimal(Decimal(amount), CURRENCY)
