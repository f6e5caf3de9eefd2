"""Who the merchant is, as he says in his own TOML file (`COMPTOIR_MERCHANT_FILE`, else `merchant.toml` in the home).

Nothing is made up: what the file leaves out is not shown, and the legal pages say that it is still missing.
"""

from __future__ import annotations

import functools
import os
from pathlib import Path

import msgspec
from django.conf import settings

from comptoir.kernel import clock
from comptoir.kernel.languages import Text


class Identity(msgspec.Struct, frozen=True):
    """What the law wants to be known of a seller (LEG-1, MED-1). Empty fields are not filled in yet."""

    legal_name: str = ""
    form: str = ""
    capital: str = ""
    address: tuple[str, ...] = ()
    registration: str = ""
    vat: str = ""
    phone: str = ""
    email: str = ""
    hours: Text = {}
    director: str = ""
    host: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()


class Promise(msgspec.Struct, frozen=True):
    """One thing the merchant promises on his home page; `icon` is one of `ui/icons`."""

    icon: str
    title: Text
    text: Text = {}


class Selection(msgspec.Struct, frozen=True):
    """A row of articles on the home page, out of one category (code; "" is the whole shop)."""

    title: Text
    category: str = ""


class Pictures(msgspec.Struct, frozen=True):
    """Pictures of the house, as paths in the media store: his mark, his shop front, one per department (code)."""

    mark: str = ""
    front: str = ""
    departments: dict[str, str] = {}


class Merchant(msgspec.Struct, frozen=True):
    """The merchant's own words and identity. `stamp` changes when his file does."""

    name: str = ""
    tagline: Text = {}
    intro: Text = {}
    notice: Text = {}
    window: str = ""  # code of the article shown in the window of the home page
    promises: tuple[Promise, ...] = ()
    selections: tuple[Selection, ...] = ()
    hours: dict[str, Text] = {}  # when each shop is open, by place code
    identity: Identity = Identity()
    pictures: Pictures = Pictures()
    stamp: int = 0


LOOK_EVERY_S = 0.5

_read: dict[str, tuple[Merchant, float]] = {}


def find_merchant() -> Merchant:
    """The merchant as his file says now, or half a second ago."""
    path, now = str(settings.MERCHANT_FILE), clock.monotonic()
    known, looked_at = _read.get(path, (None, 0.0))
    if known is None or now - looked_at >= LOOK_EVERY_S:
        known = _look(path, known)
        _read[path] = (known, now)
    return known


def _look(path: str, known: Merchant | None) -> Merchant:
    try:
        stamp = os.stat(path).st_mtime_ns
    except OSError:
        return _nameless(settings.MERCHANT_NAME)
    if known is not None and known.stamp == stamp:
        return known
    told = msgspec.toml.decode(Path(path).read_bytes(), type=Merchant)
    return msgspec.structs.replace(told, stamp=stamp)


@functools.cache
def _nameless(name: str) -> Merchant:
    return Merchant(name=name)
