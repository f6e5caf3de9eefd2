"""Numbers, amounts, yes and no as people write them in files: read exactly or not at all."""

from __future__ import annotations

import re
from decimal import Decimal

from comptoir.kernel.money import round_half_up

_CURRENCY_SIGNS = re.compile(r"(?:€|\$|£|¥|EUR|USD|GBP|CHF|Fr\.?|F)", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u00a0\u202f'’_]+")
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}")
_DOT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3}){2,}")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_YES = frozenset({"1", "1.0", "true", "yes", "y", "on", "oui", "o", "vrai", "si", "sí", "x", "active", "enabled"})
_NO = frozenset({"0", "0.0", "false", "no", "n", "off", "non", "faux", "inactive", "disabled"})
_MAX_DIGITS = 40
_LARGEST_SIZE = 10**9


def read_decimal(text: str) -> Decimal | None:
    """An exact number from `1 234,50`, `1.234,50`, `1,234.50`, `12.5 €`, `-3`; None when it is not one.

    With both marks the last is the decimal one; a single mark, comma or dot, is the decimal one.
    """
    bare = _SPACES.sub("", _CURRENCY_SIGNS.sub("", text))
    if not bare or len(bare) > _MAX_DIGITS:
        return None
    if "," in bare:
        bare = _comma_read(bare)
    elif _DOT_GROUPS.fullmatch(bare):
        bare = bare.replace(".", "")
    return Decimal(bare) if _NUMBER.fullmatch(bare) and bare.isascii() else None


def _comma_read(bare: str) -> str:
    if "." in bare:
        thousands, mark = (",", ".") if bare.rfind(".") > bare.rfind(",") else (".", ",")
        return bare.replace(thousands, "").replace(mark, ".")
    return bare.replace(",", "") if _COMMA_GROUPS.fullmatch(bare) else bare.replace(",", ".")


def is_unclear(text: str) -> bool:
    """Whether an amount such as `1,234` may be read two ways."""
    return _UNCLEAR.fullmatch(_SPACES.sub("", _CURRENCY_SIGNS.sub("", text))) is not None


def number_text(number: Decimal) -> str:
    """The shortest exact writing of a number: `12.50` -> `12.5`, `1E+3` -> `1000`."""
    written = format(number, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in {"", "-0", "-"} else written


def read_flag(text: str) -> bool | None:
    """Yes or no in English, French, Spanish, or digits; None when it is neither."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    return False if word in _NO else None


def read_gtin(text: str) -> str | None:
    """The GTIN as digits (8, 12, 13 or 14) when its check digit holds; None otherwise.

    A 13-digit code written 0-padded to 14, or a UPC-A whose leading zero was lost by a spreadsheet, is put right.
    """
    digits = _SPACES.sub("", text).replace("-", "").removesuffix(".0")
    if not digits.isascii() or not digits.isdigit() or not 8 <= len(digits) <= 14 or not digits.strip("0"):
        return None
    for width in (8, 12, 13, 14):
        candidate = digits.rjust(width, "0")
        if len(candidate) == width and width - len(digits) <= 1 and _check_digit_holds(candidate):
            return candidate
    return None


def _check_digit_holds(digits: str) -> bool:
    """GS1 General Specifications 7.9: digits weigh 1 and 3 in turn from the check digit on, and sum to tens."""
    return (sum(map(int, digits[::-2])) + 3 * sum(map(int, digits[-2::-2]))) % 10 == 0


def scaled(text: str, factor: int | str) -> int | None:
    """A physical size times `factor`, rounded to a whole number (grams, millimetres); None when absent or absurd."""
    number = read_decimal(text)
    if number is None or not 0 < number <= _LARGEST_SIZE:
        return None
    size = number * Decimal(factor)
    return max(1, round_half_up(size)) if size < _LARGEST_SIZE else None
