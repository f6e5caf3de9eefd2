from __future__ import annotations

from datetime import timedelta

import pytest

from comptoir.kernel import clock
from comptoir.kernel.ids import new_id
from comptoir.kernel.models import JournalEntry
from comptoir.shop.search import actions, queries
from comptoir.shop.search.errors import SynonymUnusable
from comptoir.shop.search.models import LoggedSearch
from comptoir.shop.search.types import SearchRecord, SynonymRule


def searched(words, results=3, **said):
    facts = {"channel": "web", "language": "fr", "filters": {}, "consent": "none", "took_ms": 4} | said
    actions.record_search(SearchRecord(id=new_id(), words=words, results=results, **facts))


def since():
    return clock.now() - timedelta(hours=1)


def test_a_search_is_kept_with_its_filters_and_without_anybody(db):
    searched("Vélo", 0, filters={"brand": ("gitane", "nova")}, consent="statistics", corrected="velos", relaxed=True)
    kept = LoggedSearch.objects.values("channel", "language", "words", "filters", "results", "consent", "took_ms",
                                       "corrected", "relaxed").get()  # fmt: skip
    assert kept == {
        "channel": "web", "language": "fr", "words": "Vélo", "filters": {"brand": ["gitane", "nova"]}, "results": 0,
        "consent": "statistics", "took_ms": 4, "corrected": "velos", "relaxed": True,
    }  # fmt: skip
    assert {field.name for field in LoggedSearch._meta.fields} == {*kept, "id", "at", "key"}


def test_searches_are_counted_however_they_are_written(db):
    for words in ("Vélo", "velo", "VELO ", "lampe"):
        searched(words)
    told = queries.list_top_words("web", "fr", since=since())
    assert [(one.times, one.results) for one in told] == [(3, 3), (1, 3)]
    assert queries.list_top_words("web", "en", since=since()) == ()
    assert len(queries.list_top_words("web", "fr", since=since(), limit=1)) == 1


def test_what_finds_nothing_is_listed(db):
    searched("zeppelin", 0)
    searched("lampe", 2)
    searched("", 0)
    assert [one.words for one in queries.list_empty_searches("web", "fr", since=since())] == ["zeppelin"]


@pytest.mark.parametrize("words", ["x" * 10_000, "a\x00b", "\ud800", "ﷺ" * 400])
def test_anything_searched_can_be_kept(db, words):
    searched(words, language="x" * 99, channel="y" * 99)
    assert LoggedSearch.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_searches_of_a_request_are_written_in_the_background():
    searched("lampe")
    assert actions.flush_searches() <= 1
    assert LoggedSearch.objects.count() == 1
    assert actions.flush_searches() == 0


def test_old_searches_are_forgotten(db):
    searched("vieux")
    searched("neuf")
    LoggedSearch.objects.filter(words="vieux").update(at=clock.now() - timedelta(days=400))
    assert actions.forget_searches() == 1
    assert LoggedSearch.objects.get().words == "neuf"


def test_a_synonym_is_written_once_journalled_and_removed(db):
    rule = SynonymRule("fr", "Sabots", ("Mules de jardin", "Clogs"), both_ways=False)
    actions.define_synonym(rule, actor="staff:1")
    actions.define_synonym(rule, actor="staff:1")
    assert queries.list_synonyms("fr") == (SynonymRule("fr", "sabots", ("mules de jardin", "clogs"), both_ways=False),)
    assert actions.remove_synonym("fr", "SABOTS", actor="staff:2") is True
    assert actions.remove_synonym("fr", "sabots", actor="staff:2") is False
    written = JournalEntry.objects.filter(about="synonym:fr:sabots").order_by("id").values_list("actor", "verb")
    assert list(written) == [("staff:1", "define_synonym"), ("staff:2", "remove_synonym")]


@pytest.mark.parametrize(
    ("words", "means"),
    [("", ("x",)), ("a", ()), ("sabot", ("deux trois quatre cinq six",)), ("de la", ("x",)), ("x" * 300, ("y",))],
)
def test_a_synonym_without_words_or_with_too_many_is_refused(db, words, means):
    with pytest.raises(SynonymUnusable):
        actions.define_synonym(SynonymRule("fr", words, means), actor="staff:1")
