"""A made-up catalogue of any size, the same at each run, for benches that need no real data."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.words import COLOURS, MADE_OF, THINGS
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    Channel,
    Choice,
    Family,
    FamilyAttribute,
    Option,
    ProductDraft,
    VariantDraft,
)
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft

ACTOR = "system:bench"
CHANNEL = Channel(code="web", name="Web", currency="EUR", country="FR", languages=("fr", "en", "es"))
SIZES = ("s", "m", "l")
CHUNK = 250


def vocabulary() -> None:
    """Twelve families, a tree of some 130 categories, brands, options and faceted attributes."""
    catalogue.define_channel(CHANNEL, actor=ACTOR)
    for code, values in (("matiere", MADE_OF), ("couleur", COLOURS)):
        choices = tuple(Choice(code=slug(value), label={"fr": value, "en": value, "es": value}) for value in values)
        label = {"fr": code, "en": code, "es": code}
        catalogue.define_attribute(
            Attribute(code=code, kind=AttributeKind.CHOICE, label=label, choices=choices, facet=True), actor=ACTOR
        )
    width = Attribute(code="largeur", kind=AttributeKind.MEASURE, label={"fr": "Largeur", "en": "Width"}, unit="cm")
    catalogue.define_attribute(width, actor=ACTOR)
    sizes = tuple(Choice(code=size, label={"fr": size.upper()}) for size in SIZES)
    catalogue.define_option(Option(code="taille", label={"fr": "Taille", "en": "Size"}, values=sizes), actor=ACTOR)
    asked = tuple(FamilyAttribute(attribute=code) for code in ("matiere", "couleur", "largeur"))
    for thing in THINGS:
        catalogue.define_family(Family(code=thing, label={"fr": thing}, attributes=asked), actor=ACTOR)
    for number in range(40):
        catalogue.define_brand(f"marque-{number}", f"Marque {number}", actor=ACTOR)
    for root in range(8):
        catalogue.define_category(f"r{root}", {"fr": f"Rayon {root}"}, position=root, actor=ACTOR)
        for child in range(15):
            code = f"r{root}-{child}"
            catalogue.define_category(code, {"fr": f"Rayon {root}.{child}"}, parent=f"r{root}", actor=ACTOR)


def slug(word: str) -> str:
    return word.replace("è", "e").replace("é", "e").replace(" ", "-")


def drafts(count: int, *, start: int = 0) -> Iterator[ProductDraft]:
    """`count` articles numbered from `start`; a third of them have three variants."""
    for number in range(start, start + count):
        chance = random.Random(number)
        thing, made_of, colour = (chance.choice(words) for words in (THINGS, MADE_OF, COLOURS))
        name = f"{thing.capitalize()} {made_of} {colour} {number}"
        several = number % 3 == 0
        variants = tuple(
            VariantDraft(sku=f"B{number}-{size}", options={"taille": size}, weight_g=400, position=i)
            for i, size in enumerate(SIZES)
        )
        yield ProductDraft(
            code=f"B{number}",
            family=thing,
            brand=f"marque-{chance.randrange(40)}",
            categories=(f"r{chance.randrange(8)}-{chance.randrange(15)}",),
            name={"fr": name, "en": name, "es": name},
            summary={"fr": f"{thing} en {made_of}, couleur {colour}, fait pour durer."},
            description={"fr": f"<p>{name}. " + "Fait à la main, réparable, livré sous trois jours. " * 6 + "</p>"},
            attributes={"matiere": slug(made_of), "couleur": slug(colour), "largeur": str(chance.randrange(5, 120))},
            options=("taille",) if several else (),
            variants=variants if several else (VariantDraft(sku=f"B{number}", weight_g=400),),
            channels=(CHANNEL.code,),
        )


def fill(count: int, *, start: int = 0) -> None:
    """Write `count` articles with prices and stock by the doors every import uses."""
    inventory.define_place("depot", kind="warehouse", name="Dépôt", actor=ACTOR)
    waiting: list[ProductDraft] = []
    for draft in drafts(count, start=start):
        waiting.append(draft)
        if len(waiting) == CHUNK:
            write(waiting)
            waiting = []
    if waiting:
        write(waiting)


def write(chunk: list[ProductDraft]) -> None:
    done = catalogue.upsert_products(chunk, actor=ACTOR)
    variants = [variant for one in done for variant in one.variants.values()]
    prices = [
        PriceDraft(variant=variant, channel=CHANNEL.code, amount=Money(500 + 37 * (i % 400), "EUR"))
        for i, variant in enumerate(variants)
    ]
    pricing.set_prices(prices, actor=ACTOR)
    counts = {variant: i % 17 for i, variant in enumerate(variants)}
    inventory.count_stock("depot", counts, actor=ACTOR, reason="bench")
