from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.kernel.money import (
    CurrencyMismatch,
    Money,
    UnreadableAmount,
    divide_half_up,
    round_half_up,
)
from comptoir.kernel.money_words import format_amount, format_money

MINOR = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=50).filter(any)


@given(MINOR, WEIGHTS)
def test_a_split_gives_every_cent_away_and_none_twice(minor, weights):
    shares = Money(minor, "EUR").split(weights)
    assert sum(share.minor for share in shares) == minor
    assert len(shares) == len(weights)


@given(MINOR, WEIGHTS)
def test_each_share_is_within_a_cent_of_its_due(minor, weights):
    total = sum(weights)
    for share, weight in zip(Money(minor, "EUR").split(weights), weights, strict=True):
        assert abs(share.minor * total - minor * weight) < total
        assert weight or share.minor == 0


def test_the_first_wins_a_tie():
    assert [share.minor for share in Money(100, "EUR").split([1, 1, 1])] == [34, 33, 33]
    assert [share.minor for share in Money(-100, "EUR").split([1, 1, 1])] == [-34, -33, -33]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [3, -1]])
def test_weights_that_share_nothing_are_a_bug(weights):
    with pytest.raises(ValueError, match="weights"):
        Money(1, "EUR").split(weights)


@pytest.mark.parametrize("wrong", [1.0, True, "1", Decimal(1), None])
def test_money_is_never_made_of_anything_but_whole_units(wrong):
    with pytest.raises(TypeError):
        Money(wrong, "EUR")
    with pytest.raises(TypeError):
        Money(1, "EUR") * wrong


@pytest.mark.parametrize("currency", ["", "eur", "EURO", "€€€", "ÉUR"])
def test_a_currency_is_three_plain_capitals(currency):
    with pytest.raises(ValueError, match="currency"):
        Money(1, currency)


def test_currencies_do_not_mix():
    euros, dollars = Money(1, "EUR"), Money(1, "USD")
    for act in (lambda: euros + dollars, lambda: euros - dollars, lambda: euros < dollars, lambda: euros <= dollars):
        with pytest.raises(CurrencyMismatch):
            act()
    assert euros != dollars


@given(MINOR, st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_portion_is_rounded_half_away_from_zero(minor, numerator, denominator):
    portion = Money(minor, "EUR").portion(numerator, denominator).minor
    exact = Decimal(minor * numerator) / denominator
    assert portion == round_half_up(exact)


def test_halves_go_away_from_zero():
    assert [divide_half_up(n, 2) for n in (1, -1, 3, -3, 2)] == [1, -1, 2, -2, 1]


@given(MINOR, st.sampled_from(["EUR", "JPY", "TND"]))
def test_decimals_there_and_back(minor, currency):
    money = Money(minor, currency)
    assert Money.from_decimal(money.to_decimal(), currency) == money


@pytest.mark.parametrize("amount", ["0.001", "NaN", "Infinity"])
def test_an_amount_that_is_not_whole_cents_is_refused(amount):
    with pytest.raises(UnreadableAmount):
        Money.from_decimal(Decimal(amount), "EUR")


def test_amounts_are_said_in_the_language_of_the_reader():
    price = Money(123456, "EUR")
    assert format_money(price, "fr") == "1\u202f234,56\u00a0€"
    assert format_money(price, "en") == "€1,234.56"
    assert format_money(price, "es") == "1.234,56\u00a0€"
    assert format_money(Money(-50, "EUR"), "fr") == "-0,50\u00a0€"
    assert format_money(Money(1500, "JPY"), "fr") == "1\u202f500\u00a0JPY"


def test_programs_read_plain_decimals():
    assert format_amount(Money(5, "EUR")) == "0.05"
    assert format_amount(Money(-1234, "EUR")) == "-12.34"
    assert format_amount(Money(1500, "JPY")) == "1500"
    assert format_amount(Money(1500, "TND")) == "1.500"
