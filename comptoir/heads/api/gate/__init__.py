"""What every request of the API passes: who asks, from where, how often; and what every answer carries back."""

from comptoir.heads.api.gate.passage import guard

__all__ = ["guard"]
