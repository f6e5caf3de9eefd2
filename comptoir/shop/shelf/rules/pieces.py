"""One variant taken out of its sheet, as a line of a cart names it."""

from __future__ import annotations

from uuid import UUID

from comptoir.shop.shelf.types import Piece, Sheet, SheetVariant


def piece_of(sheet: Sheet, variant: UUID) -> Piece | None:
    """The variant of that id on this sheet, or None."""
    found = next((each for each in sheet.variants if each.id == variant), None)
    if found is None:
        return None
    pictures = [sheet.pictures[i] for i in found.pictures if i < len(sheet.pictures)] or list(sheet.pictures[:1])
    return Piece(
        variant=found.id,
        product=sheet.product,
        sku=found.sku,
        name=sheet.name,
        lang=sheet.lang,
        choice=choice_of(sheet, found),
        slug=sheet.slug,
        currency=sheet.currency,
        prices=found.prices,
        stock=found.stock,
        online=found.online,
        picture=pictures[0] if pictures else None,
    )


def choice_of(sheet: Sheet, variant: SheetVariant) -> str:
    """The option values of a variant in words, in the sheet's order: "39, brick"."""
    labels = ((option, dict(option.values)) for option in sheet.options)
    said = (values.get(variant.options.get(option.code, ""), "") for option, values in labels)
    return ", ".join(label for label in said if label)
