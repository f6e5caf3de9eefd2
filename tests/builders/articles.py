"""Articles for tests: a channel, a family without legal regime, a published article with its variants."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.shop.catalogue import actions, queries
from comptoir.shop.catalogue.types import (
    Channel,
    Choice,
    Family,
    NetQuantity,
    Option,
    ProductDraft,
    Upserted,
    VariantDraft,
    VariantId,
)

ACTOR = "system:test"


def a_channel(code: str = "web", *, country: str = "FR", currency: str = "EUR") -> str:
    actions.define_channel(
        Channel(code=code, name=code, currency=currency, country=country, languages=("fr", "en", "es")), actor=ACTOR
    )
    return code


def an_article(
    code: str = "bol",
    *,
    tax_class: str = "standard",
    channel: str = "web",
    sizes: tuple[str, ...] = (),
    net_quantity: NetQuantity | None = None,
    name: Mapping[str, str] | None = None,
) -> Upserted:
    """A published article; one variant per size, or a single one. SKUs are the code, then "-size"."""
    a_channel(channel, **_kept(channel))
    actions.define_family(Family(code="plain", label={"fr": "Simple"}), actor=ACTOR)
    if sizes:
        values = tuple(Choice(size, {"fr": f"Taille {size}", "en": f"Size {size}"}) for size in ("S", "M", "L"))
        actions.define_option(Option("size", {"fr": "Taille", "en": "Size"}, values), actor=ACTOR)
    variants = tuple(VariantDraft(sku=f"{code}-{size}", options={"size": size}) for size in sizes)
    draft = ProductDraft(
        code=code,
        family="plain",
        name=name or {"fr": code.capitalize(), "en": f"{code} (en)"},
        description={"fr": f"<p>{code} de tous les jours.</p>"},
        variants=variants or (VariantDraft(sku=code, net_quantity=net_quantity),),
        options=("size",) if sizes else (),
        tax_class=tax_class,
        channels=(channel,),
    )
    (made,) = actions.upsert_products([draft], actor=ACTOR)
    refused = actions.publish_products([made.product], channel, actor=ACTOR)
    assert refused == (), refused
    return made


def a_variant(code: str = "bol", *, tax_class: str = "standard", net_quantity: NetQuantity | None = None) -> VariantId:
    """The one variant of a published article of the web channel."""
    return an_article(code, tax_class=tax_class, net_quantity=net_quantity).variants[code]


def _kept(code: str) -> dict[str, str]:
    for channel in queries.list_channels():
        if channel.code == code:
            return {"country": channel.country, "currency": channel.currency}
    return {}
