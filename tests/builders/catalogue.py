"""A small catalogue in a few words, made by actions: what other rooms build their tests on."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image

from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    CategoryId,
    Channel,
    Choice,
    Family,
    FamilyAttribute,
    MediaId,
    MediaUpload,
    Option,
    Product,
    ProductDraft,
    ProductId,
    VariantDraft,
)

ACTOR = "system:test"


def a_channel(code: str = "web", **said: Any) -> Channel:
    """A French web shop in euros; prices are consumer prices."""
    facts: dict[str, Any] = {"name": code.title(), "currency": "EUR", "country": "FR", "languages": ("fr", "en", "es")}
    channel = Channel(code=code, **(facts | said))
    actions.define_channel(channel, actor=ACTOR)
    return channel


def an_attribute(code: str, kind: AttributeKind = AttributeKind.WORD, **said: Any) -> Attribute:
    """An attribute labelled by its code."""
    attribute = Attribute(code=code, kind=kind, **({"label": {"fr": code, "en": code}} | said))
    actions.define_attribute(attribute, actor=ACTOR)
    return attribute


def an_option(code: str = "size", values: tuple[str, ...] = ("s", "m", "l")) -> Option:
    """An option whose values are labelled by their code."""
    option = Option(code, {"fr": code, "en": code}, tuple(Choice(one, {"fr": one, "en": one}) for one in values))
    actions.define_option(option, actor=ACTOR)
    return option


def a_family(code: str = "things", *attributes: str, regimes: tuple[str, ...] = ()) -> Family:
    """A family with these attributes, which must exist, none of them required."""
    family = Family(code, {"fr": code, "en": code}, tuple(FamilyAttribute(one) for one in attributes), regimes)
    actions.define_family(family, actor=ACTOR)
    return family


def a_category(code: str = "all", *, parent: str | None = None, position: int = 0, **label: str) -> CategoryId:
    """A category, labelled by its code unless said: `a_category("shoes", fr="Chaussures")`."""
    return actions.define_category(
        code, label or {"fr": code, "en": code}, parent=parent, position=position, actor=ACTOR
    )


def a_draft(code: str = "P-1", **said: Any) -> ProductDraft:
    """A draft of one variant whose SKU is the code; the family "things" must exist."""
    facts: dict[str, Any] = {
        "family": "things",
        "name": {"fr": f"Article {code}", "en": f"Article {code}"},
        "variants": (VariantDraft(sku=code),),
    }
    return ProductDraft(code=code, **(facts | said))


def a_product(code: str = "P-1", **said: Any) -> Product:
    """A product written and read back, with its family "things" if it has none; `channels` must exist."""
    if "family" not in said:
        a_family("things")
    actions.upsert_products((a_draft(code, **said),), actor=ACTOR)
    return the_product(code)


def a_shown_product(code: str = "P-1", channel: str = "web", **said: Any) -> Product:
    """A product shown on a channel; both are made if they do not exist."""
    if channel not in {one.code for one in queries.list_channels()}:
        a_channel(channel)
    return a_product(code, channels=(channel,), **said)


def a_product_with_sizes(code: str = "SHOE", sizes: tuple[str, ...] = ("s", "m", "l"), **said: Any) -> Product:
    """A product with one variant a size, of SKU "<code>-<size>"."""
    an_option("size", sizes)
    variants = tuple(VariantDraft(sku=f"{code}-{size}", options={"size": size}) for size in sizes)
    return a_product(code, options=("size",), variants=variants, **said)


def the_product(code: str) -> Product:
    """A product as it is now."""
    return queries.load_products([queries.find_products_by_code([code])[code]])[0]


def a_picture(product: ProductId, *, colour: str = "red", size: tuple[int, int] = (900, 600), **said: Any) -> MediaId:
    """A plain picture attached to a product; its renditions are made when the jobs run."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, format="PNG")
    alt: Mapping[str, str] = said.pop("alt", {"fr": f"Aplat {colour}"})
    upload = MediaUpload(filename=f"{colour}.png", content=buffer.getvalue(), alt=alt, **said)
    return actions.attach_media(product, upload, actor=ACTOR)
