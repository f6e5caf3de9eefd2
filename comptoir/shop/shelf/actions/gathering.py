"""What a rebuild reads from the rooms below: the vocabulary once, then each chunk in a bounded number of statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Channel, Product, ProductId, VariantId
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.pricing import queries as pricing
from comptoir.shop.pricing.types import Quote
from comptoir.shop.shelf.rules.assembly import Matter
from comptoir.shop.shelf.rules.vocabulary import Vocabulary, label_choices, rank_attributes

QUOTES_MOST = 500


def gather_vocabulary() -> Vocabulary:
    """Every word that sheets are written with."""
    attributes = {each.code: each for each in catalogue.list_attributes()}
    options = {each.code: each for each in catalogue.list_options()}
    families = {each.code: each for each in catalogue.list_families()}
    return Vocabulary(
        attributes=attributes,
        options=options,
        families=families,
        categories={each.id: each for each in catalogue.list_categories()},
        places={each.id: each for each in inventory.list_places()},
        custom={each.code: each.label for each in catalogue.list_custom_fields() if each.public},
        choices=label_choices(attributes, options),
        ranks=rank_attributes(families),
    )


def gather_matters(products: Sequence[ProductId], words: Vocabulary) -> dict[ProductId, Matter]:
    """What is known of these products whatever the channel; unknown ones are left out."""
    loaded = catalogue.load_products(products)
    media = catalogue.list_media(products)
    regulated = [each.id for each in loaded if each.family in words.families and words.families[each.family].regimes]
    legal = catalogue.list_legal_blocks(regulated) if regulated else {}
    levels = inventory.list_levels(variants_of(loaded))
    return {
        product.id: Matter(
            product=product,
            media=media.get(product.id, ()),
            legal=legal.get(product.id, ()),
            levels={each.id: levels.get(each.id, ()) for each in product.variants},
        )
        for product in loaded
    }


def priced(matters: dict[ProductId, Matter], channel: Channel, at: datetime) -> dict[ProductId, Matter]:
    """The same matters with the prices of one channel."""
    variants = variants_of([each.product for each in matters.values()])
    quotes: dict[VariantId, tuple[Quote, ...]] = {}
    for start in range(0, len(variants), QUOTES_MOST):
        quotes.update(pricing.list_quotes(variants[start : start + QUOTES_MOST], channel.code, at=at))
    return {
        key: replace(matter, quotes={each.id: quotes.get(each.id, ()) for each in matter.product.variants})
        for key, matter in matters.items()
    }


def variants_of(products: Sequence[Product]) -> list[VariantId]:
    """The ids of all variants of these products."""
    return [variant.id for product in products for variant in product.variants]
