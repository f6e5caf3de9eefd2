"""How the indexes are: which engine answers, how far it follows."""

from __future__ import annotations

from django.db.models import Count

from comptoir.kernel import clock
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import home, sealed_at
from comptoir.shop.search.engines.index.reading import find_view
from comptoir.shop.search.engines.index.soundness import find_current
from comptoir.shop.search.models import WaitingArticle
from comptoir.shop.search.types import IndexState


def list_index_states() -> tuple[IndexState, ...]:
    """Each index of the shop, as this process would read it now. Two statements; milliseconds once they are open."""
    told = WaitingArticle.objects.values_list("channel").annotate(Count("id")).order_by("channel")
    waiting: dict[str, int] = dict(told)
    return tuple(
        _state(channel.code, language, waiting.get(channel.code, 0))
        for channel in catalogue.list_channels()
        for language in channel.languages
    )


def _state(channel: str, language: str, waiting: int) -> IndexState:
    try:
        view = find_view(channel, language)
    except IndexUnavailable as error:
        return IndexState(channel, language, engine="plain", waiting=waiting, why=str(error))
    return IndexState(
        channel,
        language,
        engine="index",
        waiting=waiting,
        generation=view.pointer.generation,
        articles=view.searcher.num_docs,
        age_s=max(0.0, clock.now().timestamp() - sealed_at(home(channel, language))),
    )


def list_unsound() -> tuple[tuple[str, str], ...]:
    """Channel and language of each index that is missing, damaged or of another version, none of them being opened."""
    places = ((one.code, language) for one in catalogue.list_channels() for language in one.languages)
    return tuple(place for place in places if not _sound(*place))


def _sound(channel: str, language: str) -> bool:
    try:
        find_current(home(channel, language))
    except IndexUnavailable:
        return False
    return True
