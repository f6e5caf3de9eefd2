"""Pure rules of the cart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comptoir.shop.cart.errors import QuantityOutOfRange
from comptoir.shop.cart.rules import Now, Seen, as_seen, check_quantity, fingerprint, joined, merged, notices
from comptoir.shop.cart.types import LineNotice


@pytest.mark.parametrize("quantity", [0, -1, 1000, 10**30, 1.0, True, "2", None])
def test_a_strange_quantity_is_refused_with_what_would_be_taken(quantity: object) -> None:
    with pytest.raises(QuantityOutOfRange) as refused:
        check_quantity(quantity)
    assert (refused.value.facts["least"], refused.value.facts["most"]) == (1, 999)


def test_lines_of_one_cart_add_up_and_carts_that_merge_keep_the_larger() -> None:
    assert (joined(2, 3), joined(900, 500)) == (5, 999)
    assert (merged(2, 3), merged(3, 2), merged(2, 0)) == (3, 3, 2)


def test_a_secret_is_kept_as_its_fingerprint_whatever_it_is_made_of() -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert len(fingerprint("\ud800" * 100_000)) == 64


@pytest.mark.parametrize(
    ("quantity", "seen", "now", "told"),
    [
        (1, Seen(1000, None, sold=True), Now(1000, 5), ()),
        (1, Seen(1000, None, sold=True), Now(1200, 5), (LineNotice("price_up", 1000, 1200),)),
        (1, Seen(1000, 5, sold=True), Now(800, 5), (LineNotice("price_down", 1000, 800),)),
        (4, Seen(1000, None, sold=True), Now(1000, 3), (LineNotice("less_stock", 4, 3),)),
        (4, Seen(1000, 3, sold=True), Now(1000, 3), ()),
        (4, Seen(1000, 3, sold=True), Now(1000, 2), (LineNotice("less_stock", 3, 2),)),
        (4, Seen(1000, 50, sold=True), Now(1000, 0), (LineNotice("sold_out", 4, 0),)),
        (4, Seen(1000, 2, sold=True), Now(1000, 3), ()),
        (4, Seen(1000, 9, sold=True), Now(None, 9), (LineNotice("withdrawn", 4, 0),)),
        (4, Seen(1000, 9, sold=False), Now(None, 9), ()),
        (
            2,
            Seen(1000, 9, sold=True),
            Now(900, 1),
            (LineNotice("price_down", 1000, 900), LineNotice("less_stock", 2, 1)),
        ),
    ],
)
def test_what_changed_is_told(quantity: int, seen: Seen, now: Now, told: tuple[LineNotice, ...]) -> None:
    assert notices(quantity, seen, now) == told


@given(
    st.integers(1, 999),
    st.builds(Seen, st.integers(0, 10**6), st.none() | st.integers(0, 999), st.booleans()),
    st.builds(Now, st.none() | st.integers(0, 10**6), st.integers(0, 10**6)),
)
def test_what_was_told_is_not_told_again(quantity: int, seen: Seen, now: Now) -> None:
    assert notices(quantity, as_seen(seen, now), now) == ()
