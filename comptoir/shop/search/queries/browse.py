"""The answer to what a visitor asks of a list."""

from __future__ import annotations

from datetime import datetime

from comptoir.shop.catalogue.types import ProductId
from comptoir.shop.search.engines.choice import first_that_answers
from comptoir.shop.search.engines.index.reading import read_generation
from comptoir.shop.search.rules.bounds import bound, pages
from comptoir.shop.search.types import Ask, Found
from comptoir.shop.shelf import queries as shelf


def generation(channel: str, language: str) -> int:
    """A number that differs whenever what `browse` and `suggest` look in differs, for ETags and page caches.

    The index follows the shelf by a second or two: a page kept under the shelf's generation alone could be made from
    the index of before. 0 while there is no index. No statement, a microsecond.
    """
    return read_generation(channel, language)


def browse(ask: Ask, *, at: datetime) -> Found:
    """One page of cards with facets, each group's counts obeying every filter but its own.

    One SQL statement when the index answers. Words are read up to 200 characters and 12 words. Prices in cards are
    right at `at`; filters and sorts by price follow a dated change within a minute. Refuses PageTooFar.
    """
    del at
    asked = bound(ask)
    found = first_that_answers(lambda engine: engine.answer(asked), asked.channel, asked.language)
    cards = shelf.list_cards([ProductId(product) for product in found.products], asked.channel, asked.language)
    return Found(
        cards=cards,
        total=found.total,
        page=asked.page,
        pages=pages(found.total, asked.size),
        facets=found.facets,
        price_range=found.price_range,
        corrected=found.corrected,
        relaxed=found.relaxed,
    )
