"""Dated legal parameters: every number the law sets, with when it holds, its source and its last check. Pure.

Rules ask `law.value("omnibus.prior_days", at)` and never hold such a number themselves.
"""

from comptoir.kernel.law.parameters import (
    Concern,
    NotInForce,
    Parameter,
    Value,
    in_force,
    list_concerns,
    list_parameters,
    value,
)

__all__ = [
    "Concern",
    "NotInForce",
    "Parameter",
    "Value",
    "in_force",
    "list_concerns",
    "list_parameters",
    "value",
]
