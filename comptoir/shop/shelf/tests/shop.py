"""A very small shop for the shelf's tests, made by actions: a lamp, a scarf in two colours, three categories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    ProductId,
    VariantDraft,
    VariantId,
)
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.inventory.types import ReceiptDraft, ReceiptLineDraft
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft

ACTOR = "system:test"
WEB = Channel("web", "Web", "EUR", "FR", ("fr", "en"))

LAMP = ProductDraft(
    code="LAMP",
    family="goods",
    name={"fr": "Lampe d’établi", "en": "Bench lamp"},
    summary={"fr": "Éclaire sans éblouir."},
    variants=(VariantDraft(sku="LAMP-1"),),
    categories=("lighting",),
    attributes={"height": "42.5", "rooms": ("study", "kitchen"), "dimmable": True},
    channels=("web",),
)
SCARF = ProductDraft(
    code="SCARF",
    family="goods",
    name={"fr": "Écharpe"},
    variants=(
        VariantDraft(sku="SCARF-R", options={"colour": "red"}, position=0),
        VariantDraft(sku="SCARF-B", options={"colour": "blue"}, position=1),
    ),
    categories=("clothes",),
    options=("colour",),
    channels=("web",),
)


def lay_words(*, channels: Sequence[Channel] = (WEB,)) -> None:
    """Channel, attributes, family, categories, places."""
    for channel in channels:
        catalogue.define_channel(channel, actor=ACTOR)
    catalogue.define_attribute(
        Attribute("height", AttributeKind.MEASURE, {"fr": "Hauteur", "en": "Height"}, unit="cm"), actor=ACTOR
    )
    rooms = (Choice("study", {"fr": "bureau", "en": "study"}), Choice("kitchen", {"fr": "cuisine", "en": "kitchen"}))
    catalogue.define_attribute(
        Attribute("rooms", AttributeKind.CHOICES, {"fr": "Pièces", "en": "Rooms"}, choices=rooms, facet=True),
        actor=ACTOR,
    )
    catalogue.define_attribute(
        Attribute("dimmable", AttributeKind.FLAG, {"fr": "Variateur", "en": "Dimmable"}), actor=ACTOR
    )
    colours = (Choice("red", {"fr": "rouge", "en": "red"}), Choice("blue", {"fr": "bleu", "en": "blue"}))
    catalogue.define_option(Option("colour", {"fr": "Couleur", "en": "Colour"}, colours), actor=ACTOR)
    order = tuple(FamilyAttribute(code) for code in ("rooms", "height", "dimmable"))
    catalogue.define_family(Family("goods", {"fr": "Articles", "en": "Goods"}, order), actor=ACTOR)
    catalogue.define_category("home", {"fr": "Maison", "en": "Home"}, actor=ACTOR)
    catalogue.define_category("lighting", {"fr": "Luminaires", "en": "Lighting"}, parent="home", actor=ACTOR)
    catalogue.define_category("clothes", {"fr": "Vêtements"}, position=1, actor=ACTOR)
    inventory.define_place("depot", kind="warehouse", name="Dépôt", actor=ACTOR)
    inventory.define_place("lyon", kind="shop", name="Lyon", actor=ACTOR, sells_online=False)


def add(draft: ProductDraft, prices: dict[str, int], *, channel: str = "web") -> ProductId:
    """Write one product with the price of each SKU."""
    (written,) = catalogue.upsert_products((draft,), actor=ACTOR)
    set_prices({written.variants[sku]: minor for sku, minor in prices.items()}, channel=channel)
    return written.product


def set_prices(prices: dict[VariantId, int], *, channel: str = "web", valid_from=None) -> None:
    drafts = [PriceDraft(key, channel, Money(minor, "EUR"), valid_from=valid_from) for key, minor in prices.items()]
    pricing.set_prices(drafts, actor=ACTOR)


def receive(variant: VariantId, quantity: int, *, place: str = "depot", reference: str = "R1") -> None:
    line = ReceiptLineDraft(variant, quantity, Money(100, "EUR"))
    inventory.receive(ReceiptDraft(place, "Maker", reference, date(2026, 11, 1), (line,)), actor=ACTOR)
