"""A product, its pictures, prices and stock made into one sheet and one card per language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from comptoir.shop.catalogue.types import (
    AttributeValue,
    CategoryId,
    Channel,
    LegalBlock,
    Media,
    Product,
    ProductStatus,
    Variant,
    VariantId,
)
from comptoir.shop.inventory.types import StockLevel
from comptoir.shop.pricing.types import Quote
from comptoir.shop.shelf.rules.notices import notices_of
from comptoir.shop.shelf.rules.prices import merge_steps, steps_of
from comptoir.shop.shelf.rules.slugs import slug_in
from comptoir.shop.shelf.rules.stock import shops_with, stock_of, word_for
from comptoir.shop.shelf.rules.tongue import Tongue
from comptoir.shop.shelf.rules.vocabulary import Vocabulary
from comptoir.shop.shelf.rules.wording import facts_of, terms_of
from comptoir.shop.shelf.types import Card, Crumb, Picture, PriceStep, Sheet, SheetOption, SheetVariant

NAME_KEY_LONGEST = 80
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"})
PICTURES = ("picture", "drawing")


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything known of one product that a sheet is made of."""

    product: Product
    media: tuple[Media, ...] = ()
    legal: tuple[LegalBlock, ...] = ()
    quotes: Mapping[VariantId, tuple[Quote, ...]] = field(default_factory=dict)
    levels: Mapping[VariantId, tuple[StockLevel, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sellable:
    """A variant with what is the same in every language."""

    variant: Variant
    steps: tuple[PriceStep, ...]
    stock: dict[str, int]
    online: int
    pictures: tuple[int, ...]


def is_published(product: Product, channel: Channel) -> bool:
    """Active and put on this channel by its publish gate."""
    return product.status is ProductStatus.ACTIVE and channel.code in product.channels


def sellables(matter: Matter, words: Vocabulary) -> tuple[Sellable, ...]:
    """The variants that can be shown: active, with a price in force or to come, in order."""
    shown = _pictures(matter)
    found = []
    for variant in sorted(matter.product.variants, key=lambda each: each.position):
        quotes = matter.quotes.get(variant.id, ())
        if variant.active and quotes:
            stock, online = stock_of(matter.levels.get(variant.id, ()), words.places)
            its = {media.original for media in matter.media if media.variant == variant.id}
            own = tuple(i for i, media in enumerate(shown) if media.original in its)
            found.append(Sellable(variant, steps_of(quotes), stock, online, own))
    return tuple(found)


def article_steps(variants: tuple[Sellable, ...]) -> tuple[PriceStep, ...]:
    """The article's prices over time."""
    return merge_steps([each.steps for each in variants])


def make_sheet(
    matter: Matter, variants: tuple[Sellable, ...], channel: Channel, words: Vocabulary, *, language: str
) -> Sheet:
    """The article's page in one language."""
    product, tongue = matter.product, Tongue(language, channel.default_language)
    name, lang = tongue.find(product.name)
    summary, summary_lang = tongue.find(product.summary)
    description, description_lang = tongue.find(product.description)
    ranks = words.ranks.get(product.family, {})
    terms = terms_of(product.attributes, ranks, words, tongue)
    return Sheet(
        product=product.id,
        code=product.code,
        slug=slug_in(product.slugs, tongue, code=product.code),
        slugs=_slugs(product, channel),
        name=name,
        lang=lang,
        currency=channel.currency,
        summary=summary,
        summary_lang=summary_lang if summary and summary_lang != lang else "",
        description=description,
        description_lang=description_lang if description and description_lang != lang else "",
        brand=product.brand.name if product.brand else "",
        brand_code=product.brand.code if product.brand else "",
        crumbs=_trails(product.categories, words, tongue),
        pictures=tuple(_picture(media, name, tongue) for media in _pictures(matter)),
        documents=_documents(matter, name, tongue),
        options=_options(product, variants, words, tongue),
        variants=tuple(_variant(each, ranks, words, tongue) for each in variants),
        facts=(*facts_of(terms), *_custom(product, words, tongue)),
        notices=notices_of(matter.legal, tongue, currency=channel.currency),
        seo_title=product.seo_title.get(language) or name,
        seo_description=product.seo_description.get(language) or summary,
        created_at=product.created_at,
        updated_at=product.updated_at,
        categories=words.standing(product.categories),
        terms=terms,
    )


def make_card(sheet: Sheet, steps: tuple[PriceStep, ...], words: Vocabulary) -> Card:
    """The same article as it stands in a list."""
    single = sheet.variants[0].id if len(sheet.variants) == 1 else None
    return Card(
        product=sheet.product,
        code=sheet.code,
        slug=sheet.slug,
        name=sheet.name,
        lang=sheet.lang,
        currency=sheet.currency,
        prices=steps,
        stock=word_for(each.online for each in sheet.variants),
        summary=sheet.summary,
        brand=sheet.brand,
        picture=sheet.pictures[0] if sheet.pictures else None,
        variant=single,
        variants=len(sheet.variants),
        places=shops_with(sheet.variants, words.places),
    )


def name_key(name: str) -> str:
    """What names are sorted by, and looked for without an index: words of letters and digits, no accents nor case."""
    plain = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).casefold()
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())[:NAME_KEY_LONGEST]


def _pictures(matter: Matter) -> list[Media]:
    """Photographs and drawings in order; the same file given to several variants is shown once.

    A photograph is shown once its renditions are made: its original is never served.
    """
    shown: dict[str, Media] = {}
    for media in matter.media:
        if media.kind in PICTURES and media.renditions:
            shown.setdefault(media.original, media)
    return list(shown.values())


def _picture(media: Media, name: str, tongue: Tongue) -> Picture:
    sources = tuple((each.path, each.width, each.height, each.mime) for each in media.renditions)
    return Picture(
        alt=tongue.say(media.alt) or name,
        width=media.width or 0,
        height=media.height or 0,
        sources=tuple(sorted(sources, key=lambda source: source[1])),
    )


def _documents(matter: Matter, name: str, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    papers = (media for media in matter.media if media.kind not in PICTURES)
    return tuple((tongue.say(media.alt) or name, media.original) for media in papers)


def _slugs(product: Product, channel: Channel) -> dict[str, str]:
    tongues = (Tongue(each, channel.default_language) for each in channel.languages)
    return {each.language: slug_in(product.slugs, each, code=product.code) for each in tongues}


def _trails(categories: tuple[CategoryId, ...], words: Vocabulary, tongue: Tongue) -> tuple[tuple[Crumb, ...], ...]:
    def crumb(key: CategoryId) -> Crumb:
        category = words.categories[key]
        slug = slug_in(category.slugs, tongue, code=category.code)
        return Crumb(tongue.say(category.label) or category.code, slug)

    known = (words.categories[key] for key in categories if key in words.categories)
    return tuple(tuple(crumb(above) for above in category.path) for category in known)


def _options(
    product: Product, variants: tuple[Sellable, ...], words: Vocabulary, tongue: Tongue
) -> tuple[SheetOption, ...]:
    found = []
    for code in product.options:
        option = words.options.get(code)
        taken = {each.variant.options.get(code) for each in variants}
        if option is not None and taken - {None}:
            values = tuple(
                (value.code, tongue.say(value.label) or value.code) for value in option.values if value.code in taken
            )
            found.append(SheetOption(code, tongue.say(option.label) or code, values))
    return tuple(found)


def _variant(each: Sellable, ranks: Mapping[str, int], words: Vocabulary, tongue: Tongue) -> SheetVariant:
    variant = each.variant
    values: Mapping[str, AttributeValue] = variant.attributes
    terms = terms_of(values, ranks, words, tongue) if values else ()
    return SheetVariant(
        id=variant.id,
        sku=variant.sku or "",
        gtin=variant.gtin or "",
        options=dict(variant.options),
        prices=each.steps,
        stock=each.stock,
        online=each.online,
        pictures=each.pictures,
        facts=facts_of(terms),
    )


def _custom(product: Product, words: Vocabulary, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """The merchant's own fields that he made public."""
    return tuple(
        (tongue.say(words.custom[code]) or code, value)
        for code, value in sorted(product.custom.items())
        if value and code in words.custom
    )
