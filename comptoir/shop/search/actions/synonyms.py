"""The shop's own synonyms, and the labels that indexes keep."""

from __future__ import annotations

from django.db import transaction

from comptoir.kernel import journal, outbox
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.search.actions import feed
from comptoir.shop.search.actions.updating import WAIT_S
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import home, writing
from comptoir.shop.search.engines.index.reading import look_again
from comptoir.shop.search.engines.index.soundness import guarded
from comptoir.shop.search.engines.index.writing import continue_in_place
from comptoir.shop.search.errors import SynonymUnusable
from comptoir.shop.search.events import SynonymsChanged
from comptoir.shop.search.models import Synonym
from comptoir.shop.search.rules.analysis import read
from comptoir.shop.search.rules.folding import clip, fold
from comptoir.shop.search.rules.synonyms import SPAN_MOST
from comptoir.shop.search.types import SynonymRule

MEANS_MOST = 20
LETTERS_MOST = 120


def define_synonym(rule: SynonymRule, *, actor: str) -> None:
    """Write or replace the synonyms of `rule.words`; heard by the indexes within seconds. Refuses SynonymUnusable."""
    words = _usable(rule.words, rule)
    means = [_usable(text, rule) for text in rule.means[:MEANS_MOST]]
    if not means:
        raise SynonymUnusable(language=rule.language, words=rule.words)
    with transaction.atomic():
        before = Synonym.objects.select_for_update().filter(language=rule.language, words=words).first()
        written = {"means": means, "both_ways": rule.both_ways}
        known = {"means": before.means, "both_ways": before.both_ways} if before else None
        if written == known:
            return
        Synonym.objects.update_or_create(language=rule.language, words=words, defaults=written)
        _tell(rule.language, words, actor=actor, verb="define_synonym", before=known, after=written)


def remove_synonym(language: str, words: str, *, actor: str) -> bool:
    """Forget the synonyms of these words; false when there were none."""
    with transaction.atomic():
        row = Synonym.objects.select_for_update().filter(language=language, words=clip(fold(words))).first()
        if row is None:
            return False
        known = {"means": row.means, "both_ways": row.both_ways}
        row.delete()
        _tell(language, row.words, actor=actor, verb="remove_synonym", before=known, after=None)
    return True


def refresh_labels(language: str) -> None:
    """Write anew what the indexes of a language keep beside them: synonyms, category names, places."""
    for channel in catalogue.list_channels():
        place = home(channel.code, language)
        if language in channel.languages:
            with writing(place, wait_s=WAIT_S):
                _refresh(channel.code, language)


def _refresh(channel: str, language: str) -> None:
    try:
        with guarded():
            pen = continue_in_place(home(channel, language))
            feed.gather_labels(pen.labels, channel, language)
            pen.seal()
            look_again(channel, language)
    except IndexUnavailable:
        return  # the rebuilding that is due reads them


def _usable(text: str, rule: SynonymRule) -> str:
    folded = clip(fold(text))
    words = [word for word in read(folded, rule.language) if not word.light]
    if not 0 < len(words) <= SPAN_MOST or len(folded) > LETTERS_MOST:
        raise SynonymUnusable(language=rule.language, words=clip(text))
    return folded


def _tell(
    language: str,
    words: str,
    *,
    actor: str,
    verb: str,
    before: dict[str, object] | None,
    after: dict[str, object] | None,
) -> None:
    about = f"synonym:{language}:{words}"
    journal.record(journal.Entry(actor=actor, verb=verb, about=about, before=before, after=after))
    outbox.emit(SynonymsChanged(languages=(language,)), about=f"synonyms:{language}")
