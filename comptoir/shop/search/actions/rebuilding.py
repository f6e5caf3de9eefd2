"""The index from nothing: built in a folder of its own beside the one in use, then swapped in one step."""

from __future__ import annotations

from comptoir.kernel import clock
from comptoir.kernel.jobs import Progress, silent
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import ProductId
from comptoir.shop.search.actions import feed
from comptoir.shop.search.actions.updating import WAIT_S, put_articles
from comptoir.shop.search.engines.index.errors import IndexUnavailable, WriterBusy
from comptoir.shop.search.engines.index.folders import begin_late, home, take_late, writing
from comptoir.shop.search.engines.index.reading import find_view, look_again
from comptoir.shop.search.engines.index.writing import Pen, begin_anew, sweep
from comptoir.shop.search.engines.tantivy import probe
from comptoir.shop.search.errors import IndexBeingBuilt
from comptoir.shop.shelf import queries as shelf

CHUNK = 500


def reindex(*, progress: Progress = silent, channel: str = "", unless_sound: bool = False) -> int:
    """Build every index anew (of one channel, or of all), one after the other; how many articles were written.

    `unless_sound`: only those that cannot be read. Readers go on with the old one until the new one is whole. Killed
    half-way it leaves what is in use as it was, and begins again when asked again. Refuses IndexBeingBuilt when another
    process is at it.
    """
    channels = [one for one in catalogue.list_channels() if channel in {"", one.code}]
    written = 0
    for one in channels:
        for language in one.languages:
            shifted = _shifted(progress, written)
            written += rebuild_index(one.code, language, progress=shifted, unless_sound=unless_sound)
    progress(written, written)
    return written


def _shifted(progress: Progress, before: int) -> Progress:
    def report(done: int, total: int | None = None, message: str = "") -> None:
        progress(before + done, None if total is None else before + total, message)

    return report


def rebuild_index(channel: str, language: str, *, progress: Progress = silent, unless_sound: bool = False) -> int:
    """Build one index anew and put it in use; how many articles it holds. Refuses IndexBeingBuilt.

    `unless_sound`: do nothing when the one in use can be read after all (a repair asked for twice).
    """
    place = home(channel, language)
    try:
        with writing(place, name="rebuild"):
            if unless_sound and _sound(channel, language):
                return 0
            return _rebuild(channel, language, progress)
    except WriterBusy as error:
        raise IndexBeingBuilt(channel=channel, language=language) from error


def _sound(channel: str, language: str) -> bool:
    try:
        probe(find_view(channel, language))
    except IndexUnavailable:
        return False
    return True


def _rebuild(channel: str, language: str, progress: Progress) -> int:
    place = home(channel, language)
    with writing(place, wait_s=WAIT_S):
        begin_late(place)
    pen = begin_anew(place)
    written = _write_all(pen, channel, language, progress)
    with writing(place, wait_s=WAIT_S):
        put_articles(pen, channel, language, take_late(place))
        feed.gather_labels(pen.labels, channel, language)
        pen.seal()
        sweep(place)
    look_again(channel, language)
    return written


def _write_all(pen: Pen, channel: str, language: str, progress: Progress) -> int:
    total = shelf.list_placed(channel, language, start=1, size=1).total
    written, after = 0, None
    message = f"{channel} {language}"
    progress(0, total, message)
    while sheets := shelf.list_sheets(channel, language, after=after, limit=CHUNK):
        at = int(clock.now().timestamp())
        feed.note_labels(pen.labels, sheets)
        pen.put((feed.row_of(sheet, language, at) for sheet in sheets), known=False)
        written += len(sheets)
        after = ProductId(sheets[-1].product)
        progress(written, max(total, written), message)
    return written
