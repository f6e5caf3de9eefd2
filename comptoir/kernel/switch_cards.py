"""What a switch is: a feature that can be turned off while the shop goes on selling."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EventsWhenOff(StrEnum):
    """What becomes of the events that a switched-off room would hear."""

    KEPT = "kept"  # they wait, and are told in order once it is on again
    DROPPED = "dropped"  # they are not told at all


@dataclass(frozen=True, slots=True)
class SwitchCard:
    """One switch: who answers for it, what the customer sees when it is off, which rooms stop hearing and how."""

    code: str
    owner: str
    when_off: str
    rooms: tuple[str, ...] = ()
    events: EventsWhenOff = EventsWhenOff.KEPT
    default: bool = True
