"""What was searched: the most frequent words, and those that find nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Avg, Count, Max, Min

from comptoir.shop.search.models import LoggedSearch, Synonym
from comptoir.shop.search.types import SynonymRule, WordsTold

LIST_MOST = 500


def list_top_words(channel: str, language: str, *, since: datetime, limit: int = 50) -> tuple[WordsTold, ...]:
    """The words most searched since then, however they were written (case, accents), most frequent first."""
    return _list_words(channel, language, since=since, limit=limit, only={})


def list_empty_searches(channel: str, language: str, *, since: datetime, limit: int = 50) -> tuple[WordsTold, ...]:
    """The words that found nothing as typed (nothing at all, or only corrected or nearest), most frequent first."""
    return _list_words(channel, language, since=since, limit=limit, only={"results": 0})


def _list_words(
    channel: str, language: str, *, since: datetime, limit: int, only: Mapping[str, object]
) -> tuple[WordsTold, ...]:
    rows = (
        LoggedSearch.objects.filter(channel=channel, language=language, at__gte=since, **only)
        .exclude(key="")
        .values("key")
        .annotate(words=Min("words"), times=Count("id"), results=Avg("results"), last=Max("at"))
        .order_by("-times", "key")[: min(limit, LIST_MOST)]
    )
    return tuple(WordsTold(row["words"], row["times"], round(row["results"]), row["last"]) for row in rows)


def list_synonyms(language: str) -> tuple[SynonymRule, ...]:
    """The shop's own synonyms of a language, by their words; the general list is not among them."""
    rows = Synonym.objects.filter(language=language).order_by("words")[:LIST_MOST]
    return tuple(SynonymRule(row.language, row.words, tuple(row.means), row.both_ways) for row in rows)
