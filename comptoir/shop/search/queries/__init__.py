"""Reads of search: lists, suggestions, what was searched."""

from comptoir.shop.search.queries.browse import browse, generation
from comptoir.shop.search.queries.log import list_empty_searches, list_synonyms, list_top_words
from comptoir.shop.search.queries.suggest import suggest

__all__ = ["browse", "generation", "list_empty_searches", "list_synonyms", "list_top_words", "suggest"]
