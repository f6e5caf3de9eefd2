"""What the customers' room refuses."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, NotFound


class UnknownCustomer(NotFound):
    """No customer has this id. Facts: `customer`."""

    code = "customers.unknown_customer"


class UnreadableEmail(InvalidInput):
    """What was typed is no e-mail address. Facts: `reason`: "empty", "at", "local", "domain" or "long"."""

    code = "customers.unreadable_email"


class UnreadableConsent(InvalidInput):
    """A consent without exactly one subject, or without its wording or source. Facts: `field`."""

    code = "customers.unreadable_consent"
