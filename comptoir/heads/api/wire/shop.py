"""The shop itself, its categories and its health, as a program reads them."""

from __future__ import annotations

import msgspec

from comptoir.shop.shelf.types import MenuNode


class ChannelInfo(msgspec.Struct, frozen=True):
    """The channel this key sells on. Amounts are whole minor units: `decimals` says how many digits they hold.

    `price_mode` "gross": consumer prices are fixed whatever the tax; "net": prices before tax are.
    """

    code: str
    name: str
    currency: str
    decimals: int
    country: str
    languages: tuple[str, ...]
    price_mode: str


class Menu(msgspec.Struct, frozen=True):
    """The categories as a tree, in order."""

    categories: tuple[MenuNode, ...]


class Check(msgspec.Struct, frozen=True):
    """One thing looked at: `ok`, and what was found."""

    name: str
    ok: bool
    found: str


class Health(msgspec.Struct, frozen=True):
    """Whether the shop can serve: "ok", or "failing" with 503."""

    status: str
    checks: tuple[Check, ...]
