"""Reads of search: lists, suggestions, what was searched."""

from comptoir.shop.search.queries.browse import browse, generation
from comptoir.shop.search.queries.log import list_empty_searches, list_synonyms, list_top_words
from comptoir.shop.search.queries.state import list_index_states, list_unsound
from comptoir.shop.search.queries.suggest import suggest

__all__ = [
    "browse",
    "generation",
    "list_empty_searches",
    "list_index_states",
    "list_synonyms",
    "list_top_words",
    "list_unsound",
    "suggest",
]
