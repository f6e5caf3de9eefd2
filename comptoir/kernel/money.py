"""Amounts of money: whole minor units of one currency, never a float."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from comptoir.kernel.errors import Refusal

# ISO 4217 exponents that differ from 2, for the currencies a European shop may meet.
_EXPONENTS = {"JPY": 0, "KRW": 0, "XPF": 0, "XOF": 0, "XAF": 0, "ISK": 0, "CLP": 0, "VND": 0} | {"TND": 3, "KWD": 3}


class CurrencyMismatch(Refusal):
    """Two amounts of different currencies were added or compared."""

    code = "money.currency_mismatch"


class UnreadableAmount(Refusal):
    """A text does not say one exact amount of money."""

    code = "money.unreadable_amount"


def exponent(currency: str) -> int:
    """Number of decimals of a currency's minor unit (ISO 4217)."""
    return _EXPONENTS.get(currency, 2)


_FURTHEST_DIGIT = 30  # from the point: beyond, a text of ten letters would cost a gigabyte of digits


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """`minor` whole minor units (cents) of `currency` (ISO 4217, three capitals)."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"Money takes whole minor units, not {type(self.minor).__name__}")
        if len(self.currency) != 3 or not self.currency.isascii() or not self.currency.isupper():
            raise ValueError(f"Not a currency code: {self.currency!r}")

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, count: int) -> Money:
        if type(count) is not int:
            raise TypeError("Money is multiplied by whole numbers only; use `portion` for rates")
        return Money(self.minor * count, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise CurrencyMismatch(left=self.currency, right=other.currency)
        return other.minor

    def portion(self, numerator: int, denominator: int) -> Money:
        """This amount x numerator / denominator, rounded half up (away from zero) to the minor unit."""
        return Money(divide_half_up(self.minor * numerator, denominator), self.currency)

    def split(self, weights: Sequence[int]) -> tuple[Money, ...]:
        """Share this amount by `weights`; the shares sum to it exactly (largest remainder, first wins ties).

        Weights are non-negative and not all zero.
        """
        total = sum(weights)
        if total <= 0 or any(weight < 0 for weight in weights):
            raise ValueError("split needs non-negative weights that are not all zero")
        sign, amount = (-1, -self.minor) if self.minor < 0 else (1, self.minor)
        floors = [amount * weight // total for weight in weights]
        remainders = [amount * weight % total for weight in weights]
        by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
        for i in by_remainder[: amount - sum(floors)]:
            floors[i] += 1
        return tuple(Money(sign * share, self.currency) for share in floors)

    def to_decimal(self) -> Decimal:
        """The amount in major units, exactly: 1999 EUR cents -> Decimal('19.99')."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    @classmethod
    def from_decimal(cls, amount: Decimal, currency: str) -> Money:
        """Read an exact amount of major units; more decimals than the currency has are refused."""
        if not amount.is_finite() or abs(amount.adjusted()) > _FURTHEST_DIGIT:
            raise UnreadableAmount(amount=str(amount)[:40], currency=currency)
        scaled = amount.scaleb(exponent(currency))
        if scaled != scaled.to_integral_value():
            raise UnreadableAmount(amount=str(amount)[:40], currency=currency)
        return cls(int(scaled), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        return cls(0, currency)


def divide_half_up(numerator: int, denominator: int) -> int:
    """Whole-number division rounded half away from zero, exact for any size."""
    if denominator <= 0:
        raise ValueError("the denominator must be positive")
    quotient, remainder = divmod(abs(numerator), denominator)
    rounded = quotient + (2 * remainder >= denominator)
    return rounded if numerator >= 0 else -rounded


def round_half_up(amount: Decimal) -> int:
    """A decimal number of minor units to a whole one, half away from zero."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
