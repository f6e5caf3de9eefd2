"""A small shop to walk through: three languages, two departments, thirty articles, sizes, a brand, two places."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.kernel import outbox
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    Channel,
    Choice,
    Family,
    FamilyAttribute,
    NetQuantity,
    Option,
    ProductDraft,
    VariantDraft,
    VariantId,
)
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft
from comptoir.shop.search import actions as search

ACTOR = "system:test"
MATTERS = ("zinc", "osier", "frene")
BOWLS = 30


def open_shopfront() -> Mapping[str, VariantId]:
    """The shop, on its shelves and in its search index: variant ids by SKU."""
    _lay_words()
    variants = _write([*map(_bowl, range(1, BOWLS + 1)), _clog(), _watering_can()])
    prices = {sku: 1000 + 100 * place for place, sku in enumerate(variants)}
    drafts = [PriceDraft(variant, "web", Money(prices[sku], "EUR")) for sku, variant in variants.items()]
    pricing.set_prices(drafts, actor=ACTOR)
    stocked = {variant: 8 for sku, variant in variants.items() if sku != "CLOG-41"}
    inventory.count_stock("depot", stocked, actor=ACTOR, reason="opening")
    inventory.count_stock("nantes", {variants["CLOG-39"]: 2, variants["CAN"]: 12}, actor=ACTOR, reason="opening")
    tell()
    search.reindex()
    return variants


def add_honey() -> None:
    """A jar of honey, which the law treats as food, on the shelf beside the bowls."""
    catalogue.define_family(Family("food", {"fr": "Épicerie"}, (), ("food", "unit_price")), actor=ACTOR)
    jar = VariantDraft(sku="HONEY", net_quantity=NetQuantity("500", "g"))
    made = catalogue.upsert_products(
        [
            ProductDraft(
                code="HONEY",
                family="food",
                name={"fr": "Miel de tilleul", "en": "Lime honey", "es": "Miel de tilo"},
                categories=("table",),
                legal={
                    **{field: _everywhere("miel") for field in ("food_name", "ingredients", "nutrition")},
                    "storage": _everywhere("Au sec."),
                    "allergens": ("milk", "nuts"),
                    "operator_name": "La Ruche",
                    "operator_address": "1 rue des Abeilles, Saumur",
                },
                variants=(jar,),
                channels=("web",),
            )
        ],
        actor=ACTOR,
    )
    assert catalogue.publish_products([made[0].product], "web", actor=ACTOR) == ()
    pricing.set_prices([PriceDraft(made[0].variants["HONEY"], "web", Money(1150, "EUR"))], actor=ACTOR)
    tell()


def _everywhere(words: str) -> dict[str, str]:
    return dict.fromkeys(("fr", "en", "es"), words)


def tell() -> None:
    """Let every room hear what happened, as the relay would."""
    outbox.relay_all()


def _lay_words() -> None:
    catalogue.define_channel(Channel("web", "Web", "EUR", "FR", ("fr", "en", "es")), actor=ACTOR)
    choices = tuple(Choice(code, {"fr": code.capitalize(), "en": f"{code} (en)"}) for code in MATTERS)
    catalogue.define_attribute(
        Attribute("matter", AttributeKind.CHOICE, {"fr": "Matière", "en": "Matter"}, choices=choices, facet=True),
        actor=ACTOR,
    )
    sizes = tuple(Choice(size, {"fr": size}) for size in ("39", "40", "41"))
    catalogue.define_option(Option("size", {"fr": "Pointure", "en": "Size", "es": "Talla"}, sizes), actor=ACTOR)
    catalogue.define_family(Family("goods", {"fr": "Articles"}, (FamilyAttribute("matter"),)), actor=ACTOR)
    catalogue.define_brand("sillon", "Atelier du Sillon", legal=None, actor=ACTOR)
    catalogue.define_category(
        "garden",
        {"fr": "Jardin", "en": "Garden", "es": "Jardín"},
        description={"fr": "De quoi faire pousser."},
        actor=ACTOR,
    )
    catalogue.define_category("clogs", {"fr": "Sabots", "en": "Clogs", "es": "Zuecos"}, parent="garden", actor=ACTOR)
    catalogue.define_category("table", {"fr": "Table", "en": "Table ware", "es": "Mesa"}, position=1, actor=ACTOR)
    inventory.define_place("depot", kind="warehouse", name="Dépôt", actor=ACTOR)
    inventory.define_place(
        "nantes",
        kind="shop",
        name="Boutique de Nantes",
        address={"street": "8 rue Crébillon", "city": "44000 Nantes"},
        sells_online=False,
        actor=ACTOR,
    )


def _write(drafts: list[ProductDraft]) -> dict[str, VariantId]:
    made = catalogue.upsert_products(drafts, actor=ACTOR)
    refused = catalogue.publish_products([one.product for one in made], "web", actor=ACTOR)
    assert refused == (), refused
    return {sku: variant for one in made for sku, variant in one.variants.items()}


def _bowl(number: int) -> ProductDraft:
    return ProductDraft(
        code=f"BOWL-{number}",
        family="goods",
        name={"fr": f"Bol numéro {number}", "en": f"Bowl number {number}", "es": f"Cuenco número {number}"},
        summary={"fr": "Tourné à la main."},
        brand="sillon" if number % 2 else None,
        categories=("table",),
        attributes={"matter": MATTERS[number % 3]},
        variants=(VariantDraft(sku=f"BOWL-{number}"),),
        channels=("web",),
    )


def _clog() -> ProductDraft:
    return ProductDraft(
        code="CLOG",
        family="goods",
        name={"fr": "Sabot Youn", "en": "Youn clog", "es": "Zueco Youn"},
        summary={"fr": "Cuir et tilleul.", "en": "Leather and lime wood."},
        description={"fr": "<p>On le chausse <strong>sans se baisser</strong>.</p>"},
        brand="sillon",
        categories=("clogs",),
        attributes={"matter": "frene"},
        options=("size",),
        variants=tuple(
            VariantDraft(sku=f"CLOG-{size}", options={"size": size}, position=place)
            for place, size in enumerate(("39", "40", "41"))
        ),
        channels=("web",),
    )


def _watering_can() -> ProductDraft:
    return ProductDraft(
        code="CAN",
        family="goods",
        name={"fr": "Arrosoir </script> & zinc"},
        categories=("garden",),
        attributes={"matter": "zinc"},
        variants=(VariantDraft(sku="CAN", gtin="4006381333931"),),
        channels=("web",),
    )
