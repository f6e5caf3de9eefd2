"""API keys: publishable ones live in browsers and open what everybody may see; secret ones are for servers."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from comptoir.kernel import calendar, clock, journal
from comptoir.kernel.errors import NotFound, Refusal
from comptoir.kernel.models import ApiKey

CACHE_S: Final = 5.0
CACHED: Final = 1000


class KeyKind(StrEnum):
    PUBLISHABLE = "pub"
    SERVER = "sec"


class UnknownKey(Refusal):
    """The token is not a key, or no longer one: the answer does not say which."""

    code = "kernel.unknown_key"
    status = 401


class KeyNotFound(NotFound):
    """No key has that id."""

    code = "kernel.key_not_found"


@dataclass(frozen=True, slots=True)
class KeyCard:
    """A key as shown: never its secret. `shown` is the whole token of a publishable key, the end of a secret one.

    `channel` "" is every channel. `origins` are the web origins that may use a publishable key; none: any.
    """

    id: UUID
    kind: KeyKind
    name: str
    shown: str
    channel: str
    scopes: frozenset[str]
    origins: frozenset[str]
    created_at: datetime
    last_used_on: date | None
    expires_at: datetime | None
    revoked_at: datetime | None

    def allows(self, scope: str) -> bool:
        return scope in self.scopes

    def allows_origin(self, origin: str) -> bool:
        return not self.origins or origin in self.origins


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made, with its token, which is told only this once if it is secret."""

    card: KeyCard
    token: str


class _Cards:
    """Keys looked up lately in this process: digest -> (card or None, until when it may be believed)."""

    known: dict[str, tuple[KeyCard | None, float]] = {}


def create_key(
    kind: KeyKind, name: str, *, scopes: Collection[str], channel: str = "", origins: Collection[str] = (), actor: str
) -> NewKey:
    """A new key; the token of a secret one cannot be read again."""
    with transaction.atomic():
        made = _make(kind, name, scopes=scopes, channel=channel, origins=origins)
        journal.record(journal.Entry(actor, "create", f"key:{made.card.id}", after=_facts(made.card)))
    return made


def rotate_key(key: UUID, *, grace: timedelta = timedelta(days=7), actor: str) -> NewKey:
    """A new key with the same rights; the old one still works during `grace`. Refuses `KeyNotFound`."""
    with transaction.atomic():
        old = _find(key)
        made = _make(old.kind, old.name, scopes=old.scopes, channel=old.channel, origins=old.origins)
        until = clock.now() + grace
        ApiKey.objects.filter(pk=key).update(expires_at=until)
        after = {"replaced_by": str(made.card.id), "expires_at": until.isoformat()}
        journal.record(journal.Entry(actor, "rotate", f"key:{key}", after=after))
        transaction.on_commit(_Cards.known.clear)
    return made


def revoke_key(key: UUID, *, actor: str, reason: str) -> None:
    """Close a key at once (within five seconds in other processes). Closing it twice changes nothing."""
    with transaction.atomic():
        if ApiKey.objects.filter(pk=key, revoked_at__isnull=True).update(revoked_at=clock.now()):
            journal.record(journal.Entry(actor, "revoke", f"key:{key}", reason=reason))
        transaction.on_commit(_Cards.known.clear)


def find_key(token: str) -> KeyCard:
    """The key of a token; refuses `UnknownKey` for anything else, in the same way and time. Usually no statement."""
    digest = _digest(token)
    now = clock.monotonic()
    card, until = _Cards.known.get(digest, (None, 0.0))
    if now >= until:
        card = _look_up(digest)
        if len(_Cards.known) >= CACHED:
            _Cards.known.clear()
        _Cards.known[digest] = (card, now + CACHE_S)
    if card is None:
        raise UnknownKey
    return card


def list_keys(*, revoked: bool = False) -> tuple[KeyCard, ...]:
    """The keys in use (or all with `revoked`), by name; at most 500."""
    keys = ApiKey.objects.order_by("name", "created_at")
    if not revoked:
        keys = keys.filter(revoked_at__isnull=True)
    return tuple(_card(key) for key in keys[:500])


def _look_up(digest: str) -> KeyCard | None:
    at = clock.now()
    alive = Q(revoked_at__isnull=True) & (Q(expires_at__isnull=True) | Q(expires_at__gt=at))
    key = ApiKey.objects.filter(alive, digest=digest).first()
    if key is None:
        return None
    today = calendar.day_in_paris(at)
    if key.last_used_on != today:  # to the day: a write per use would make every read a write
        ApiKey.objects.filter(pk=key.pk).update(last_used_on=today)
        key.last_used_on = today
    return _card(key)


def _find(key: UUID) -> KeyCard:
    found = ApiKey.objects.filter(pk=key, revoked_at__isnull=True).first()
    if found is None:
        raise KeyNotFound(key=str(key))
    return _card(found)


def _make(kind: KeyKind, name: str, *, scopes: Collection[str], channel: str, origins: Collection[str]) -> NewKey:
    token = f"ck_{kind.value}_{secrets.token_urlsafe(32)}"
    key = ApiKey.objects.create(
        kind=kind.value,
        name=name,
        digest=_digest(token),
        shown=token if kind is KeyKind.PUBLISHABLE else f"ck_sec_…{token[-4:]}",
        channel=channel,
        scopes=sorted(scopes),
        origins=sorted(origins),
        created_at=clock.now(),
    )
    transaction.on_commit(partial(_Cards.known.pop, key.digest, None))
    return NewKey(_card(key), token)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _facts(card: KeyCard) -> dict[str, object]:
    return {
        "kind": card.kind.value,
        "name": card.name,
        "channel": card.channel,
        "scopes": sorted(card.scopes),
        "origins": sorted(card.origins),
    }


def _card(key: ApiKey) -> KeyCard:
    return KeyCard(
        id=key.pk,
        kind=KeyKind(key.kind),
        name=key.name,
        shown=key.shown,
        channel=key.channel,
        scopes=frozenset(key.scopes),
        origins=frozenset(key.origins),
        created_at=key.created_at,
        last_used_on=key.last_used_on,
        expires_at=key.expires_at,
        revoked_at=key.revoked_at,
    )
