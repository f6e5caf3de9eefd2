"""What the heads say, in each language: gettext catalogues read from the `locale` folder of every app.

Msgids are English. A compiled `.mo` is read when it is not older than its `.po` (`config.translations` makes them);
otherwise the `.po` is compiled in memory, so that there is no built file to forget.
"""

from __future__ import annotations

import functools
import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps

from comptoir.kernel.languages import LANGUAGES

SOURCE = "en"
DOMAIN = "messages"
FIRST = LANGUAGES[0]  # the language of the addresses without a prefix


def mark(message: str) -> str:
    """Marks a sentence for extraction where it is written down rather than said."""
    return message


def mark_plural(singular: str, plural: str) -> tuple[str, str]:
    """As `mark`, for a sentence that counts."""
    return singular, plural


@functools.cache
def catalogue(language: str) -> NullTranslations:
    """Every installed app's sentences in one language."""
    whole: NullTranslations = NullTranslations()
    for folder in locale_folders():
        source = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        if language != SOURCE and source.is_file():
            sentences = _read(source, language)
            sentences.add_fallback(whole)
            whole = sentences
    return whole


def _read(source: Path, language: str) -> GNUTranslations:
    compiled = source.with_suffix(".mo")
    if compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime:
        return GNUTranslations(io.BytesIO(compiled.read_bytes()))
    buffer = io.BytesIO()
    with source.open("rb") as read:
        write_mo(buffer, read_po(read, locale=language))
    buffer.seek(0)
    return GNUTranslations(buffer)


def locale_folders() -> tuple[Path, ...]:
    folders = (Path(app.path) / "locale" for app in apps.get_app_configs() if app.name.startswith("comptoir."))
    return tuple(folder for folder in folders if folder.is_dir())


def say(language: str, message: str, **facts: object) -> str:
    """One marked sentence in `language`, with its `%(name)s` filled in."""
    said = catalogue(language).gettext(message)
    return said % facts if facts else said


def say_count(language: str, forms: tuple[str, str], count: int, **facts: object) -> str:
    """One marked sentence that counts: `%(count)s` is filled in, the plural is the language's own."""
    return catalogue(language).ngettext(*forms, count) % {"count": count, **facts}


def language_of_path(path: str) -> str:
    """The language of an address: `/en/...` English, `/es/...` Spanish, all else French."""
    prefix = path[1:3]
    return prefix if prefix in LANGUAGES and prefix != FIRST and path[3:4] in {"", "/"} else FIRST
