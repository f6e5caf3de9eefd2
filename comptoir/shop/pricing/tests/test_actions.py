"""Prices are stated, kept, told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from comptoir.kernel import clock
from comptoir.kernel.errors import InvalidInput
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import NetQuantity, VariantId
from comptoir.shop.pricing import actions, errors, queries
from comptoir.shop.pricing.models import Price
from comptoir.shop.pricing.types import PriceDraft, TaxRate, UnitPrice
from tests.builders.articles import ACTOR, a_channel, a_variant, an_article
from tests.builders.prices import price

pytestmark = pytest.mark.django_db


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def test_a_price_is_quoted_with_its_tax_and_its_unit_price() -> None:
    variant = a_variant("miel", tax_class="reduced", net_quantity=NetQuantity("250", "g"))
    price(variant, 795)
    quote = queries.find_quote(variant, "web", at=clock.now())
    assert (quote.gross, quote.net, quote.tax, quote.rate_bp) == (eur(795), eur(754), eur(41), 550)
    assert quote.unit_price == UnitPrice(eur(3180), "kg")
    assert quote.holds_until is None


def test_the_same_price_stated_again_writes_nothing() -> None:
    variant = a_variant()
    assert price(variant, 1990) == 1
    rows = Price.objects.count(), OutboxEvent.objects.count(), JournalEntry.objects.count()
    assert price(variant, 1990) == 0
    assert rows == (Price.objects.count(), OutboxEvent.objects.count(), JournalEntry.objects.count())


def test_a_price_to_come_is_told_with_its_date_and_can_be_changed_before_it() -> None:
    variant, now = a_variant(), clock.now()
    friday = now + timedelta(days=5)
    price(variant, 1990)
    price(variant, 1490, at=friday)
    price(variant, 1590, at=friday)
    told = queries.list_quotes([variant], "web", at=clock.now())[variant]
    assert [(quote.gross.minor, quote.holds_until) for quote in told] == [(1990, friday), (1590, None)]
    assert queries.find_quote(variant, "web", at=friday).gross == eur(1590)
    assert [row.amount.minor for row in queries.price_history(variant, "web")] == [1590, 1490, 1990]


def test_history_is_kept_and_cannot_be_rewritten_by_anybody() -> None:
    """PRI-1: the proof must outlive the temptation."""
    variant = a_variant()
    price(variant, 1990)
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.update(amount=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.all().delete()
    with pytest.raises(errors.HistoryIsWritten):
        price(variant, 990, at=clock.now() - timedelta(days=3))


def test_lowest_price_counts_what_was_in_force_though_set_long_before() -> None:
    variant, now = a_variant(), clock.now()
    drafts = [(1990, 400), (1490, 20), (1990, 18)]
    actions.set_prices(
        [PriceDraft(variant, "web", eur(minor), valid_from=now - timedelta(days=ago)) for minor, ago in drafts],
        actor=ACTOR,
    )
    price(variant, 990)
    lowest = queries.lowest_price(variant, "web", at=clock.now())
    assert lowest is not None
    assert lowest.gross == eur(990)  # in force for a moment before the question
    before = queries.lowest_price(variant, "web", at=now)
    assert before is not None
    assert (before.gross, before.since, before.known_days) == (eur(1490), now - timedelta(days=20), 30)
    narrow = queries.lowest_price(variant, "web", at=now, days=10)
    assert narrow is not None
    assert narrow.gross == eur(1990)
    assert queries.lowest_price(VariantId(new_id()), "web", at=now) is None


def test_five_hundred_prices_take_a_bounded_number_of_statements_and_one_event() -> None:
    a_channel()
    drafts = [PriceDraft(VariantId(new_id()), "web", eur(1000 + i)) for i in range(500)]
    with CaptureQueriesContext(connection) as written:
        assert actions.set_prices(drafts, actor=ACTOR) == 500
    assert len(written) <= 16
    with CaptureQueriesContext(connection) as unchanged:
        assert actions.set_prices(drafts, actor=ACTOR) == 0
    assert len(unchanged) == 4
    (event,) = OutboxEvent.objects.filter(kind="pricing.PricesChanged")
    assert len(event.payload["variants"]) == 500


def test_quotes_take_the_same_few_statements_whatever_their_number() -> None:
    sizes = an_article("pull", sizes=("S", "M", "L"))
    for variant in sizes.variants.values():
        price(variant, 5900)
    queries.rate_book()
    for wanted in (1, 3):
        with CaptureQueriesContext(connection) as read:
            found = queries.list_quotes(list(sizes.variants.values())[:wanted], "web", at=clock.now())
        assert len(found) == wanted
        assert len(read) == 2


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        ({"amount": Money(-1, "EUR")}, errors.AmountOutOfRange),
        ({"amount": Money(10**12 + 1, "EUR")}, errors.AmountOutOfRange),
        ({"amount": Money(100, "USD")}, errors.CurrencyNotOfChannel),
        ({"mode": "netto"}, errors.UnknownPriceMode),
        ({"valid_from": datetime.fromisoformat("2027-01-01")}, InvalidInput),
    ],
)
def test_an_unsound_price_is_refused_and_nothing_is_written(draft: dict[str, object], refusal: type[Exception]) -> None:
    a_channel()
    good = PriceDraft(VariantId(new_id()), "web", eur(100))
    bad = PriceDraft(**{"variant": VariantId(new_id()), "channel": "web", "amount": eur(100), **draft})
    with pytest.raises(refusal):
        actions.set_prices([good, bad], actor=ACTOR)
    assert not Price.objects.exists()


def test_too_many_prices_at_once_are_refused() -> None:
    a_channel()
    with pytest.raises(errors.TooManyAtOnce):
        actions.set_prices([PriceDraft(VariantId(new_id()), "web", eur(1))] * 5001, actor=ACTOR)


def test_no_price_and_no_rate_are_two_different_refusals() -> None:
    a_channel("web", country="DE")
    priced, unpriced = a_variant("buch", tax_class="intermediate"), a_variant("heft", tax_class="reduced")
    price(priced, 990)
    price(unpriced, 990, at=clock.now() + timedelta(days=1))
    with pytest.raises(errors.MissingTaxRate):
        queries.find_quote(priced, "web", at=clock.now())
    for variant in (unpriced, VariantId(new_id())):
        with pytest.raises(errors.NoPrice):
            queries.find_quote(variant, "web", at=clock.now())
    assert queries.list_quotes([priced], "web", at=clock.now()) == {}


def test_a_channel_that_changes_currency_sells_nothing_at_its_old_amounts() -> None:
    variant = a_variant()
    price(variant, 1990)
    a_channel("web", currency="CHF")
    assert queries.list_quotes([variant], "web", at=clock.now()) == {}
    with pytest.raises(errors.NoPrice):
        queries.find_quote(variant, "web", at=clock.now())


def test_the_merchant_states_a_rate_that_the_house_lacks() -> None:
    a_channel("web", country="DE")
    variant = a_variant("buch", tax_class="intermediate")
    price(variant, 1120, mode="net")
    rate = TaxRate("DE", "intermediate", 1200, date(2026, 1, 1))
    actions.define_tax_rate(rate, actor=ACTOR, source="made up")
    actions.define_tax_rate(rate, actor=ACTOR, source="made up")
    assert queries.find_quote(variant, "web", at=clock.now()).gross == eur(1254)
    assert JournalEntry.objects.filter(verb="define_tax_rate").count() == 1
    assert OutboxEvent.objects.get(kind="pricing.TaxRateDefined").payload["since"] == "2026-01-01"
    with pytest.raises(errors.HistoryIsWritten):
        actions.define_tax_rate(TaxRate("DE", "intermediate", 1300, date(2026, 2, 1)), actor=ACTOR)


def test_a_rate_announced_for_later_changes_net_prices_that_day() -> None:
    variant = a_variant()
    price(variant, 1000, mode="net")
    actions.define_tax_rate(TaxRate("FR", "standard", 2100, date(2099, 1, 1)), actor=ACTOR)
    now, later = queries.list_quotes([variant], "web", at=clock.now())[variant]
    assert (now.gross, later.gross) == (eur(1200), eur(1210))
    assert now.holds_until == later.since == datetime(2098, 12, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rate", "refusal"),
    [
        (TaxRate("FR", "luxury", 3000), errors.UnknownTaxClass),
        (TaxRate("FR", "standard", 10_001), errors.RateOutOfRange),
        (TaxRate("FR", "standard", -1), errors.RateOutOfRange),
    ],
)
def test_an_unsound_rate_is_refused(rate: TaxRate, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        actions.define_tax_rate(rate, actor=ACTOR)


def test_a_rate_in_force_is_found() -> None:
    assert queries.find_tax_rate("FR", "standard", at=clock.now()).rate_bp == 2000
