"""How the indexes are: which engine answers, how far it follows."""

from __future__ import annotations

from collections.abc import Iterator

from comptoir.kernel import clock
from comptoir.kernel.ids import epoch_of
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Channel
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import home, sealed_at
from comptoir.shop.search.engines.index.reading import find_view
from comptoir.shop.search.engines.index.soundness import find_current
from comptoir.shop.search.models import WaitingArticle
from comptoir.shop.search.types import IndexState


def list_index_states() -> tuple[IndexState, ...]:
    """Each index of the shop, as this process would read it now. Milliseconds once they are open."""
    return tuple(state for channel in catalogue.list_channels() for state in _states(channel))


def _states(channel: Channel) -> Iterator[IndexState]:
    marks = WaitingArticle.objects.filter(channel=channel.code).order_by("mark").values_list("mark", flat=True)
    waiting, oldest = marks.count(), marks.first()
    late_s = max(0.0, clock.now().timestamp() - epoch_of(oldest)) if oldest else 0.0
    for language in channel.languages:
        yield _state(channel.code, language, waiting, late_s)


def _state(channel: str, language: str, waiting: int, late_s: float) -> IndexState:
    try:
        view = find_view(channel, language)
    except IndexUnavailable as error:
        return IndexState(channel, language, engine="plain", waiting=waiting, late_s=late_s, why=str(error))
    return IndexState(
        channel,
        language,
        engine="index",
        waiting=waiting,
        late_s=late_s,
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
