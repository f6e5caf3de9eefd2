"""Reads the wiring named by `settings.COMPTOIR_WIRING`: who listens to what, what runs when, what can be switched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from django.conf import settings

from comptoir.kernel.events import Event
from comptoir.kernel.periods import Periodic
from comptoir.kernel.switch_cards import SwitchCard

Reaction = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One reaction to one kind of event. `name` is "<room>.<function>" and is what deliveries are stored under."""

    name: str
    reaction: Reaction

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Wiring:
    """The house's tables, indexed for the relay and the scheduler."""

    events: Mapping[str, type[Event]]
    subscribers: Mapping[str, tuple[Subscriber, ...]]  # by event kind
    periodic: tuple[Periodic, ...]
    switches: Mapping[str, SwitchCard]

    def find_subscriber(self, kind: str, name: str) -> Subscriber | None:
        return next((one for one in self.subscribers.get(kind, ()) if one.name == name), None)


def current_wiring() -> Wiring:
    """The wiring in force; read once per module name."""
    return read_wiring(settings.COMPTOIR_WIRING)


@lru_cache(maxsize=8)
def read_wiring(module_name: str) -> Wiring:
    """Read the tables of one wiring module; a table it lacks is empty. Two subscribers of one name are a bug."""
    module = import_module(module_name)
    reactions: Mapping[type[Event], tuple[Reaction, ...]] = getattr(module, "REACTIONS", {})
    periodic = tuple(Periodic(*row) for row in getattr(module, "PERIODIC", ()))
    cards: tuple[SwitchCard, ...] = tuple(getattr(module, "SWITCHES", ()))
    subscribers = {event.kind(): tuple(map(_subscriber, heard)) for event, heard in reactions.items()}
    for kind, heard in subscribers.items():
        if len({one.name for one in heard}) != len(heard):
            raise ValueError(f"{kind} is wired twice to one reaction: {[one.name for one in heard]}")
    return Wiring(
        events=MappingProxyType({event.kind(): event for event in reactions}),
        subscribers=MappingProxyType(subscribers),
        periodic=periodic,
        switches=MappingProxyType({card.code: card for card in cards}),
    )


def _subscriber(reaction: Reaction) -> Subscriber:
    return Subscriber(f"{reaction.__module__.split('.')[-2]}.{reaction.__name__}", reaction)
