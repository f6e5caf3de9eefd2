"""Reading people and consents."""

from __future__ import annotations

from comptoir.shop.customers.errors import UnknownCustomer
from comptoir.shop.customers.models import ConsentRecord
from comptoir.shop.customers.models import Customer as CustomerRow
from comptoir.shop.customers.types import Consent, Customer, CustomerId, Purpose, Subject


def find_customer(customer: CustomerId) -> Customer:
    """The customer of this id. Refuses UnknownCustomer."""
    row = CustomerRow.objects.filter(id=customer).first()
    if row is None:
        raise UnknownCustomer(customer=str(customer))
    return Customer(CustomerId(row.id), row.email, row.email_typed, row.language, row.created_at)


def find_consent(subject: Subject, purpose: Purpose) -> Consent | None:
    """The latest answer for this purpose, given or refused; None: never asked, which is no consent."""
    rows = ConsentRecord.objects.filter(purpose=purpose.value)
    if subject.customer is not None:
        rows = rows.filter(customer_id=subject.customer)
    elif subject.visitor:
        rows = rows.filter(visitor=subject.visitor)
    else:
        return None
    row = rows.order_by("-id").first()
    return Consent(purpose, row.granted, row.wording, row.source, row.at) if row is not None else None
