"""Switches: asked by head URLs and menus, by the relay and by the scheduler, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from comptoir.kernel import clock, journal
from comptoir.kernel.errors import NotFound
from comptoir.kernel.events import Event
from comptoir.kernel.models import SwitchState
from comptoir.kernel.outbox.emitting import emit
from comptoir.kernel.switch_cards import EventsWhenOff, SwitchCard
from comptoir.kernel.wiring import current_wiring

CACHE_S = 2.0


class UnknownSwitch(NotFound):
    """No switch has that code."""

    code = "kernel.unknown_switch"


class SwitchFlipped(Event, frozen=True):
    """A switch was turned on or off."""

    switch: str
    on: bool


@dataclass(frozen=True, slots=True)
class SwitchLine:
    """A switch as shown to the staff: its card, its position, and who put it there."""

    card: SwitchCard
    on: bool
    at: datetime | None
    actor: str
    reason: str


class _Seen:
    """The positions last read, and until when they may be believed."""

    positions: Mapping[str, bool] = {}
    until: float = 0.0


def is_on(code: str) -> bool:
    """Whether the switch is on; at most two seconds late in other processes. Refuses `UnknownSwitch`."""
    card = _find_card(code)
    return _positions().get(code, card.default)


def list_switches() -> tuple[SwitchLine, ...]:
    """Every switch with its position."""
    states = {state.code: state for state in SwitchState.objects.all()}
    return tuple(_line(card, states.get(card.code)) for card in current_wiring().switches.values())


def flip(code: str, *, on: bool, actor: str, reason: str) -> None:
    """Turn a switch on or off, with a reason; written in the journal. Turning what is already so changes nothing."""
    card = _find_card(code)
    with transaction.atomic():
        SwitchState.objects.get_or_create(
            code=code, defaults={"on": card.default, "at": clock.now(), "actor": actor, "reason": ""}
        )
        changed = (
            SwitchState.objects.filter(code=code)
            .exclude(on=on)
            .update(on=on, at=clock.now(), actor=actor, reason=reason)
        )
        if changed:
            journal.record(journal.Entry(actor, "flip", f"switch:{code}", {"on": not on}, {"on": on}, reason))
            emit(SwitchFlipped(switch=code, on=on), about=f"switch:{code}")
    forget()


def forget() -> None:
    """Read the positions afresh at the next question."""
    _Seen.until = 0.0


def find_closed_rooms() -> Mapping[str, EventsWhenOff]:
    """The rooms that hear nothing now, and what becomes of their events."""
    closed: dict[str, EventsWhenOff] = {}
    cards = current_wiring().switches
    if not cards:
        return closed
    positions = _positions()
    for card in cards.values():
        if not positions.get(card.code, card.default):
            closed.update(dict.fromkeys(card.rooms, card.events))
    return closed


def _find_card(code: str) -> SwitchCard:
    card = current_wiring().switches.get(code)
    if card is None:
        raise UnknownSwitch(switch=code)
    return card


def _positions() -> Mapping[str, bool]:
    if clock.monotonic() >= _Seen.until:
        _Seen.positions = dict(SwitchState.objects.values_list("code", "on"))
        _Seen.until = clock.monotonic() + CACHE_S
    return _Seen.positions


def _line(card: SwitchCard, state: SwitchState | None) -> SwitchLine:
    if state is None:
        return SwitchLine(card, card.default, None, "", "")
    return SwitchLine(card, state.on, state.at, state.actor, state.reason)
