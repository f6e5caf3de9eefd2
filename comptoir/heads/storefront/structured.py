"""Structured data (schema.org) that says exactly what the page says: organisation, article, offers."""

from __future__ import annotations

from django.conf import settings

from comptoir.heads.storefront.frame import JsonObject
from comptoir.heads.storefront.links import paths
from comptoir.heads.storefront.offers import key_of, step_at
from comptoir.heads.ui.merchant import Merchant
from comptoir.kernel.money import Money
from comptoir.kernel.money_words import format_amount
from comptoir.shop.shelf.types import Picture, Sheet, SheetVariant

CONTEXT = "https://schema.org"
VARIANTS_MOST = 100


def organisation(merchant: Merchant) -> JsonObject:
    """The merchant, with what he says of himself."""
    identity = merchant.identity
    facts: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "OnlineStore",
        "name": merchant.name,
        "url": settings.ORIGIN + "/",
        "legalName": identity.legal_name,
        "vatID": identity.vat,
        "email": identity.email,
        "telephone": identity.phone,
        "address": ", ".join(identity.address),
    }
    return {name: value for name, value in facts.items() if value}


def website(language: str, merchant: Merchant) -> JsonObject:
    """The shop with the address of its search."""
    target = f"{settings.ORIGIN}{paths(language).search}?q={{search_term_string}}"
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": merchant.name,
        "url": settings.ORIGIN + paths(language).home,
        "inLanguage": language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }


def article(sheet: Sheet, language: str, at: int) -> JsonObject:
    """One variant: a Product with its Offer. Several: a ProductGroup with each variant and its own Offer."""
    address = settings.ORIGIN + paths(language).product + sheet.slug
    about: dict[str, object] = {"name": sheet.name, "url": address}
    if sheet.summary:
        about["description"] = sheet.summary
    if sheet.brand:
        about["brand"] = {"@type": "Brand", "name": sheet.brand}
    if sheet.pictures:
        about["image"] = [_picture_address(picture) for picture in sheet.pictures[:6]]
    if len(sheet.variants) == 1:
        return {"@context": CONTEXT, "@type": "Product", **about, **_variant(sheet, sheet.variants[0], address, at)}
    return {
        "@context": CONTEXT,
        "@type": "ProductGroup",
        **about,
        "productGroupID": sheet.code,
        "variesBy": [option.label for option in sheet.options],
        "hasVariant": [
            {"@type": "Product", "name": _variant_name(sheet, variant)}
            | _variant(sheet, variant, f"{address}?v={key_of(variant)}", at)
            for variant in sheet.variants[:VARIANTS_MOST]
        ],
    }


def _variant(sheet: Sheet, variant: SheetVariant, address: str, at: int) -> dict[str, object]:
    facts: dict[str, object] = {}
    if variant.sku:
        facts["sku"] = variant.sku
    if variant.gtin:
        facts["gtin"] = variant.gtin
    step = step_at(variant.prices, at)
    if step is not None:
        facts["offers"] = {
            "@type": "Offer",
            "url": address,
            "price": format_amount(Money(step.gross, sheet.currency)),
            "priceCurrency": sheet.currency,
            "availability": f"{CONTEXT}/{'InStock' if variant.online else 'OutOfStock'}",
            "itemCondition": f"{CONTEXT}/NewCondition",
        }
    return facts


def _variant_name(sheet: Sheet, variant: SheetVariant) -> str:
    labels = {(option.code, code): label for option in sheet.options for code, label in option.values}
    return ", ".join([sheet.name, *(labels.get(pair, pair[1]) for pair in variant.options.items())])


def _picture_address(picture: Picture) -> str:
    path = picture.sources[-1][0] if picture.sources else ""
    base = settings.MEDIA_URL if "//" in settings.MEDIA_URL else settings.ORIGIN + settings.MEDIA_URL
    return base + path
