"""gross = net + tax, exactly, rounded once per unit."""

from __future__ import annotations

from comptoir.kernel.money import Money


def with_tax(amount: Money, rate_bp: int, mode: str) -> tuple[Money, Money, Money]:
    """(gross, net, tax) of one piece whose `amount` is fixed before ("net") or after tax ("gross").

    The one rounding is half up, to the minor unit, of the part that is computed; the third is the difference, so that
    gross = net + tax always holds.
    """
    if mode == "net":
        tax = amount.portion(rate_bp, 10_000)
        return amount + tax, amount, tax
    net = amount.portion(10_000, 10_000 + rate_bp)
    return amount, net, amount - net
