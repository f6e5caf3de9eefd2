"""What a file says laid over what the catalogue holds: nothing that a file does not name is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import Variant, VariantDraft
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.types import ReadVariant


def first_of(first: int | None, second: int | None) -> int | None:
    """The first number that is said."""
    return first if first is not None else second


def address_slugs(slugs: Text) -> Text:
    """Addresses put right: small letters, digits and hyphens, or left for the catalogue to make."""
    return {language: code_of(slug, limit=80).replace("_", "-") for language, slug in slugs.items() if slug}


def merged(held: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What is held, with what is said over it; what is said to be empty goes."""
    return {key: text for key, text in {**held, **said}.items() if text}


def matching(read: ReadVariant, held: Sequence[Variant]) -> Variant | None:
    """The variant that this line is about: by SKU, else by its options."""
    if read.sku:
        found = next((one for one in held if one.sku == read.sku), None)
        if found is not None:
            return found
    chosen = {choice.option: choice.value for choice in read.choices}
    return next((one for one in held if dict(one.options) == chosen and not (one.sku and read.sku)), None)


def as_it_is(variant: Variant) -> VariantDraft:
    """A variant that the file does not name, as it is."""
    return VariantDraft(
        sku=variant.sku,
        gtin=variant.gtin,
        options=variant.options,
        attributes=variant.attributes,
        weight_g=variant.weight_g,
        length_mm=variant.length_mm,
        width_mm=variant.width_mm,
        height_mm=variant.height_mm,
        net_quantity=variant.net_quantity,
        position=variant.position,
        active=variant.active,
    )
