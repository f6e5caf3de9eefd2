"""The only writers of people and consents."""

from __future__ import annotations

from django.db import transaction

from comptoir.kernel import clock, journal, outbox
from comptoir.kernel.ids import new_id
from comptoir.shop.customers.errors import UnknownCustomer
from comptoir.shop.customers.events import ConsentRecorded, CustomerForgotten, CustomerRegistered
from comptoir.shop.customers.models import ConsentRecord, Customer
from comptoir.shop.customers.rules import check_consent, normalise_email
from comptoir.shop.customers.types import ConsentDraft, CustomerId, Subject


@transaction.atomic
def register_customer(email: str, *, language: str, actor: str) -> CustomerId:
    """The customer of this address, made when it is new; an address is a claim, not a proof of who types it.

    What was typed first is kept beside the normalised form. Refuses UnreadableEmail.
    """
    normal = normalise_email(email)
    fresh = Customer(
        id=new_id(), email=normal, email_typed=email.strip()[:254], language=language, created_at=clock.now()
    )
    Customer.objects.bulk_create([fresh], ignore_conflicts=True)
    kept = Customer.objects.values_list("id", flat=True).get(email=normal)
    if kept == fresh.id:
        journal.record(journal.Entry(actor, "register_customer", f"customer:{kept}"))
        outbox.emit(CustomerRegistered(customer=kept), about=f"customer:{kept}")
    return CustomerId(kept)


@transaction.atomic
def record_consent(draft: ConsentDraft, *, actor: str) -> None:
    """Add an answer, given or withdrawn; the latest one counts. Refuses UnreadableConsent, UnknownCustomer."""
    check_consent(draft)
    customer = draft.subject.customer
    if customer is not None and not Customer.objects.select_for_update(no_key=True).filter(id=customer).exists():
        raise UnknownCustomer(customer=str(customer))
    ConsentRecord.objects.create(
        customer_id=customer,
        visitor=draft.subject.visitor or "",
        purpose=draft.purpose.value,
        granted=draft.granted,
        wording=draft.wording,
        source=draft.source,
        at=clock.now(),
    )
    about = f"customer:{customer}" if customer else "visitors"
    journal.record(
        journal.Entry(actor, "record_consent", about, None, {"purpose": draft.purpose, "granted": draft.granted})
    )
    outbox.emit(ConsentRecorded(purpose=draft.purpose, granted=draft.granted, customer=customer), about=about)


@transaction.atomic
def forget(subject: Subject, *, actor: str) -> None:
    """Erase a customer or a visitor with every consent; erasing nobody is no error, so that it can be asked twice.

    The journal keeps that it was done and by whom, under the id alone.
    """
    if subject.visitor is not None:
        ConsentRecord.objects.filter(visitor=subject.visitor).exclude(visitor="").delete()
    if subject.customer is None:
        return
    erased, _ = Customer.objects.filter(id=subject.customer).delete()
    if erased:
        about = f"customer:{subject.customer}"
        journal.record(journal.Entry(actor, "forget", about))
        outbox.emit(CustomerForgotten(customer=subject.customer), about=about)
