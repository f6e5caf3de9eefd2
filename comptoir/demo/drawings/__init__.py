"""Every picture of the demo shop, drawn by code: `draw("watering_can", body="zinc")` gives a small SVG."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.demo.drawings import (
    beds,
    brushes,
    cleaning,
    cloth,
    cooking,
    electric,
    footwear,
    furniture,
    garden,
    pantry,
    paper,
    sweets,
    tableware,
    toys,
    utensils,
    watering,
    wicker,
)
from comptoir.demo.drawings.kit import DRAWINGS, SIDE
from comptoir.demo.drawings.scenes import SETTINGS

__all__ = ["DRAWINGS", "SETTINGS", "draw", "page"]

_SHEETS = (
    beds,
    brushes,
    cleaning,
    cloth,
    cooking,
    electric,
    footwear,
    furniture,
    garden,
    pantry,
    paper,
    sweets,
    tableware,
    toys,
    utensils,
    watering,
    wicker,
)


def page(parts: str, *, width: int = SIDE, height: int = SIDE) -> str:
    """One SVG file around what was drawn."""
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{parts}</svg>'


def draw(name: str, view: str = "counter", **look: str | float | bool) -> str:
    """The SVG of one object, with its colours and proportions, in one of the settings."""
    return page(SETTINGS[view](DRAWINGS[name](**look)))


def draw_look(look: Mapping[str, str | float | bool], view: str = "counter") -> str:
    """As `draw`, from a table of content: `{shape = "clog", body = "brick"}`."""
    rest = {key: value for key, value in look.items() if key != "shape"}
    return draw(str(look["shape"]), view, **rest)
