"""The shelf is rebuilt by several hands at once: counts stay exact and the newest word wins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.shelf import actions, queries
from comptoir.shop.shelf.tests import shop
from tests.builders.races import run_together

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_rebuilds_at_once_neither_lose_nor_count_twice():
    shop.lay_words()
    products = []
    for number in range(12):
        variant = replace(shop.LAMP.variants[0], sku=f"R{number}")
        products.append(shop.add(replace(shop.LAMP, code=f"R{number}", variants=(variant,)), {f"R{number}": 1_000}))
    answers = run_together(6, lambda i: actions.rebuild(products[i : i + 7]))
    assert [answer for answer in answers if isinstance(answer, BaseException)] == []
    assert queries.list_placed("web", "fr").total == 12
    assert {node.code: node.count for node in queries.list_menu("web", "fr")} == {"home": 12, "clothes": 0}
    assert len(queries.list_sheets("web", "fr")) == 12


def test_an_older_reading_never_overwrites_a_newer_price():
    shop.lay_words()
    lamp = shop.add(shop.LAMP, {"LAMP-1": 1_000})
    variant = catalogue.find_variants_by_sku(["LAMP-1"])["LAMP-1"]

    def raise_and_rebuild(i: int) -> int:
        shop.set_prices({variant: 2_000 + i})
        return actions.rebuild([lamp])

    answers = run_together(6, raise_and_rebuild)
    assert [answer for answer in answers if isinstance(answer, BaseException)] == []
    (card,) = queries.list_cards([lamp], "web", "fr")
    assert actions.rebuild([lamp]) == 0, "what is written is what the rooms below say"
    assert card.prices[-1].gross >= 2_000
