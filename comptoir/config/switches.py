"""The switches of the shop: what can be turned off while it goes on selling. The spine has none."""

from __future__ import annotations

from enum import Enum

from comptoir.kernel.switch_cards import EventsWhenOff, SwitchCard


class Switch(Enum):
    """Each with its owner, what the customer sees when it is off, and what becomes of the events it would hear."""

    SEARCH = SwitchCard(
        code="search",
        owner="merchandising",
        when_off="No search box; categories list their articles without filters.",
        rooms=("search",),
        events=EventsWhenOff.KEPT,
    )
    EXCHANGE = SwitchCard(
        code="exchange",
        owner="merchandising",
        when_off="Nothing changes for the customer; imports and exports wait.",
        rooms=("exchange",),
        events=EventsWhenOff.KEPT,
    )
