"""How what the rooms announce merges: every id, each once, nothing of another channel."""

from uuid import UUID

from comptoir.shop.catalogue.events import ProductsChanged
from comptoir.shop.inventory.events import StockChanged
from comptoir.shop.pricing.events import PricesChanged
from comptoir.shop.shelf.events import CardsChanged

A, B, C = (UUID(int=number) for number in (1, 2, 3))


def test_products_are_united_in_the_order_first_told():
    told = [ProductsChanged(products=(A, B)), ProductsChanged(products=(C, A))]
    assert ProductsChanged.merge(told) == (ProductsChanged(products=(A, B, C)),)


def test_at_most_five_hundred_are_told_together():
    told = [ProductsChanged(products=(UUID(int=number),)) for number in range(501)]
    assert [len(one.products) for one in ProductsChanged.merge(told)] == [500, 1]


def test_prices_and_cards_stay_with_their_channel():
    prices = [PricesChanged((A,), "web"), PricesChanged((B,), "pro"), PricesChanged((B, A), "web")]
    assert PricesChanged.merge(prices) == (PricesChanged((A, B), "web"), PricesChanged((B,), "pro"))
    cards = [CardsChanged(products=(A,), channel="web"), CardsChanged(products=(B,), channel="web")]
    assert CardsChanged.merge(cards) == (CardsChanged(products=(A, B), channel="web"),)


def test_stock_that_crossed_once_crossed():
    told = [StockChanged(variants=(A, B), crossed=(B,)), StockChanged(variants=(C, B), crossed=())]
    assert StockChanged.merge(told) == (StockChanged(variants=(A, B, C), crossed=(B,)),)
