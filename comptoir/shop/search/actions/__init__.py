"""The only writers of search: its index, its log, its synonyms."""

from comptoir.shop.search.actions.logging import flush_searches, forget_searches, record_search
from comptoir.shop.search.actions.rebuilding import rebuild_index, reindex
from comptoir.shop.search.actions.synonyms import define_synonym, refresh_labels, remove_synonym
from comptoir.shop.search.actions.updating import apply_changes, note_changes

__all__ = [
    "apply_changes",
    "define_synonym",
    "flush_searches",
    "forget_searches",
    "note_changes",
    "rebuild_index",
    "record_search",
    "refresh_labels",
    "reindex",
    "remove_synonym",
]
