"""VAT rates that the merchant states beside those the house knows."""

from __future__ import annotations

from django.core.cache import cache
from django.db import transaction

from comptoir.kernel import clock, journal, outbox
from comptoir.shop.pricing.errors import HistoryIsWritten, MissingTaxRate, RateOutOfRange, UnknownTaxClass
from comptoir.shop.pricing.events import TaxRateDefined
from comptoir.shop.pricing.models import StatedTaxRate
from comptoir.shop.pricing.queries import STATED_RATES, rate_book
from comptoir.shop.pricing.rules.rates import begins
from comptoir.shop.pricing.types import TAX_CLASSES, TaxRate


@transaction.atomic
def define_tax_rate(rate: TaxRate, *, actor: str, source: str = "") -> None:
    """State the VAT rate of a class in a country from the day `rate.since` on; the same again writes nothing.

    A rate already in force is not rewritten: where one is known `since` is today or later (HistoryIsWritten). Other
    processes hear of it within 30 seconds. Refuses UnknownTaxClass, RateOutOfRange.
    """
    if rate.tax_class not in TAX_CLASSES:
        raise UnknownTaxClass(tax_class=rate.tax_class)
    if type(rate.rate_bp) is not int or not 0 <= rate.rate_bp <= 10_000:
        raise RateOutOfRange(rate_bp=rate.rate_bp)
    cache.delete(STATED_RATES)
    before = _rate_on(rate)
    if before == rate.rate_bp:
        return
    now = clock.now()
    if before is not None and rate.since < now.astimezone(clock.PARIS).date():
        raise HistoryIsWritten(valid_from=rate.since.isoformat(), now=now.isoformat())
    StatedTaxRate.objects.create(
        country=rate.country,
        tax_class=rate.tax_class,
        rate_bp=rate.rate_bp,
        since=rate.since,
        source=source,
        recorded_at=now,
        actor=actor,
    )
    cache.delete(STATED_RATES)
    transaction.on_commit(lambda: cache.delete(STATED_RATES))
    journal.record(
        journal.Entry(
            actor,
            "define_tax_rate",
            f"tax:{rate.country}:{rate.tax_class}",
            None if before is None else {"rate_bp": before},
            {"rate_bp": rate.rate_bp, "since": rate.since.isoformat()},
            source,
        )
    )
    event = TaxRateDefined(country=rate.country, tax_class=rate.tax_class, since=rate.since)
    outbox.emit(event, about=f"tax:{rate.country}")


def _rate_on(rate: TaxRate) -> int | None:
    try:
        return rate_book().rate_at(rate.country, rate.tax_class, begins(rate.since))
    except MissingTaxRate:
        return None
