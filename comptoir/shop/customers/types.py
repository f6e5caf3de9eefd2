"""What crosses the customers' door: who somebody is, and what they agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

CustomerId = NewType("CustomerId", UUID)
VisitorId = NewType("VisitorId", str)
"""Opaque name of a browser that agreed, or not, to something; 16 to 64 letters, digits, "-" or "_"."""


class Purpose(StrEnum):
    """What a consent is asked for, one at a time."""

    STATISTICS = "statistics"
    RECOMMENDATIONS = "recommendations"
    EMAIL_OFFERS = "email_offers"
    SMS_OFFERS = "sms_offers"


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody with an address. `email` is normalised for comparing; `email_typed` is what they wrote, for writing."""

    id: CustomerId
    email: str
    email_typed: str
    language: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose consent: exactly one of a customer and a visitor."""

    customer: CustomerId | None = None
    visitor: VisitorId | None = None


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """An answer to a question of consent: `wording` is the version of the sentence shown, `source` where."""

    subject: Subject
    purpose: Purpose
    granted: bool
    wording: str
    source: str


@dataclass(frozen=True, slots=True)
class Consent:
    """The latest answer of a subject for a purpose."""

    purpose: Purpose
    granted: bool
    wording: str
    source: str
    at: datetime
