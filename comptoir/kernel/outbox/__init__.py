"""The outbox: events are announced in the transaction that makes them true, and told afterwards.

`emit` announces; the relay tells each subscriber of `config.wiring.REACTIONS` at least once, in order per
(subscriber, about); a reaction's own writes and the mark that it was told commit together.
What waits for one subscriber is told together where the kind says how it merges (`Event.merge`).
"""

from comptoir.kernel.outbox.emitting import emit
from comptoir.kernel.outbox.pruning import prune
from comptoir.kernel.outbox.relay import Failure, RelayFailed, RelayReport, relay_all, relay_once
from comptoir.kernel.outbox.stuck import Lag, StuckDelivery, discard_stuck, find_lag, list_stuck, retry_stuck

__all__ = [
    "Failure",
    "Lag",
    "RelayFailed",
    "RelayReport",
    "StuckDelivery",
    "discard_stuck",
    "emit",
    "find_lag",
    "list_stuck",
    "prune",
    "relay_all",
    "relay_once",
    "retry_stuck",
]
