"""The cards of a list, each written once and found again while its article stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from comptoir.heads.storefront.links import paths
from comptoir.heads.ui.environment import Drawing, component
from comptoir.heads.ui.memory import recall
from comptoir.shop.shelf.types import Card

AT_ONCE = 4  # pictures of the first row are asked for without waiting


def write_cards(cards: Sequence[Card], language: str, at: int, *, level: int, at_once: int = 0) -> Drawing:
    """The cards with their prices in force at `at` (seconds since 1970); their names are headings of that level."""
    macro, folder, media = component("card", language), paths(language).product, settings.MEDIA_URL
    return Drawing(
        "".join(
            recall(macro, card, card.price_at(at), folder + card.slug, media, number < at_once, level)
            for number, card in enumerate(cards)
        )
    )
