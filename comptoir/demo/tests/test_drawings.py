"""Each drawing is light, whole, without a word, and stands in every setting."""

from __future__ import annotations

import pytest
from defusedxml import ElementTree

from comptoir.demo.content import read_tree
from comptoir.demo.drawings import DRAWINGS, SETTINGS, draw, house
from comptoir.shop.catalogue.rules import svg

LIMIT = 4096
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse"}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_a_drawing_is_light_and_made_of_plain_shapes(name: str) -> None:
    drawn = draw(name)
    assert len(drawn.encode()) < LIMIT
    root = ElementTree.fromstring(drawn)
    assert {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()} <= SHAPES
    assert root.attrib["viewBox"] == "0 0 400 400"


@pytest.mark.parametrize("view", sorted(SETTINGS))
def test_a_setting_keeps_the_heaviest_drawing_under_the_limit(view: str) -> None:
    assert len(draw("clog", view).encode()) < LIMIT


def test_two_drawings_are_never_the_same() -> None:
    assert len({draw(name) for name in DRAWINGS}) == len(DRAWINGS) == 153


def test_the_house_has_a_mark_a_front_and_a_drawing_for_each_department() -> None:
    roots = {code for code, parent, *_ in read_tree().tree if not parent and not code.startswith("selection-")}
    assert set(house.DEPARTMENTS) == roots
    for code in roots:
        svg.clean(house.department(code).encode())
        assert len(house.department(code)) < 2 * LIMIT
    assert len(house.mark()) < LIMIT
    assert len(house.front()) < 3 * LIMIT
