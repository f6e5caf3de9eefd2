"""SVG by a strict allowlist: shapes, text and paint stay; anything that acts, fetches or explodes does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MOST_BYTES = 1_000_000
MOST_ELEMENTS = 20_000
DEEPEST = 60
MOST_DRAWN = 50_000
"""Elements once every `use` is followed: what a browser would really draw."""
LONGEST_CHAIN = 10
"""References one behind the other."""
LARGEST_SIDE = 20_000

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
    "filter", "feGaussianBlur", "feOffset", "feMerge", "feMergeNode", "feColorMatrix", "feFlood", "feComposite",
    "feBlend", "feDropShadow", "style",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "id", "class", "style", "transform", "viewBox", "preserveAspectRatio", "version", "x", "y", "x1", "y1", "x2", "y2",
    "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points", "width", "height", "dx", "dy", "rotate", "textLength",
    "lengthAdjust", "pathLength", "offset", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity",
    "opacity", "color", "display", "visibility", "overflow", "clip-path", "clip-rule", "mask", "filter", "marker-start",
    "marker-mid", "marker-end", "stop-color", "stop-opacity", "flood-color", "flood-opacity", "font-family",
    "font-size", "font-style", "font-weight", "font-variant", "letter-spacing", "word-spacing", "text-anchor",
    "text-decoration", "dominant-baseline", "alignment-baseline", "baseline-shift", "writing-mode", "paint-order",
    "vector-effect",
    "shape-rendering", "text-rendering", "image-rendering", "color-interpolation", "color-interpolation-filters",
    "mix-blend-mode", "isolation", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits",
    "maskContentUnits", "patternUnits", "patternContentUnits", "patternTransform", "markerUnits", "markerWidth",
    "markerHeight", "refX", "refY", "orient", "filterUnits", "primitiveUnits", "stdDeviation", "in", "in2", "result",
    "mode", "operator", "k1", "k2", "k3", "k4", "values", "type", "role", "aria-hidden", "aria-label", "lang", "href",
})  # fmt: skip

_LOCAL = re.compile(r"#[A-Za-z_][\w.:-]*")
_LOCAL_URL = re.compile(r"url\(\s*(['\"]?)#[A-Za-z_][\w.:-]*\1\s*\)")
_ACTS = re.compile(r"[@\\<]|url|expression|javascript|import|behavio|data:|http|//", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(?:px)?\s*")
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)


class HostileSvg(ValueError):
    """Not an SVG we take; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cleaned SVG with the size its viewBox says, in whole units."""

    content: bytes
    width: int
    height: int


def clean(content: bytes) -> Drawing:
    """The drawing with only what the allowlist names. Raises `HostileSvg` for what is not an SVG, declares a document
    type or entities, is larger than a drawing is, or would be once drawn."""
    if len(content) > MOST_BYTES:
        raise HostileSvg("svg_too_large")
    try:
        root = fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise HostileSvg("svg_declares_entities") from None
    except (ParseError, ValueError, LookupError):
        raise HostileSvg("svg_unreadable") from None
    if root.tag != f"{SVG}svg":
        raise HostileSvg("not_an_svg")
    _check_shape(root)
    kept = _keep(root)
    kept.set("xmlns", SVG.strip("{}"))
    _check_drawn(kept)
    width, height = _size(kept)
    return Drawing(tostring(kept, encoding="utf-8", xml_declaration=False), width, height)


def _check_shape(root: Element) -> None:
    level = [root]
    count = depth = 0
    while level:
        depth += 1
        count += len(level)
        if count > MOST_ELEMENTS or depth > DEEPEST:
            raise HostileSvg("svg_too_complex")
        level = [child for element in level for child in element]


def _keep(element: Element) -> Element:
    kept = Element(_local(element.tag) or "g")
    for name, value in element.attrib.items():
        spelled = {XLINK_HREF: "href", XML_SPACE: "xml:space"}.get(name, name)
        if spelled == "xml:space" or (spelled in ATTRIBUTES and _is_safe(spelled, value)):
            kept.set(spelled, value)
    kept.text, kept.tail = element.text, element.tail
    for child in element:
        tag = _local(child.tag)
        if tag in ELEMENTS and not (tag == "style" and _acts(child)):
            kept.append(_keep(child))
        elif child.tail and child.tail.strip() and kept.tag in {"text", "tspan"}:
            _append_text(kept, child.tail)
    return kept


def _append_text(kept: Element, text: str) -> None:
    if len(kept):
        kept[-1].tail = (kept[-1].tail or "") + text
    else:
        kept.text = (kept.text or "") + text


def _local(tag: Any) -> str | None:
    return tag.removeprefix(SVG) if isinstance(tag, str) and tag.startswith(SVG) else None


def _is_safe(name: str, value: str) -> bool:
    if name == "href":
        return _LOCAL.fullmatch(value.strip()) is not None
    return not _ACTS.search(_LOCAL_URL.sub("", value))


def _acts(style: Element) -> bool:
    text = _COMMENTS.sub(" ", style.text or "")
    return len(style) > 0 or bool(_ACTS.search(_LOCAL_URL.sub("", text)))


def _check_drawn(root: Element) -> None:
    """Refuse a drawing that copies copies of copies, or itself."""
    named = {element.get("id", ""): element for element in root.iter() if element.get("id")}
    if _drawn(root, named, {}, ()) > MOST_DRAWN:
        raise HostileSvg("svg_too_complex")


def _drawn(element: Element, named: Mapping[str, Element], known: dict[str, int], above: tuple[str, ...]) -> int:
    total = 1
    for child in element:
        total += _drawn(child, named, known, above)
        if total > MOST_DRAWN:
            return total
    for name in _references(element):
        if name in above:
            raise HostileSvg("svg_refers_to_itself")
        if len(above) >= LONGEST_CHAIN:
            raise HostileSvg("svg_too_complex")
        if name in named:
            if name not in known:
                known[name] = _drawn(named[name], named, known, (*above, name))
            total += known[name]
    return total


def _references(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name == "href":
            yield value.strip().removeprefix("#")
        elif "url(" in value:
            for found in _LOCAL_URL.finditer(value):
                yield found.group(0)[4:-1].strip(" '\"").removeprefix("#")


def _size(root: Element) -> tuple[int, int]:
    """Width and height from the viewBox, else from the attributes; the drawing then gets a viewBox."""
    box = [part for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    if len(box) == 4:
        width, height = _number(box[2]), _number(box[3])
    else:
        width, height = _number(root.get("width", "")), _number(root.get("height", ""))
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise HostileSvg("svg_without_size")
    return max(1, round(width)), max(1, round(height))


def _number(text: str) -> float:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise HostileSvg("svg_without_size")
    return float(found.group(1))
