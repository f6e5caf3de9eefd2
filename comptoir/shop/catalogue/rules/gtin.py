"""Article numbers (GTIN-8, 12, 13, 14): GS1 General Specifications, check digit by python-stdnum."""

from __future__ import annotations

from stdnum import ean
from stdnum.exceptions import ValidationError

LENGTHS = (8, 12, 13, 14)


class WrongGtin(ValueError):
    """Not a GTIN; the message is the reason: "length", "digits" or "check_digit"."""


def read_gtin(text: str) -> str:
    """The digits of a GTIN, as long as it was given (8, 12, 13 or 14). Spaces and hyphens are dropped."""
    digits: str = ean.compact(text)
    if not (digits.isascii() and digits.isdigit()):
        raise WrongGtin("digits")
    if len(digits) not in LENGTHS:
        raise WrongGtin("length")
    try:
        ean.validate(digits)
    except ValidationError:
        raise WrongGtin("check_digit") from None
    return digits


def writings(gtin: str) -> tuple[str, ...]:
    """Every way the same number may be stored: a GTIN-13 is a GTIN-14 with a zero before it, and so on."""
    bare = gtin.lstrip("0")
    return tuple(bare.zfill(length) for length in LENGTHS if len(bare) <= length)


def key(gtin: str) -> str:
    """One spelling for all the writings of a number: fourteen digits."""
    return gtin.zfill(14)
