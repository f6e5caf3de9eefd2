"""What a web process reads: an immutable view of one index, renewed when the writer has sealed something."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any
from zlib import crc32

import tantivy

from comptoir.kernel import clock
from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import Pointer, home, read_pointer
from comptoir.shop.search.engines.index.labels import Labels, Words, load_labels, load_words
from comptoir.shop.search.engines.index.soundness import Current, Seen, find_current, guarded, see, unchanged
from comptoir.shop.search.engines.index.writing import register_blanks
from comptoir.shop.search.rules.heads import naming_shares
from comptoir.shop.search.rules.spelling import Lexicon, build_lexicon
from comptoir.shop.search.rules.synonyms import SynonymRow, Thesaurus, build_thesaurus

LOOK_EVERY_S = 0.5
MEMO_MOST = 512


@dataclass(frozen=True, slots=True)
class View:
    """One index at one generation. `memo` keeps answers of this generation only."""

    language: str
    pointer: Pointer
    folder: Path
    searcher: tantivy.Searcher
    schema: tantivy.Schema
    files: tuple[Seen, ...]
    labels: Labels
    lexicon: Lexicon
    thesaurus: Thesaurus
    names: Mapping[str, float]
    words_file: Seen
    memo: OrderedDict[object, Any] = field(default_factory=OrderedDict)

    def remember(self, key: object, value: Any) -> None:
        """Keep an answer until the next generation, the oldest going first."""
        self.memo[key] = value
        while len(self.memo) > MEMO_MOST:
            try:
                self.memo.popitem(last=False)
            except KeyError:  # another thread was quicker
                return


@dataclass(slots=True)
class _Desk:
    """The view in use for one place, when the pointer was last looked at, and why there was no sound index then."""

    lock: Lock = field(default_factory=Lock)
    view: View | None = None
    looked_at: float = float("-inf")
    wrong: str = ""
    wrong_pointer: Pointer | None = None


_desks: dict[Path, _Desk] = {}
_desks_lock = Lock()


def find_view(channel: str, language: str) -> View:
    """The index as it stands, at most half a second old; raises IndexUnavailable when there is no sound one."""
    place = home(channel, language)
    with _desks_lock:
        desk = _desks.setdefault(place, _Desk())
    with desk.lock:
        fresh = clock.monotonic() - desk.looked_at < LOOK_EVERY_S
        if fresh and desk.wrong and read_pointer(place) == desk.wrong_pointer:
            raise IndexUnavailable(desk.wrong)
        if not fresh or desk.view is None or not unchanged(desk.view.files):
            desk.view = _look(desk, place, language)
        return desk.view


def _look(desk: _Desk, place: Path, language: str) -> View:
    desk.looked_at, desk.wrong = clock.monotonic(), ""
    try:
        return _renew(place, language, desk.view)
    except IndexUnavailable as error:
        desk.wrong, desk.wrong_pointer = str(error) or place.name, read_pointer(place)
        raise


def read_generation(channel: str, language: str) -> int:
    """A number of the view that answers now, at most half a second old; 0 while there is none."""
    desk = _desks.get(home(channel, language))
    if desk is None or desk.view is None or desk.wrong or clock.monotonic() - desk.looked_at >= LOOK_EVERY_S:
        try:
            view = find_view(channel, language)
        except IndexUnavailable:
            return 0
    else:
        view = desk.view
    return crc32(f"{view.pointer.folder}.{view.pointer.generation}".encode())


def _renew(place: Path, language: str, view: View | None) -> View:
    pointer = read_pointer(place)
    if view is not None and pointer == view.pointer and unchanged(view.files):
        return view
    try:
        return _open(place, language, view)
    except IndexUnavailable:  # swapped or merged while we were opening it: look again, once
        return _open(place, language, view)


def _open(place: Path, language: str, before: View | None) -> View:
    current = find_current(place)
    with guarded():
        index = tantivy.Index.open(str(current.folder))
        index.config_reader("manual")  # the library's own watcher would map files again while they change
        register_blanks(index)
        return _compose(index, current, language=language, before=before)
    raise IndexUnavailable(place.name)


def _compose(index: tantivy.Index, current: Current, *, language: str, before: View | None) -> View:
    folder = current.folder
    labels, words_file = load_labels(folder), see(folder / "words.json")
    same_words = before is not None and before.words_file == words_file
    words = Words() if same_words else load_words(folder)
    same_synonyms = before is not None and before.labels.synonyms == labels.synonyms
    return View(
        language=language,
        pointer=current.pointer,
        folder=folder,
        searcher=index.searcher(),
        schema=index.schema,
        files=current.files,
        labels=labels,
        lexicon=before.lexicon if before and same_words else build_lexicon(words.counts),
        names=before.names if before and same_words else naming_shares(words.naming),
        thesaurus=before.thesaurus if before and same_synonyms else _thesaurus(labels, language),
        words_file=words_file,
    )


def _thesaurus(labels: Labels, language: str) -> Thesaurus:
    return build_thesaurus((SynonymRow(*row) for row in labels.synonyms), language)


def look_again(channel: str, language: str) -> None:
    """The index was written by this very process: its readers see it at their next search."""
    desk = _desks.get(home(channel, language))
    if desk is not None:
        desk.looked_at = float("-inf")


def forget_views() -> None:
    """Let go of every open index (after a fork, between tests)."""
    with _desks_lock:
        _desks.clear()
