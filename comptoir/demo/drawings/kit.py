"""The hand that draws: flat shapes on a 400 x 400 sheet of paper, one palette, one light coming from the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

SIDE = 400
FLOOR = 318  # where things stand
PALETTE = {
    "paper": "#f4eee2",
    "table": "#eae0cc",
    "cream": "#fbf6ea",
    "linen": "#e3d6bd",
    "ink": "#26302b",
    "green": "#1f4d3a",
    "leaf": "#6f9367",
    "sage": "#a9bfa0",
    "brick": "#a8442a",
    "rose": "#d99a82",
    "straw": "#d9b26a",
    "honey": "#c8862e",
    "wood": "#bf8d5e",
    "oak": "#94673f",
    "zinc": "#9aa6a8",
    "steel": "#c3cbcb",
    "slate": "#5b676b",
    "iron": "#363d3d",
    "sky": "#a9c4cc",
    "blue": "#3d6079",
    "plum": "#6d3f52",
    "terra": "#c46f49",
    "copper": "#c0764a",
    "brass": "#c9a14a",
    "lemon": "#e6c84f",
    "glass": "#cfdfdc",
}
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x, y, width, height of a rectangle; centre and radii of an oval
Drawing = Callable[..., str]
DRAWINGS: dict[str, Drawing] = {}


def drawing(function: Drawing) -> Drawing:
    """Register a drawing under its own name, so that content can call it by a word."""
    DRAWINGS[function.__name__] = function
    return function


def tint(colour: str) -> str:
    """The hexadecimal value of a palette word (or of a value already hexadecimal)."""
    return PALETTE.get(colour, colour)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it."""
    one, two = tint(colour), tint(other)
    pairs = ((int(one[i : i + 2], 16), int(two[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def dark(colour: str, share: float = 0.2) -> str:
    return mix(colour, "ink", share)


def light(colour: str, share: float = 0.3) -> str:
    return mix(colour, "cream", share)


def number(value: float) -> str:
    """A coordinate in as few characters as it needs."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def rect(place: Box, fill: str, *, r: float = 0) -> str:
    x, y, w, h = place
    corner = f' rx="{number(r)}"' if r else ""
    box = f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
    return f'<rect {box}{corner} fill="{tint(fill)}"/>'


def disc(cx: float, cy: float, r: float, fill: str) -> str:
    return f'<circle cx="{number(cx)}" cy="{number(cy)}" r="{number(r)}" fill="{tint(fill)}"/>'


def oval(place: Box, fill: str) -> str:
    cx, cy, rx, ry = place
    centre = f'cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}"'
    return f'<ellipse {centre} fill="{tint(fill)}"/>'


def shape(d: str, fill: str) -> str:
    return f'<path d="{d}" fill="{tint(fill)}"/>'


def line(d: str, colour: str, width: float = 6) -> str:
    """An open stroke with round ends."""
    style = f'stroke="{tint(colour)}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{d}" fill="none" {style}/>'


def ring(centre: Point, radii: Point, colour: str, width: float = 5, *, dash: str = "") -> str:
    """An oval line, in dashes if wanted."""
    (cx, cy), (rx, ry) = centre, radii
    place = f'cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}"'
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<ellipse {place} fill="none" stroke="{tint(colour)}" stroke-width="{number(width)}"{broken}/>'


def veil(part: str, opacity: float) -> str:
    """A part seen through: glass, steam, light."""
    return f'<g opacity="{number(opacity) if opacity >= 1 else str(opacity).lstrip("0")}">{part}</g>'


def gleam(d: str, width: float = 6) -> str:
    """The small light that says from which side the window is."""
    return veil(line(d, "cream", width), 0.55)


def shadow(cx: float, rx: float, cy: float = FLOOR, ry: float | None = None) -> str:
    return veil(oval((cx, cy, rx, ry if ry is not None else max(7.0, rx * 0.1)), "ink"), 0.16)


def turn(part: str, angle: float, cx: float = 200, cy: float = 200) -> str:
    return f'<g transform="rotate({number(angle)} {number(cx)} {number(cy)})">{part}</g>'


def move(part: str, dx: float, dy: float, scale: float = 1) -> str:
    factor = f" scale({round(scale, 2)})" if scale != 1 else ""
    return f'<g transform="translate({number(dx)} {number(dy)}){factor}">{part}</g>'


def mirror(part: str, axis: float = 200) -> str:
    return f'<g transform="matrix(-1 0 0 1 {number(2 * axis)} 0)">{part}</g>'


def spread(make: Callable[[int], str], count: int) -> str:
    """The same thing `count` times, told apart by its rank."""
    return "".join(make(i) for i in range(count))


def curve(points: Sequence[Point]) -> str:
    """A soft line through points (Catmull-Rom); a point given twice makes a corner."""
    ends = [points[0], *points, points[-1]]
    parts = []
    for i in range(1, len(points)):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ends[i - 1 : i + 3]
        if (x1, y1) == (x2, y2):
            continue
        bends = (x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
        parts.append("C" + " ".join(str(round(value)) for value in bends))
    return "".join(parts)


def turned(profile: Sequence[Point], colour: str, cx: float = 200, *, bright: bool = True) -> str:
    """A thing turned on a lathe or a wheel: (half-width, height) from top to foot, lit from the left."""
    right = [(cx + half, y) for half, y in profile]
    left = [(cx - half, y) for half, y in reversed(profile)]
    inner = [(cx + half * 0.5, y) for half, y in reversed(profile)]
    body = f"M{_spot(right[0])}{curve(right)}L{_spot(left[0])}{curve(left)}z"
    shade = f"M{_spot(right[0])}{curve(right)}L{_spot(inner[0])}{curve(inner)}z"
    parts = shape(body, colour) + shape(shade, dark(colour, 0.16))
    if bright:
        lit = [(cx - half * 0.66, y) for half, y in profile if half > 20][1:-1]
        if len(lit) > 1:
            parts += gleam(f"M{_spot(lit[0])}{curve(lit)}", 7)
    return parts


def _spot(point: Point) -> str:
    return f"{round(point[0])} {round(point[1])}"
