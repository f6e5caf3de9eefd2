"""What search says no to."""

from __future__ import annotations

from comptoir.kernel.errors import InvalidInput, Refusal


class PageTooFar(InvalidInput):
    """Pages stop at 2,400 articles; facts: `page`, `last`. Beyond, filter, sort or add a word."""

    code = "search.page_too_far"


class SynonymUnusable(InvalidInput):
    """A synonym needs words on both sides, at most four each; facts: `language`, `words`."""

    code = "search.synonym_unusable"


class IndexBeingBuilt(Refusal):
    """Another process is building this index anew; facts: `channel`, `language`. It will be done without you."""

    code = "search.index_being_built"
