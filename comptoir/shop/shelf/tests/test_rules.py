from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.kernel.money import Money
from comptoir.shop.catalogue.types import Attribute, AttributeKind, VariantId
from comptoir.shop.inventory.types import Place, PlaceId, StockLevel
from comptoir.shop.pricing.types import Quote, UnitPrice
from comptoir.shop.shelf.rules.prices import merge_steps, next_turn, step_at, steps_of
from comptoir.shop.shelf.rules.slugs import lender, slug_in
from comptoir.shop.shelf.rules.stock import stock_of, word_for
from comptoir.shop.shelf.rules.tongue import Tongue
from comptoir.shop.shelf.rules.wording import say_values
from comptoir.shop.shelf.types import PriceStep

FRENCH = Tongue("fr", "fr")


def step(since: int, gross: int) -> PriceStep:
    return PriceStep(since=since, gross=gross, net=gross, rate_bp=0)


steps = st.dictionaries(st.integers(0, 50), st.integers(1, 9_999), min_size=1, max_size=5).map(
    lambda found: tuple(step(since, found[since]) for since in sorted(found))
)


@given(st.lists(steps, min_size=1, max_size=5), st.integers(0, 60))
def test_an_article_costs_at_each_moment_what_its_cheapest_variant_does(variants, at):
    in_force = [found.gross for found in (step_at(each, at) for each in variants) if found]
    merged = step_at(merge_steps(variants), at)
    assert (merged.gross if merged else None) == (min(in_force) if in_force else None)
    if merged and len(variants) > 1:
        assert (merged.highest or merged.gross) == max(in_force)


def test_a_variant_without_a_price_weighs_nothing():
    assert merge_steps([(), (step(0, 100),)]) == (step(0, 100),)
    assert merge_steps([(), ()]) == ()


def test_the_next_turn_is_the_first_step_to_come():
    both = (step(10, 100), step(20, 90))
    assert [next_turn(both, at) for at in (5, 10, 19, 20)] == [10, 20, 20, None]


def test_a_quote_is_told_with_its_unit_price():
    quote = Quote(
        variant=VariantId(UUID(int=1)),
        channel="web",
        gross=Money(398, "EUR"),
        net=Money(377, "EUR"),
        tax=Money(21, "EUR"),
        rate_bp=550,
        unit_price=UnitPrice(Money(796, "EUR"), "kg"),
        since=datetime(2026, 1, 1, tzinfo=UTC),
        holds_until=None,
    )
    (told,) = steps_of([quote])
    assert (told.gross, told.net, told.rate_bp, told.unit_price, told.unit) == (398, 377, 550, 796, "kg")


@pytest.mark.parametrize(
    ("pieces", "word"), [((), "out"), ((0, 0), "out"), ((0, 1), "low"), ((3,), "low"), ((4, 0), "in")]
)
def test_stock_is_said_in_one_word(pieces, word):
    assert word_for(pieces) == word


def test_stock_is_told_by_place_up_to_ten_and_online_from_places_that_send():
    depot, shop = PlaceId(UUID(int=1)), PlaceId(UUID(int=2))
    places = {
        depot: Place(depot, "depot", "warehouse", "", {}, sells_online=True),
        shop: Place(shop, "lyon", "shop", "", {}, sells_online=False),
    }
    variant = UUID(int=3)
    levels = [StockLevel(variant, depot, 60, 10, 44), StockLevel(variant, shop, 99, 0, 0)]
    assert stock_of(levels, places) == ({"depot": 6, "lyon": 10}, 6)


@pytest.mark.parametrize(
    ("slugs", "language", "slug"),
    [
        ({"fr": "chaise", "en": "chair"}, "en", "chair"),
        ({"fr": "chaise"}, "en", "chaise_fr"),
        ({"de": "stuhl"}, "en", "stuhl_de"),
        ({}, "en", "c-1_en"),
    ],
)
def test_a_missing_slug_is_borrowed_and_says_from_whom(slugs, language, slug):
    assert slug_in(slugs, Tongue(language, "fr"), code="C-1") == slug


def test_a_loan_leads_back_to_its_lender():
    assert lender("chaise-rouge_fr") == ("fr", "chaise-rouge")
    assert lender("chaise-rouge") is None


@pytest.mark.parametrize(
    ("kind", "unit", "value", "language", "said"),
    [
        (AttributeKind.MEASURE, "cm", "42.5", "fr", "42,5\u00a0cm"),
        (AttributeKind.MEASURE, "cm", "42.5", "en", "42.5\u00a0cm"),
        (AttributeKind.NUMBER, None, "1500.25", "en", "1,500.25"),
        (AttributeKind.DAY, None, "2026-11-22", "fr", "22 novembre 2026"),
        (AttributeKind.DAY, None, "soon", "fr", "soon"),
        (AttributeKind.MEASURE, "no-such-unit", "3", "fr", "3"),
        (AttributeKind.FLAG, None, False, "es", "no"),
        (AttributeKind.FLAG, None, True, "es", "sí"),
        (AttributeKind.TEXT, None, {"en": "oak"}, "fr", "oak"),
        (AttributeKind.WORD, None, "X200", "fr", "X200"),
    ],
)
def test_a_value_is_said_as_its_kind_is_read(*, kind, unit, value, language, said):
    attribute = Attribute("a", kind, {"fr": "A"}, unit=unit)
    assert say_values(attribute, value, {}, Tongue(language, "fr"))[0][1] == said
