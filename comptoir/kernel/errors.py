"""Refusals: what the house says no to, as data that each head puts into words."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """An expected "no": a stable `code`, the `facts` behind it, and which remedies are open.

    Every subclass names a fact (`OutOfStock`), sets `code` to "<room>.<fact>" and `status` to the HTTP status that a
    program should see. Facts are JSON scalars, lists or maps; they may be shown to the person who asked, so they
    never hold another person's data. Heads translate codes; nothing here is a sentence for the shopper.
    """

    code: ClassVar[str] = "kernel.refused"
    status: ClassVar[int] = 409

    def __init__(self, **facts: object) -> None:
        super().__init__(f"{self.code} {facts}")
        self.facts = facts


class NotFound(Refusal):
    """Nothing of that name is there, or the asker may not see it."""

    code = "kernel.not_found"
    status = 404


class InvalidInput(Refusal):
    """A value cannot be taken; facts: `field`, `reason` and what would be taken."""

    code = "kernel.invalid_input"
    status = 422


class NotAllowed(Refusal):
    """The asker may not do this."""

    code = "kernel.not_allowed"
    status = 403


class Retryable(Exception):
    """A provider did not answer or asked to wait; the same call may be made again after `after_s` seconds."""

    def __init__(self, message: str, *, after_s: float | None = None) -> None:
        super().__init__(message)
        self.after_s = after_s


class Permanent(Exception):
    """A provider said a final no; asking again gives the same answer."""
