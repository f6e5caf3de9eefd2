"""Units of measure: exact ratios, reading what people write ("2 kg", `24"`, "30 x 40 cm"), and saying it back.

Pure. Amounts are `Fraction`, never float; text that leaves or enters a store is a plain decimal ("0.75").
"""

from comptoir.kernel.units.conversion import (
    Incommensurable,
    Measure,
    UnknownUnit,
    convert,
    find_unit,
    list_units,
    to_decimal,
    write_amount,
)
from comptoir.kernel.units.reading import Spotted, UnreadableMeasure, parse, parse_each, parse_number, spot
from comptoir.kernel.units.table import Dimension, Unit
from comptoir.kernel.units.wording import format_measure, symbol

__all__ = [
    "Dimension",
    "Incommensurable",
    "Measure",
    "Spotted",
    "Unit",
    "UnknownUnit",
    "UnreadableMeasure",
    "convert",
    "find_unit",
    "format_measure",
    "list_units",
    "parse",
    "parse_each",
    "parse_number",
    "spot",
    "symbol",
    "to_decimal",
    "write_amount",
]
