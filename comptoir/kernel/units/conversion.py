"""Exact conversion between units of one dimension."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from comptoir.kernel.errors import Refusal
from comptoir.kernel.units.table import BY_CODE, UNITS, Dimension, Unit

Amount = Fraction | Decimal | int

_ROUNDED = Context(prec=15)


class UnknownUnit(Refusal):
    """There is no unit of that code."""

    code = "units.unknown_unit"
    status = 422


class Incommensurable(Refusal):
    """The two units do not measure the same thing."""

    code = "units.incommensurable"
    status = 422


def find_unit(code: str) -> Unit:
    """The unit of that code ("kg", "in", "degC"); refuses `UnknownUnit`."""
    unit = BY_CODE.get(code)
    if unit is None:
        raise UnknownUnit(unit=code)
    return unit


def list_units(dimension: Dimension | None = None) -> tuple[Unit, ...]:
    """Every unit, or those of one dimension, in the table's order."""
    return tuple(unit for unit in UNITS if dimension is None or unit.dimension is dimension)


@dataclass(frozen=True, slots=True)
class Measure:
    """An exact amount of a unit."""

    amount: Fraction
    unit: str

    @property
    def dimension(self) -> Dimension:
        return find_unit(self.unit).dimension

    def to(self, unit: str) -> Measure:
        """The same measure in `unit`, exactly; refuses `Incommensurable`."""
        return Measure(convert(self.amount, self.unit, unit), unit)

    def text(self) -> str:
        """The amount as plain decimal text ("0.75")."""
        return write_amount(self.amount)


def convert(amount: Amount, source: str, target: str) -> Fraction:
    """`amount` of `source` in `target`, exactly; refuses units of different dimensions."""
    first, second = find_unit(source), find_unit(target)
    if first.dimension is not second.dimension:
        raise Incommensurable(source=source, target=target)
    if isinstance(amount, float):
        raise TypeError("amounts are Fraction, Decimal or int, never float")
    return (Fraction(amount) * first.ratio + first.offset - second.offset) / second.ratio


def to_decimal(amount: Fraction) -> Decimal:
    """The amount as a Decimal: exact whenever it has a finite decimal form, else 15 significant digits."""
    twos = fives = 0
    rest = amount.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest == 1:
        places = max(twos, fives)
        return Decimal(amount.numerator * 10**places // amount.denominator).scaleb(-places)
    return _ROUNDED.divide(Decimal(amount.numerator), Decimal(amount.denominator))


def write_amount(amount: Amount) -> str:
    """Plain decimal text, no exponent, no trailing zero: Fraction(3, 4) -> "0.75"."""
    written = f"{to_decimal(Fraction(amount)):f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
