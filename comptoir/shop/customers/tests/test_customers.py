"""People are one per address, answers are kept, and forgetting forgets."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.shop.customers import actions, errors, queries
from comptoir.shop.customers.models import ConsentRecord, Customer
from comptoir.shop.customers.rules import normalise_email
from comptoir.shop.customers.types import ConsentDraft, CustomerId, Purpose, Subject, VisitorId

ACTOR = "system:test"
VISITOR = Subject(visitor=VisitorId("v" * 22))


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        (" Ana.Martin+shop@Exemple.FR ", "ana.martin+shop@exemple.fr"),
        ("zoé@café.fr", "zoé@xn--caf-dma.fr"),
        ("zoe\u0301@cafe\u0301.fr", "zoé@xn--caf-dma.fr"),
        ("o'brien@a-b.example.", "o'brien@a-b.example"),
    ],
)
def test_addresses_are_compared_in_one_form(typed: str, normal: str) -> None:
    assert normalise_email(typed) == normal


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("  ", "empty"),
        ("ana", "at"),
        ("a@b@c.fr", "at"),
        ("a b@c.fr", "local"),
        (".a@c.fr", "local"),
        ("a@c", "domain"),
        ("a@-c.fr", "domain"),
        ("a@c..fr", "domain"),
        ("a" * 65 + "@c.fr", "long"),
        ("a\r\nBcc: x@y.fr", "local"),
    ],
)
def test_what_is_no_address_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(errors.UnreadableEmail) as refused:
        normalise_email(typed)
    assert refused.value.facts == {"reason": reason}


@pytest.mark.django_db
def test_one_address_is_one_customer_however_it_is_typed() -> None:
    first = actions.register_customer("Ana@Exemple.fr", language="fr", actor=ACTOR)
    assert actions.register_customer("ana@exemple.FR", language="en", actor=ACTOR) == first
    customer = queries.find_customer(first)
    assert (customer.email, customer.email_typed, customer.language) == ("ana@exemple.fr", "Ana@Exemple.fr", "fr")
    assert OutboxEvent.objects.filter(kind="customers.CustomerRegistered").count() == 1


@pytest.mark.django_db
def test_nobody_is_refused() -> None:
    with pytest.raises(errors.UnknownCustomer):
        queries.find_customer(CustomerId(new_id()))


@pytest.mark.django_db
def test_no_answer_is_no_consent_and_the_latest_answer_counts() -> None:
    assert queries.find_consent(VISITOR, Purpose.STATISTICS) is None
    for granted in (True, False):
        actions.record_consent(ConsentDraft(VISITOR, Purpose.STATISTICS, granted, "2026-11", "banner"), actor=ACTOR)
    latest = queries.find_consent(VISITOR, Purpose.STATISTICS)
    assert latest is not None
    assert (latest.granted, latest.wording, latest.source) == (False, "2026-11", "banner")
    assert queries.find_consent(VISITOR, Purpose.EMAIL_OFFERS) is None
    assert queries.find_consent(Subject(), Purpose.STATISTICS) is None
    assert ConsentRecord.objects.count() == 2


@pytest.mark.django_db
def test_an_answer_cannot_be_rewritten() -> None:
    actions.record_consent(ConsentDraft(VISITOR, Purpose.STATISTICS, False, "2026-11", "banner"), actor=ACTOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentRecord.objects.update(granted=True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("subject", "wording", "source", "field"),
    [
        (Subject(), "1", "banner", "subject"),
        (Subject(customer=CustomerId(new_id()), visitor=VisitorId("v" * 22)), "1", "banner", "subject"),
        (Subject(visitor=VisitorId("short")), "1", "banner", "subject"),
        (VISITOR, "", "banner", "wording"),
        (VISITOR, "1", "", "source"),
    ],
)
def test_a_consent_that_proves_nothing_is_refused(subject: Subject, wording: str, source: str, field: str) -> None:
    with pytest.raises(errors.UnreadableConsent) as refused:
        actions.record_consent(ConsentDraft(subject, Purpose.STATISTICS, True, wording, source), actor=ACTOR)
    assert refused.value.facts == {"field": field}


@pytest.mark.django_db
def test_a_consent_of_nobody_is_refused() -> None:
    draft = ConsentDraft(Subject(customer=CustomerId(new_id())), Purpose.EMAIL_OFFERS, True, "1", "account")
    with pytest.raises(errors.UnknownCustomer):
        actions.record_consent(draft, actor=ACTOR)


@pytest.mark.django_db
def test_forgetting_leaves_nothing_and_says_so_once() -> None:
    customer = actions.register_customer("ana@exemple.fr", language="fr", actor=ACTOR)
    subject = Subject(customer=customer)
    actions.record_consent(ConsentDraft(subject, Purpose.EMAIL_OFFERS, True, "1", "account"), actor=ACTOR)
    actions.record_consent(ConsentDraft(VISITOR, Purpose.STATISTICS, True, "1", "banner"), actor=ACTOR)
    actions.forget(subject, actor="staff:ana")
    actions.forget(subject, actor="staff:ana")
    assert not Customer.objects.exists()
    assert ConsentRecord.objects.count() == 1
    actions.forget(VISITOR, actor=ACTOR)
    assert not ConsentRecord.objects.exists()
    assert OutboxEvent.objects.filter(kind="customers.CustomerForgotten").count() == 1
    assert "exemple" not in str(list(JournalEntry.objects.values()))
    assert "exemple" not in str(list(OutboxEvent.objects.values()))
