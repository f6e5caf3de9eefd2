"""Events: what a room announces, in the past tense, with ids and facts. Pure; `kernel.outbox` carries them."""

from __future__ import annotations

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every event. Fields are ids, scalars and tuples of them: what happened, never a sentence."""

    @classmethod
    def kind(cls) -> str:
        """Stable name of this event: "<room>.<ClassName>" (`catalogue.ProductsChanged`)."""
        return f"{cls.__module__.split('.')[-2]}.{cls.__name__}"
