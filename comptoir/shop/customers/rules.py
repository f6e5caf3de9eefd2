"""Pure rules about people: how an address is compared, what a consent must say."""

from __future__ import annotations

import re
import unicodedata

from comptoir.shop.customers.errors import UnreadableConsent, UnreadableEmail
from comptoir.shop.customers.types import ConsentDraft

_LOCAL = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]+")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_VISITOR = re.compile(r"[A-Za-z0-9_-]{16,64}")


def normalise_email(typed: str) -> str:
    """The address as compared: trimmed, NFC, lower case, domain in its ASCII form (RFC 5321, RFC 5890).

    Dots and "+tags" are kept: only the mailbox's owner knows what they mean. Refuses UnreadableEmail.
    """
    text = unicodedata.normalize("NFC", typed).strip()
    if not text:
        raise UnreadableEmail(reason="empty")
    local, at, domain = text.rpartition("@")
    if not at or "@" in local:
        raise UnreadableEmail(reason="at")
    if not _LOCAL.fullmatch(local) or local.startswith(".") or local.endswith(".") or ".." in local:
        raise UnreadableEmail(reason="local")
    ascii_domain = _ascii(domain.rstrip("."))
    labels = ascii_domain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        raise UnreadableEmail(reason="domain")
    address = f"{local.lower()}@{ascii_domain}"
    if len(local.encode()) > 64 or len(address) > 254:
        raise UnreadableEmail(reason="long")
    return address


def check_consent(draft: ConsentDraft) -> None:
    """Refuses a consent that does not say whose it is, which sentence was shown, or where."""
    subject = draft.subject
    sound = {
        "subject": (subject.customer is None) != (subject.visitor is None)
        and (subject.visitor is None or _VISITOR.fullmatch(subject.visitor) is not None),
        "wording": 0 < len(draft.wording) <= 60,
        "source": 0 < len(draft.source) <= 120,
    }
    for field, is_sound in sound.items():
        if not is_sound:
            raise UnreadableConsent(field=field)


def _ascii(domain: str) -> str:
    try:
        return domain.lower().encode("idna").decode("ascii")
    except UnicodeError as unreadable:
        raise UnreadableEmail(reason="domain") from unreadable
