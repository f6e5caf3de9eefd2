"""Where a drawing is set: on the counter, close up, in the garden, at table, on the wall, on the shelf."""

from __future__ import annotations

from collections.abc import Callable

from comptoir.demo.drawings.kit import SIDE, disc, line, move, oval, rect, shape, spread, veil

Setting = Callable[[str], str]


def counter(thing: str) -> str:
    """The plain view: paper behind, a pale counter below."""
    return rect((0, 0, SIDE, SIDE), "paper") + rect((0, 282, SIDE, 118), "table") + thing


def detail(thing: str) -> str:
    """The same thing seen from closer, on a plain sheet."""
    return rect((0, 0, SIDE, SIDE), "table") + move(thing, -150, -190, 1.85)


def garden(thing: str) -> str:
    """Outside, on the edge of a bed."""
    leaf = shape("M0 0C-22 -8 -26 -30 -24 -44C-4 -38 4 -20 0 0ZM0 0C18 -10 24 -26 20 -42C4 -34 -4 -16 0 0Z", "leaf")
    return (
        rect((0, 0, SIDE, SIDE), "#e8efe6")
        + disc(322, 84, 34, "#f3dfa6")
        + shape("M0 214C70 176 130 214 206 190C276 168 330 204 400 180L400 400L0 400Z", "sage")
        + shape("M0 296C90 276 300 276 400 296L400 400L0 400Z", "#7a5d45")
        + spread(lambda i: move(leaf, 30 + i * 85, 296 - (i % 2) * 8, 0.8 + (i % 3) * 0.15), 5)
        + move(thing, 66, 72, 0.76)
        + spread(lambda i: move(leaf, 20 + i * 180, 392, 1.1), 3)
    )


def table(thing: str) -> str:
    """Laid on a striped cloth, by a window."""
    return (
        rect((0, 0, SIDE, SIDE), "#f1e7d6")
        + rect((236, 0, 128, 178), "cream")
        + rect((244, 0, 112, 170), "#d7e4e4")
        + rect((296, 0, 8, 170), "cream")
        + rect((0, 258, SIDE, 142), "cream")
        + veil(spread(lambda i: rect((26 + i * 96, 258, 18, 142), "brick"), 4), 0.22)
        + rect((0, 254, SIDE, 8), "linen")
        + move(thing, 56, 52, 0.78)
    )


def wall(thing: str) -> str:
    """Hung or standing against a green wall, above the skirting."""
    return (
        rect((0, 0, SIDE, SIDE), "#dfe6d8")
        + veil(spread(lambda i: rect((40 + i * 80, 0, 3, 330), "green"), 5), 0.12)
        + rect((0, 320, SIDE, 80), "#c79f72")
        + rect((0, 306, SIDE, 20), "cream")
        + move(thing, 42, 54, 0.8)
    )


def shelf(thing: str) -> str:
    """On the shop's shelf, between a jar and two boxes."""
    return (
        rect((0, 0, SIDE, SIDE), "#dcd5c3")
        + rect((0, 306, SIDE, 22), "oak")
        + rect((0, 328, SIDE, 72), "#c4bba6")
        + rect((10, 214, 60, 92), "green", r=3)
        + rect((10, 236, 60, 26), "cream")
        + rect((336, 190, 54, 116), "brick", r=3)
        + oval((363, 190, 27, 6), "rose")
        + rect((336, 222, 54, 30), "cream")
        + line("M0 20L400 20", "#c4bba6", 14)
        + move(thing, 58, 53, 0.72 * 1.1)
    )


SETTINGS: dict[str, Setting] = {
    "counter": counter,
    "detail": detail,
    "garden": garden,
    "table": table,
    "wall": wall,
    "shelf": shelf,
}
