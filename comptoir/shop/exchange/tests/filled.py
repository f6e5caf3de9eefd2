"""A shop with something of everything, for what goes out and comes in again."""

import io
import shutil
from datetime import timedelta
from pathlib import Path

from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from PIL import Image

from comptoir.kernel import clock
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    BrandDraft,
    CategoryDraft,
    Channel,
    Choice,
    CustomField,
    Family,
    FamilyAttribute,
    MediaUpload,
    NetQuantity,
    Option,
    ProductDraft,
    ProductStatus,
    VariantDraft,
)
from comptoir.shop.exchange.actions import import_files
from comptoir.shop.exchange.types import ImportOptions
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft

ACTOR = "staff:test"
SVG = b"""<?xml version="1.0"?>
<!-- drawn by hand --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60" onload="alert(1)">
  <defs><linearGradient id="g"><stop offset="0" stop-color="#c33"/></linearGradient></defs>
  <style>.a{fill:red}</style><script>alert(1)</script>
  <g transform="translate(2 3)"><path class="a" d="M0 0h10v10z" fill="url(#g)"/><text x="4">Lampe &amp; fil</text></g>
</svg>"""
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CHOICES = (Choice("a|b", {"fr": "A"}), Choice("=c", {"fr": "-C"}))


def fill():
    """A catalogue with every kind of value, and words that only just come through a file."""
    catalogue.define_channel(Channel("web", "Boutique", "EUR", "FR", ("fr", "en")), actor=ACTOR)
    catalogue.define_channel(Channel("pro", "Pro", "EUR", "FR", ("fr",), "net"), actor=ACTOR)
    inventory.define_place("depot", kind="warehouse", name="=Dépôt", actor=ACTOR, address={"city": "Nantes\nSud"})
    inventory.define_place("quai", kind="shop", name="Quai", actor=ACTOR, sells_online=False)
    kinds = {
        "care": AttributeKind.TEXT, "word": AttributeKind.WORD, "power": AttributeKind.NUMBER,
        "flag": AttributeKind.FLAG, "day": AttributeKind.DAY,
    }  # fmt: skip
    catalogue.define_attributes(
        [Attribute(code, kind, {"fr": code}) for code, kind in kinds.items()]
        + [
            Attribute("width", AttributeKind.MEASURE, {"fr": "Largeur", "en": "Width"}, unit="cm", facet=True),
            Attribute("made", AttributeKind.CHOICES, {"fr": "Fait"}, choices=CHOICES),
        ],
        actor=ACTOR,
    )  # fmt: skip
    catalogue.define_option(
        Option("size", {"fr": "Taille"}, (Choice("L", {"fr": "L"}), Choice("M", {"fr": "M"}))), actor=ACTOR
    )
    catalogue.define_custom_field(CustomField("shelf", {"fr": "Rayon"}, public=True), actor=ACTOR)
    named = tuple(FamilyAttribute(code, code == "power") for code in (*kinds, "width", "made"))
    catalogue.define_families([Family("lamps", {"fr": "Lampes"}, named), Family("empty", {"en": "Empty"})], actor=ACTOR)
    catalogue.define_brands([BrandDraft(code="B'1", name="+Brume", legal={"warnings": {"fr": "=Non"}})], actor=ACTOR)
    catalogue.define_categories(
        [
            CategoryDraft(code="lights", label={"fr": "Luminaires"}, parent="home", position=3),
            CategoryDraft(code="home", label={"fr": "Maison", "en": "Home"}, description={"fr": "<p>Chez soi</p>"}),
        ],
        actor=ACTOR,
    )
    done = catalogue.upsert_products(drafts(), actor=ACTOR)
    skus = {sku: variant for one in done for sku, variant in one.variants.items()}
    later = clock.now() + timedelta(days=9)
    pricing.set_prices(
        [
            PriceDraft(skus["L-L"], "web", Money(8990, "EUR")),
            PriceDraft(skus["L-L"], "web", Money(7990, "EUR"), valid_from=later),
            PriceDraft(skus["L-M"], "web", Money(7500, "EUR"), "net"),
            PriceDraft(skus["-5"], "pro", Money(1, "EUR"), "net"),
        ],
        actor=ACTOR,
    )
    hang_pictures(done, skus)
    inventory.count_stock("depot", {skus["L-L"]: 7, skus["-5"]: 0}, actor=ACTOR, reason="test")


def hang_pictures(done, skus):
    """A drawing shown by two articles, a photograph of one variant, a leaflet, a picture of a variant without SKU."""
    lamp, soap, nameless = (one.product for one in done)
    (plain,) = queries.load_products([nameless])[0].variants
    drawing = MediaUpload(
        filename="dessin brume.svg", content=SVG, alt={"fr": "=Une lampe", "en": "A lamp"}, position=1
    )
    catalogue.attach_many(
        [
            (lamp, drawing),
            (lamp, MediaUpload(filename="../photo.PNG", content=png("red"), variant=skus["L-M"])),
            (soap, drawing),
            (soap, MediaUpload(filename="notice.pdf", content=PDF, alt={"fr": "Notice"}, position=7)),
            (nameless, MediaUpload(filename="n.png", content=png("blue"), variant=plain.id, position=2)),
        ],
        actor=ACTOR,
    )


def png(colour):
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return out.getvalue()


def drafts():
    return [
        ProductDraft(
            code="L",
            family="lamps",
            name={"fr": '=HYPERLINK("http://x")', "en": "Lamp; with, \"marks\""},
            brand="B'1",
            categories=("lights", "home"),
            summary={"fr": "@somme '= été"},
            description={"fr": "<p>Une\nlampe &amp; son câble</p>", "en": "<p>Long</p>"},
            seo_title={"fr": "-titre"},
            slugs={"fr": "lampe-brume"},
            attributes={
                "care": {"fr": "Laver | frotter", "en": "=Wash"}, "word": "back\\slash|bar", "power": "-3.5",
                "flag": False, "day": "2026-02-28", "width": "24.5", "made": ("=c", "a|b"),
            },
            legal={"manufacturer_name": "Brume", "guarantee_months": "1"},
            options=("size",),
            variants=(
                VariantDraft(sku="L-L", options={"size": "L"}, gtin="4006381333931", weight_g=900, position=1),
                VariantDraft(sku="L-M", options={"size": "M"}, attributes={"power": "9"}, position=0, active=False),
            ),
            custom={"shelf": "A=1\nB"},
            channels=("web",),
        ),
        ProductDraft(
            code="Savon d'ici",
            family="empty",
            name={"fr": "Savon"},
            variants=(VariantDraft(sku="-5", net_quantity=NetQuantity("0.1", "kg")),),
            tax_class="reduced",
            status=ProductStatus.ARCHIVED,
        ),
        ProductDraft(code="nameless", family="empty", name={"en": "No SKU"}, variants=(VariantDraft(),)),
    ]  # fmt: skip


def empty_the_shop():
    call_command("flush", interactive=False, verbosity=0)
    for store in (default_storage, storages["originals"]):
        shutil.rmtree(Path(store.location) / "catalogue", ignore_errors=True)


def run(path):
    return import_files((str(path),), ImportOptions(), actor=ACTOR)
