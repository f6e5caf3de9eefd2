"""Events: what a room announces, in the past tense, with ids and facts. Pure; `kernel.outbox` carries them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Self
from uuid import UUID

import msgspec

IDS_MOST = 500


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every event. Fields are ids, scalars and tuples of them: what happened, never a sentence."""

    @classmethod
    def kind(cls) -> str:
        """Stable name of this event: "<room>.<ClassName>" (`catalogue.ProductsChanged`)."""
        return f"{cls.__module__.split('.')[-2]}.{cls.__name__}"

    @classmethod
    def merge(cls, events: Sequence[Self]) -> tuple[Self, ...]:
        """What a subscriber may be told instead of these, which wait for it in this order; here, each one by itself.

        A kind that says the same by fewer events overrides this: pure, nothing left out, at most `IDS_MOST` ids each.
        """
        return tuple(events)

    @classmethod
    def merges(cls) -> bool:
        """Whether this kind says how several become one."""
        return any("merge" in vars(one) for one in cls.__mro__[: cls.__mro__.index(Event)])


def unite(told: Iterable[Iterable[UUID]]) -> tuple[tuple[UUID, ...], ...]:
    """Each id once, in the order first told, at most `IDS_MOST` together."""
    once = tuple(dict.fromkeys(chain.from_iterable(told)))
    return tuple(once[start : start + IDS_MOST] for start in range(0, len(once), IDS_MOST))
