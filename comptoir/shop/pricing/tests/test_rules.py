"""Pure rules of prices."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import eu_vat_rates_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.kernel.ids import new_id
from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import NetQuantity, VariantId
from comptoir.shop.pricing.errors import HistoryIsWritten, MissingTaxRate, UnknownTaxClass
from comptoir.shop.pricing.rules.drafts import news
from comptoir.shop.pricing.rules.in_force import Priced, PriceStep, quotes, step_at, steps_in_order, unit_price
from comptoir.shop.pricing.rules.lowest import days_before, lowest_price
from comptoir.shop.pricing.rules.rates import RateBook, RateStep, begins, known_rates
from comptoir.shop.pricing.rules.tax import with_tax
from comptoir.shop.pricing.types import PriceDraft, TaxRate

VARIANT = VariantId(new_id())
WHOSE = Priced(VARIANT, "web")
T0 = datetime(2026, 1, 1, tzinfo=UTC)
TWENTY = (RateStep(datetime(2014, 1, 1, tzinfo=UTC), 2000),)


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def day(number: int) -> datetime:
    return T0 + timedelta(days=number)


def steps(*dated: tuple[int, int]) -> tuple[PriceStep, ...]:
    return steps_in_order(PriceStep(day(at), day(at), eur(minor), "gross") for at, minor in dated)


# -- tax


@pytest.mark.parametrize(
    ("minor", "rate_bp", "mode", "expected"),
    [
        (1999, 2000, "gross", (1999, 1666, 333)),
        (1666, 2000, "net", (1999, 1666, 333)),
        (100, 550, "gross", (100, 95, 5)),
        (1, 2000, "gross", (1, 1, 0)),
        (5, 1000, "net", (6, 5, 1)),  # half a cent goes up
        (990, 0, "gross", (990, 990, 0)),
        (10**12, 2550, "net", (1_255_000_000_000, 10**12, 255_000_000_000)),
    ],
)
def test_tax_is_rounded_once(minor: int, rate_bp: int, mode: str, expected: tuple[int, int, int]) -> None:
    assert tuple(part.minor for part in with_tax(eur(minor), rate_bp, mode)) == expected


@given(st.integers(0, 10**12), st.integers(0, 10_000), st.sampled_from(["gross", "net"]))
def test_gross_is_always_net_and_tax(minor: int, rate_bp: int, mode: str) -> None:
    gross, net, tax = with_tax(eur(minor), rate_bp, mode)
    assert gross == net + tax
    assert (gross if mode == "gross" else net).minor == minor
    assert min(net.minor, tax.minor) >= 0


# -- rates


def test_french_rates_follow_their_dates() -> None:
    book = RateBook()
    new_year = datetime(2013, 12, 31, 23, 0, tzinfo=UTC)  # 0:00 in Paris
    assert book.rate_at("FR", "standard", new_year - timedelta(seconds=1)) == 1960
    assert book.rate_at("FR", "standard", new_year) == 2000
    classes = ("intermediate", "reduced", "super_reduced", "zero", "exempt")
    assert [book.rate_at("FR", name, T0) for name in classes] == [1000, 550, 210, 0, 0]
    assert book.rate_at("RE", "standard", T0) == 850


def test_a_missing_rate_is_refused_never_taken_for_zero() -> None:
    book = RateBook()
    with pytest.raises(MissingTaxRate) as refused:
        book.rate_at("DE", "intermediate", T0)
    assert refused.value.facts == {"country": "DE", "tax_class": "intermediate"}
    for country, tax_class, at in (("US", "zero", T0), ("FR", "standard", datetime(1999, 1, 1, tzinfo=UTC))):
        with pytest.raises(MissingTaxRate):
            book.rate_at(country, tax_class, at)
    with pytest.raises(UnknownTaxClass):
        book.rate_at("FR", "luxury", T0)


def test_what_the_merchant_states_takes_the_place_of_ours_from_its_day() -> None:
    first, second = (TaxRate("DE", "intermediate", rate_bp, date(2027, 1, 1)) for rate_bp in (1200, 1300))
    book = RateBook((first, second))
    assert book.rate_at("DE", "intermediate", begins(date(2027, 1, 1))) == 1300


def test_our_rates_are_those_of_the_european_commission() -> None:
    """When this fails after an upgrade, a rate changed: add a dated entry to vat.toml."""
    latest: dict[str, dict[str, int]] = {}
    for rate in sorted(known_rates(), key=lambda one: one.since):
        latest.setdefault(rate.country, {})[rate.tax_class] = rate.rate_bp
    for country, ours in latest.items():
        theirs = eu_vat_rates_data.get_rate(country)
        if theirs is None:
            continue  # a territory: its rates are the law's own
        assert ours["standard"] == round(theirs["standard"] * 100), country
        known = {round(one * 100) for one in (*theirs["reduced"], theirs["super_reduced"]) if one is not None}
        assert {ours[name] for name in ours if name != "standard"} <= known, country
    assert {code for code, one in eu_vat_rates_data.get_all_rates().items() if one["eu_member"]} <= set(latest)


# -- in force


def test_the_price_in_force_is_the_latest_begun() -> None:
    history = steps((0, 1000), (10, 800), (20, 900))
    found = [step_at(history, day(at)) for at in (-1, 0, 9, 10, 25)]
    assert [step.amount.minor if step else None for step in found] == [None, 1000, 1000, 800, 900]


def test_of_two_prices_of_one_moment_the_last_recorded_counts() -> None:
    rows = [PriceStep(day(5), day(2), eur(800), "gross"), PriceStep(day(5), day(1), eur(700), "gross")]
    assert [step.amount.minor for step in steps_in_order(rows)] == [800]


def test_quotes_tell_the_price_in_force_and_every_later_one() -> None:
    told = quotes(WHOSE, steps((0, 1000), (10, 800), (20, 1000)), TWENTY, at=day(12))
    assert [(quote.gross.minor, quote.since, quote.holds_until) for quote in told] == [
        (800, day(10), day(20)),
        (1000, day(20), None),
    ]


def test_a_price_that_is_only_to_come_is_told_as_such() -> None:
    (quote,) = quotes(WHOSE, steps((10, 800)), TWENTY, at=day(0))
    assert quote.since == day(10)
    assert quotes(WHOSE, (), TWENTY, at=day(0)) == ()


def test_a_rate_change_moves_net_prices_only() -> None:
    rates = (*TWENTY, RateStep(day(10), 2500))
    gross = quotes(WHOSE, steps((0, 1200)), rates, at=day(0))
    assert [(q.gross.minor, q.net.minor, q.since) for q in gross] == [(1200, 1000, day(0)), (1200, 960, day(10))]
    fixed = steps_in_order([PriceStep(day(0), day(0), eur(1000), "net")])
    net = quotes(WHOSE, fixed, rates, at=day(0))
    assert [(q.gross.minor, q.net.minor) for q in net] == [(1200, 1000), (1250, 1000)]


def test_a_row_that_changes_nothing_is_no_step() -> None:
    (quote,) = quotes(WHOSE, steps((0, 1000), (10, 1000)), TWENTY, at=day(20))
    assert (quote.since, quote.holds_until) == (day(0), None)


@given(st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 5000)), max_size=8), st.integers(-10, 70))
def test_the_first_quote_is_what_the_history_says(history: list[tuple[int, int]], at: int) -> None:
    known = steps(*history)
    told = quotes(WHOSE, known, TWENTY, at=day(at))
    in_force = step_at(known, day(at))
    begun = [quote for quote in told if quote.since <= day(at)]
    assert [quote.gross for quote in begun] == ([in_force.amount] if in_force else [])
    assert all(one.holds_until == other.since for one, other in pairwise(told))


# -- unit price (PRI-14)


@pytest.mark.parametrize(
    ("amount", "unit", "gross", "expected"),
    [
        ("250", "g", 398, (1592, "kg")),
        ("0.75", "l", 1200, (1600, "l")),
        ("75", "cl", 1200, (1600, "l")),
        ("3", "piece", 100, (33, "piece")),
        ("150", "cm", 999, (666, "m")),
    ],
)
def test_unit_price_is_per_whole_legal_unit(amount: str, unit: str, gross: int, expected: tuple[int, str]) -> None:
    told = unit_price(eur(gross), NetQuantity(amount, unit))
    assert told is not None
    assert (told.amount.minor, told.unit) == expected


@pytest.mark.parametrize("quantity", [None, NetQuantity("0", "kg"), NetQuantity("12", "V")])
def test_no_unit_price_where_none_makes_sense(quantity: NetQuantity | None) -> None:
    assert unit_price(eur(100), quantity) is None


# -- lowest price (PRI-1)


def lowest(at: int, *dated: tuple[int, int]) -> tuple[int, int] | None:
    found = lowest_price(quotes(WHOSE, steps(*dated), TWENTY, at=day(-1000)), at=day(at))
    return (found.gross.minor, found.known_days) if found else None


def test_an_unchanged_price_of_sixty_days_then_a_cut_counts_though_set_before_the_window() -> None:
    """PRI-1, the trap: "recorded in the 30 days" would find nothing."""
    assert lowest(60, (0, 1000), (60, 700)) == (1000, 30)


def test_the_lowest_of_the_window_counts_even_when_it_was_short() -> None:
    assert lowest(60, (0, 1000), (40, 800), (41, 1000), (60, 700)) == (800, 30)


def test_a_price_that_ended_before_the_window_does_not_count() -> None:
    assert lowest(60, (0, 500), (30, 1000)) == (1000, 30)
    assert lowest(60, (0, 500), (31, 1000)) == (500, 30)


def test_an_article_younger_than_the_window_answers_since_its_first_price() -> None:
    """PRI-7."""
    assert lowest(60, (50, 900)) == (900, 10)
    assert lowest(60, (60, 900)) is None


def test_days_are_counted_in_paris_across_the_change_of_hour() -> None:
    at = datetime(2026, 4, 10, 6, 0, tzinfo=UTC)  # 8:00 in Paris, summer time
    assert days_before(at, 30) == datetime(2026, 3, 11, 7, 0, tzinfo=UTC)  # 8:00 in Paris, winter time


# -- drafts


def draft(minor: int, at: int | None = None, mode: str = "gross") -> PriceDraft:
    return PriceDraft(VARIANT, "web", eur(minor), mode, None if at is None else day(at))


def test_only_what_changes_the_price_is_news() -> None:
    known = steps((0, 1000), (20, 800))
    assert news([draft(1000)], known, now=day(10)) == ()
    assert news([draft(800, 20)], known, now=day(10)) == ()
    assert news([draft(800, 25)], known, now=day(10)) == ()
    assert news([draft(900, 20)], known, now=day(10)) == (draft(900, 20),)
    assert news([draft(1000, mode="net")], known, now=day(10)) == (draft(1000, mode="net"),)


def test_a_written_history_is_not_rewritten() -> None:
    with pytest.raises(HistoryIsWritten):
        news([draft(900, 5)], steps((0, 1000)), now=day(10))


def test_the_first_prices_may_bring_their_past() -> None:
    past = [draft(1000), draft(900, -30), draft(900, -10), draft(1000, -5)]
    assert news(past, (), now=day(0)) == (draft(900, -30), draft(1000, -5))
