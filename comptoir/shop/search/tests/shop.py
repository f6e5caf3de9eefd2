"""A small general store for the tests of search, made by actions: a dozen articles that are easily confused."""

from __future__ import annotations

from datetime import date

from comptoir.kernel import jobs, outbox
from comptoir.kernel.ids import new_id
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    Channel,
    Choice,
    Family,
    FamilyAttribute,
    ProductDraft,
    ProductId,
    VariantDraft,
)
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.inventory.types import ReceiptDraft, ReceiptLineDraft
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft

ACTOR = "system:test"
AT_LYON = {"CASQUE", "TAPIS"}
WEB = Channel("web", "Web", "EUR", "FR", ("fr", "en", "es"))


def article(code, fr, price, *, en="", es="", category="maison", stock=5, **said):
    """(draft, price in cents, pieces in the warehouse)."""
    name = {"fr": fr} | ({"en": en} if en else {}) | ({"es": es} if es else {})
    gtin = said.pop("gtin", None)
    draft = ProductDraft(
        code=code,
        family="goods",
        name=name,
        variants=(VariantDraft(sku=said.pop("sku", code), gtin=gtin),),
        categories=(category,),
        channels=("web",),
        **said,
    )
    return draft, price, stock


ARTICLES = (
    article("VELO", "Vélo de ville 24 pouces", 45_000, en="City bike 24 inches", category="cycles", brand="gitane",
            attributes={"colour": "red", "weight": "14"}),
    article("CASQUE", "Casque de vélo", 4_500, en="Bike helmet", category="cycles", attributes={"colour": "blue"}),
    article("ANTIVOL", "Antivol pour vélo", 2_900, en="Lock for bikes", category="cycles", stock=0,
            attributes={"colour": "red"}),
    article("PC", "Ordinateur portable 15,6 pouces", 79_900, en="Laptop 15.6 inches", category="bureau", brand="nova"),
    article("SAC", "Housse pour ordinateur portable", 2_500, en="Laptop case", category="bureau"),
    article("IMPR", "Imprimante PIXMA MG5750", 8_900, en="Printer PIXMA MG5750", category="bureau", brand="canon",
            sku="0515C006", gtin="4549292050110"),
    article("ENCRE", "Cartouche d’encre pour PIXMA MG5750", 1_900, en="Ink cartridge for PIXMA MG5750",
            category="bureau", brand="canon"),
    article("TAPIS", "Tapis de souris", 900, en="Mouse pad", category="bureau", attributes={"colour": "blue"}),
    article("CHEVAL", "Cheval à bascule", 6_900, en="Rocking horse", category="maison"),
    article("PATES", "Pâtes sans gluten 500 g", 350, en="Gluten free pasta 500 g", category="epicerie"),
    article("FARINE", "Farine de blé, gluten de force 1 kg", 280, en="Strong wheat flour 1 kg", category="epicerie"),
    article("HUILE", "Huile d’olive 0,5 l", 990, en="Olive oil 0.5 l", category="epicerie"),
    article("SOUPE", "Soupière œuf d’autruche", 3_900, en="Ostrich egg tureen", category="maison"),
)  # fmt: skip


def lay_words() -> None:
    """Channel, attributes, family, brands, categories, places."""
    catalogue.define_channel(WEB, actor=ACTOR)
    colours = (Choice("red", {"fr": "rouge", "en": "red"}), Choice("blue", {"fr": "bleu", "en": "blue"}))
    catalogue.define_attribute(
        Attribute("colour", AttributeKind.CHOICE, {"fr": "Couleur", "en": "Colour"}, choices=colours, facet=True),
        actor=ACTOR,
    )
    catalogue.define_attribute(
        Attribute("weight", AttributeKind.MEASURE, {"fr": "Poids", "en": "Weight"}, unit="kg", facet=True), actor=ACTOR
    )
    order = (FamilyAttribute("colour"), FamilyAttribute("weight"))
    catalogue.define_family(Family("goods", {"fr": "Articles", "en": "Goods"}, order), actor=ACTOR)
    for code, name in (("gitane", "Gitane"), ("nova", "Nova"), ("canon", "Canon")):
        catalogue.define_brand(code, name, actor=ACTOR)
    for position, (code, fr, en) in enumerate(
        (
            ("cycles", "Cycles", "Cycling"),
            ("bureau", "Bureau", "Office"),
            ("maison", "Maison", "Home"),
            ("epicerie", "Épicerie", "Grocery"),
        )
    ):
        catalogue.define_category(code, {"fr": fr, "en": en}, position=position, actor=ACTOR)
    inventory.define_place("depot", kind="warehouse", name="Dépôt", actor=ACTOR)
    inventory.define_place("lyon", kind="shop", name="Lyon", actor=ACTOR)


def add_all(articles) -> dict[str, ProductId]:
    """Write articles with their prices and their pieces; product ids by code."""
    made = {one.code: one for one in catalogue.upsert_products([draft for draft, *_ in articles], actor=ACTOR)}
    variants = {code: next(iter(one.variants.values())) for code, one in made.items()}
    prices = [PriceDraft(variants[draft.code], "web", Money(price, "EUR")) for draft, price, _ in articles]
    pricing.set_prices(prices, actor=ACTOR)
    for place, codes in (("lyon", AT_LYON), ("depot", set(made) - AT_LYON)):
        lines = tuple(
            ReceiptLineDraft(variants[draft.code], stock, Money(100, "EUR"))
            for draft, _, stock in articles
            if stock and draft.code in codes
        )
        if lines:
            receipt = ReceiptDraft(place, "Maker", str(new_id()), date(2026, 11, 1), lines)
            inventory.receive(receipt, actor=ACTOR)
    return {code: one.product for code, one in made.items()}


def add(draft: ProductDraft, price: int, stock: int) -> ProductId:
    """Write one article."""
    return add_all([(draft, price, stock)])[draft.code]


def open_shop() -> dict[str, ProductId]:
    """Everything above on the shelf; product ids by code."""
    lay_words()
    products = add_all(ARTICLES)
    settle()
    return products


def settle() -> None:
    """Let everyone hear what happened, and the jobs that are due run."""
    outbox.relay_all()
    jobs.run_all()
    outbox.relay_all()
