"""What search does when others speak."""

from __future__ import annotations

from django.db import transaction

from comptoir.shop.search import actions, jobs
from comptoir.shop.search.events import SynonymsChanged
from comptoir.shop.shelf.events import CardsChanged


def index_changed_cards(event: CardsChanged) -> None:
    """What is shown changed: it is found by its new words within seconds."""
    with transaction.atomic():
        actions.note_changes(event.products, channel=event.channel)
        jobs.update_soon(event.channel)


def learn_synonyms(event: SynonymsChanged) -> None:
    """The indexes keep the synonyms beside them."""
    for language in event.languages:
        jobs.refresh_labels.enqueue(language)
