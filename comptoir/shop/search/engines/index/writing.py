"""The one writer of an index: changes in place, or a new version beside the old one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from uuid import UUID

import tantivy

from comptoir.shop.search.engines.index.errors import IndexUnavailable
from comptoir.shop.search.engines.index.folders import Pointer, drop_others, new_folder, point, read_pointer
from comptoir.shop.search.engines.index.labels import Labels, Words, load_labels, load_words, save_labels, save_words
from comptoir.shop.search.engines.index.schema import Row, build_schema, fingerprint, to_document
from comptoir.shop.search.engines.index.soundness import find_current

HEAP_BYTES = 32_000_000


class Pen:
    """Writes rows into one folder; nothing is seen by readers before `seal`."""

    def __init__(self, place: Path, folder: Path, generation: int) -> None:
        self.place = place
        self.folder = folder
        self.generation = generation
        self.labels = Labels()
        self.words = Words()
        self._words_moved = False
        self._index = tantivy.Index(build_schema(), str(folder), reuse=True)
        self._index.config_reader("manual")  # nobody reads here
        register_blanks(self._index)
        self._writer = self._index.writer(HEAP_BYTES, 1)

    def put(self, rows: Iterable[Row], *, known: bool = True) -> None:
        """Write articles; `known` ones may already be there and are replaced."""
        for row in rows:
            if known:
                self._writer.delete_documents_by_term("id", row.product.hex)
            self._writer.add_document(to_document(row))
            self._count_words(row)

    def _count_words(self, row: Row) -> None:
        counts = self.words.counts
        for word, token in row.described.shown:
            seen = counts.get(word)
            counts[word] = (token, seen[1] + 1 if seen else 1)
            self._words_moved |= seen is None
        self._count_names(row)

    def _count_names(self, row: Row) -> None:
        naming, heads = self.words.naming, set(row.described.fields["head"].split())
        for token in heads.union(row.described.fields["title"].split()):
            named, said = naming.get(token, (0, 0))
            naming[token] = (named + (token in heads), said + 1)

    def strike(self, products: Sequence[UUID]) -> None:
        """Take articles out."""
        for product in products:
            self._writer.delete_documents_by_term("id", product.hex)

    def seal(self) -> None:
        """Make what was written the version that readers follow; the pen is spent."""
        save_labels(self.folder, self.labels)
        if self._words_moved or not (self.folder / "words.json").exists():
            save_words(self.folder, self.words)
        self._writer.commit()
        self._writer.wait_merging_threads()
        point(self.place, Pointer(self.folder.name, self.generation + 1, fingerprint()))


def register_blanks(index: tantivy.Index) -> None:
    """Teach an opened index the tokenizer of our fields."""
    index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def begin_anew(place: Path) -> Pen:
    """A pen for a new version of the index, beside the one in use."""
    pointer = read_pointer(place)
    return Pen(place, new_folder(place), pointer.generation if pointer else 0)


def continue_in_place(place: Path) -> Pen:
    """A pen for changes to the version in use; refuses when there is none that is sound."""
    current = find_current(place)
    folder = current.folder
    try:
        pen = Pen(place, folder, current.pointer.generation)
        pen.labels, pen.words = load_labels(folder), load_words(folder)
    except (OSError, ValueError) as error:
        raise IndexUnavailable(str(error)) from error
    return pen


def sweep(place: Path) -> None:
    """Remove the versions no longer pointed to. Who still reads one keeps its files until it lets go of them."""
    pointer = read_pointer(place)
    if pointer is not None:
        drop_others(place, {pointer.folder})
