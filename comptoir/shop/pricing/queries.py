"""Reading prices: what a piece costs now and later, its history, the lowest before a date, VAT rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from uuid import UUID

from django.core.cache import cache

from comptoir.kernel import sql
from comptoir.kernel.money import Money
from comptoir.shop.catalogue.queries import list_sellables
from comptoir.shop.catalogue.types import Sellable, VariantId
from comptoir.shop.pricing.errors import MissingTaxRate, NoPrice
from comptoir.shop.pricing.models import Price, StatedTaxRate
from comptoir.shop.pricing.rules import in_force, lowest
from comptoir.shop.pricing.rules.in_force import Priced, PriceStep, steps_in_order
from comptoir.shop.pricing.rules.rates import RateBook
from comptoir.shop.pricing.types import LowestPrice, PriceInForce, Quote, TaxRate

STATED_RATES = "pricing:stated_rates"
_RATES_KEPT_S = 30
_MOST_ROWS = 1_000
_EVER = datetime(1, 1, 1, tzinfo=UTC)
_STEPS = """
SELECT p.variant_id, p.valid_from, p.recorded_at, p.amount, p.currency, p.mode FROM pricing_price p
WHERE p.channel = %s AND p.valid_from >= COALESCE(
    (SELECT MAX(q.valid_from) FROM pricing_price q
     WHERE q.variant_id = p.variant_id AND q.channel = p.channel AND q.valid_from <= %s), %s)
  AND p.variant_id IN (<keys>)
ORDER BY p.recorded_at, p.id
"""


def list_quotes(
    variants: Collection[VariantId],
    channel_code: str,
    *,
    at: datetime,
    sellables: Mapping[VariantId, Sellable] | None = None,
) -> Mapping[VariantId, tuple[Quote, ...]]:
    """For each variant the quote in force at `at`, then every later one already known (up to 500 variants).

    Consumer prices in the channel's currency and country. A variant without a price, or whose VAT rate is missing, has
    no entry: it cannot be sold; `find_quote` says why. Two statements, one when `sellables` are given.
    """
    known = list_sellables(variants, channel_code) if sellables is None else sellables
    steps = list_steps(variants, channel_code, at=at)
    book = rate_book()
    found = {}
    for variant, prices in steps.items():
        sellable = known.get(VariantId(variant))
        quotes = _quotes(sellable, channel_code, prices, book, at=at) if sellable else ()
        if quotes:
            found[VariantId(variant)] = quotes
    return found


def find_quote(variant: VariantId, channel_code: str, *, at: datetime) -> Quote:
    """What one piece costs at `at`. Refuses NoPrice, and MissingTaxRate when no VAT rate is known for it."""
    sellable = list_sellables([variant], channel_code).get(variant)
    if sellable is None:
        raise NoPrice(variant=str(variant), channel=channel_code)
    book = rate_book()
    book.rate_at(sellable.country, sellable.tax_class, at)
    prices = list_steps([variant], channel_code, at=at).get(variant, ())
    quotes = _quotes(sellable, channel_code, prices, book, at=at)
    if not quotes or quotes[0].since > at:
        raise NoPrice(variant=str(variant), channel=channel_code)
    return quotes[0]


def price_history(variant: VariantId, channel: str, *, limit: int = 200) -> tuple[PriceInForce, ...]:
    """The rows of history, latest `valid_from` first, at most 1,000 (PRI-1: kept for years)."""
    rows = Price.objects.filter(variant_id=variant, channel=channel).order_by("-valid_from", "-recorded_at", "-id")
    return tuple(
        PriceInForce(
            variant=variant,
            channel=channel,
            amount=Money(row.amount, row.currency),
            mode=row.mode,
            valid_from=row.valid_from,
            recorded_at=row.recorded_at,
            actor=row.actor,
            reason=row.reason,
        )
        for row in rows[: min(limit, _MOST_ROWS)]
    )


def lowest_price(variant: VariantId, channel: str, *, at: datetime, days: int = 30) -> LowestPrice | None:
    """The lowest consumer price in force in the `days` before `at` (PRI-1), whatever day it was set; None: no price.

    Refuses MissingTaxRate. At most 1,000 changes are looked at, the latest.
    """
    sellable = list_sellables([variant], channel).get(variant)
    if sellable is None:
        return None
    start = lowest.days_before(at, days)
    prices = [step for step in list_steps([variant], channel, at=start).get(variant, ()) if step.since < at]
    history = _quotes(sellable, channel, prices, rate_book(), at=start)
    return lowest.lowest_price(history, at=at, days=days)


def find_tax_rate(country: str, tax_class: str, *, at: datetime) -> TaxRate:
    """The VAT rate in force. Refuses UnknownTaxClass, MissingTaxRate."""
    return TaxRate(country, tax_class, rate_book().rate_at(country, tax_class, at))


def rate_book() -> RateBook:
    """Every VAT rate known, ours and the merchant's; what another process stated is seen within 30 seconds."""
    stated = cache.get(STATED_RATES)
    if stated is None:
        rows = StatedTaxRate.objects.order_by("id").values_list("country", "tax_class", "rate_bp", "since")
        stated = tuple(rows[:_MOST_ROWS])
        cache.set(STATED_RATES, stated, _RATES_KEPT_S)
    return _book(stated)


def list_steps(variants: Collection[UUID], channel: str, *, at: datetime) -> Mapping[UUID, tuple[PriceStep, ...]]:
    """For each variant the price in force at `at` and all later ones, oldest first; one statement per 500 variants."""
    found: dict[UUID, list[PriceStep]] = defaultdict(list)
    ids = list(variants)
    for start in range(0, len(ids), 500):
        chunk = ids[start : start + 500]
        rows = sql.fetch(sql.among(_STEPS, chunk), [channel, at, _EVER, *chunk])
        for variant, since, recorded, amount, currency, mode in rows:
            moments = sql.read_moment(since), sql.read_moment(recorded)
            found[sql.read_uuid(variant)].append(PriceStep(*moments, Money(amount, currency), mode))
    return {variant: steps_in_order(steps) for variant, steps in found.items()}


@lru_cache(maxsize=8)
def _book(stated: tuple[tuple[str, str, int, date], ...]) -> RateBook:
    return RateBook(TaxRate(*row) for row in stated)


def _quotes(
    sellable: Sellable, channel: str, prices: Sequence[PriceStep], book: RateBook, *, at: datetime
) -> tuple[Quote, ...]:
    try:
        rates = book.steps(sellable.country, sellable.tax_class)
    except MissingTaxRate:
        return ()
    whose = Priced(sellable.variant, channel, sellable.net_quantity)
    # A channel that changed currency sells nothing at its old amounts.
    current = [step for step in prices if step.amount.currency == sellable.currency]
    return in_force.quotes(whose, current, rates, at=at)
