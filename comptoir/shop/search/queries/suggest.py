"""What is offered while one types."""

from __future__ import annotations

from comptoir.shop.catalogue.types import ProductId
from comptoir.shop.search.engines.choice import first_that_answers
from comptoir.shop.search.rules.folding import clip
from comptoir.shop.search.types import Suggestion
from comptoir.shop.shelf import queries as shelf

SUGGESTIONS_MOST = 20


def suggest(channel: str, language: str, typed: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Words, categories, brands, then products that what is typed may become; at most `limit` (20). One statement.

    A product's slug is its sheet's, a category's its page's, a brand's its code; words lead to a search.
    """
    wanted = clip(typed) + (" " if typed[-1:].isspace() else "")
    most = min(max(1, limit), SUGGESTIONS_MOST)
    if not wanted.strip():
        return ()
    found = first_that_answers(lambda engine: engine.complete(channel, language, wanted, most), channel, language)
    cards = shelf.list_cards([ProductId(product) for product in found.products], channel, language)
    products = [Suggestion("product", card.name, card.slug) for card in cards]
    lines = found.lines[: max(most - len(products), most // 2)]
    return (*lines, *products[: most - len(lines)])
