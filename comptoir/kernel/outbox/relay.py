"""The relay: tells every subscriber what was announced, in order, at least once."""

from __future__ import annotations

import random
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

import msgspec
import structlog
from django.db import transaction

from comptoir.kernel import clock, switches
from comptoir.kernel.models import OutboxDelivery
from comptoir.kernel.outbox import claims
from comptoir.kernel.wiring import Wiring, current_wiring

MAX_ATTEMPTS = 8
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 300.0
RENEW_EVERY_S = 40.0
ERROR_LENGTH = 4000

Thing = TypeVar("Thing")
logger = structlog.get_logger("comptoir.outbox")


class RelayFailed(Exception):
    """A reaction failed while everything was to be told (tests, demo); the cause is the first failure."""


@dataclass(frozen=True, slots=True)
class Failure:
    subscriber: str
    kind: str
    error: Exception


@dataclass(slots=True)
class RelayReport:
    """What one look at the outbox did."""

    fanned_out: int = 0
    told: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def idle(self) -> bool:
        return not (self.fanned_out or self.told or self.failures)


class _Turn(Exception):
    """The delivery was not ours to tell after all: another relay holds its lane."""


def relay_once(limit: int = 500) -> RelayReport:
    """Fan out announced events, then tell up to `limit` due deliveries: each in its own transaction, or those of one
    subscriber and kind together when the kind says how they merge."""
    wiring, closed = current_wiring(), switches.find_closed_rooms()
    report = RelayReport(fanned_out=claims.fan_out(wiring, closed, at=clock.now(), limit=500))
    lease, deliveries = claims.claim(closed, at=clock.now(), limit=limit)
    for together in _steadily(gather(deliveries, wiring), lease):
        if len(together) == 1 or not _tell_merged(together, lease, wiring, report):
            for delivery in _steadily(together, lease):
                _tell(delivery, lease, wiring, report)
    return report


def relay_all(*, rounds: int = 10_000) -> int:
    """Tell everything there is to tell, including what reactions announce; returns how many were told.

    For tests, the demo and command lines. Raises `RelayFailed` as soon as a reaction fails.
    """
    told = 0
    for _ in range(rounds):
        report = relay_once()
        if report.failures:
            failure = report.failures[0]
            raise RelayFailed(f"{failure.subscriber} failed on {failure.kind}") from failure.error
        if report.idle:
            return told
        told += report.told
    raise RelayFailed(f"still announcing after {rounds} rounds: do reactions answer each other?")


def gather(deliveries: Sequence[OutboxDelivery], wiring: Wiring) -> list[list[OutboxDelivery]]:
    """Deliveries to be told together, in order: runs of one mergeable kind for one subscriber, the others alone.

    Subscribers wait for nobody but themselves; what one subscriber hears keeps its order, whatever it is about.
    """
    runs: list[list[OutboxDelivery]] = []
    last: dict[str, list[OutboxDelivery]] = {}
    for delivery in deliveries:
        kind, run = delivery.event.kind, last.get(delivery.subscriber)
        event_class = wiring.events.get(kind)
        if run and run[0].event.kind == kind and event_class is not None and event_class.merges():
            run.append(delivery)
        else:
            last[delivery.subscriber] = [delivery]
            runs.append(last[delivery.subscriber])
    return runs


def _steadily(things: Sequence[Thing], lease: UUID) -> Iterator[Thing]:
    renewed = clock.monotonic()
    for thing in things:
        if clock.monotonic() - renewed > RENEW_EVERY_S:
            claims.renew(lease, at=clock.now())
            renewed = clock.monotonic()
        yield thing


def _tell_merged(together: Sequence[OutboxDelivery], lease: UUID, wiring: Wiring, report: RelayReport) -> bool:
    """Tell these as one, all or none; False when they must be told one by one, so that a failure finds its own."""
    kind, subscriber = together[0].event.kind, together[0].subscriber
    try:
        with transaction.atomic():
            claims.spare_the_disk()
            if not claims.mark_done([delivery.pk for delivery in together], lease, at=clock.now()):
                raise _Turn
            _call(together, wiring)
    except _Turn:
        return False
    except Exception:
        logger.warning("told one by one", subscriber=subscriber, kind=kind, deliveries=len(together), exc_info=True)
        return False
    report.told += len(together)
    return True


def _tell(delivery: OutboxDelivery, lease: UUID, wiring: Wiring, report: RelayReport) -> None:
    kind = delivery.event.kind
    try:
        with transaction.atomic():
            claims.spare_the_disk()
            if not claims.mark_done([delivery.pk], lease, at=clock.now()):
                raise _Turn
            _call([delivery], wiring)
    except _Turn:
        claims.release([delivery.pk], lease)
    except Exception as error:
        logger.exception("reaction failed", subscriber=delivery.subscriber, kind=kind, attempts=delivery.attempts + 1)
        _give_time(delivery, error)
        report.failures.append(Failure(delivery.subscriber, kind, error))
    else:
        report.told += 1


def _call(together: Sequence[OutboxDelivery], wiring: Wiring) -> None:
    kind = together[0].event.kind
    event_class = wiring.events.get(kind)
    subscriber = wiring.find_subscriber(kind, together[0].subscriber)
    if event_class is None or subscriber is None:
        return  # the reaction is no longer wired: nobody is left to tell
    events = [msgspec.convert(one.event.payload, event_class, str_keys=True) for one in together]
    for event in event_class.merge(events) if len(events) > 1 else events:
        subscriber.reaction(event)


def _give_time(delivery: OutboxDelivery, error: Exception) -> None:
    at, attempts = clock.now(), delivery.attempts + 1
    wait = min(FIRST_WAIT_S * 4 ** (attempts - 1), LONGEST_WAIT_S) * random.uniform(0.8, 1.2)
    claims.mark_failed(
        delivery,
        "".join(traceback.format_exception(error))[-ERROR_LENGTH:],
        next_try_at=at + timedelta(seconds=wait),
        stuck_at=at if attempts >= MAX_ATTEMPTS else None,
    )
