"""Every contradiction of a sheet in one language."""

from __future__ import annotations

from comptoir.shop.catalogue.rules.contradictions import claims, titles, twins, units
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.types import SheetFault


def find(sheet: Sheet, language: str) -> list[SheetFault]:
    """Every contradiction of a sheet in one language, those that no language says included."""
    return [
        *twins.shared_gtins(sheet),
        *twins.foreign_description(sheet, language),
        *units.wrong_units(sheet),
        *titles.against_measures(sheet, language),
        *titles.against_colours(sheet, language),
        *titles.against_quantity(sheet, language),
        *claims.price_words(sheet, language),
        *claims.batteries(sheet, language),
        *claims.wrong_language(sheet, language),
    ]
