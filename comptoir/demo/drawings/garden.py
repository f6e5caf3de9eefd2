"""Tools for earth, twigs and beds."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    dark,
    disc,
    drawing,
    gleam,
    light,
    line,
    mirror,
    rect,
    shadow,
    shape,
    spread,
    turn,
)


def _shaft(body: str, top: float, foot: float) -> str:
    """A long ash handle standing upright."""
    return rect((193, top, 14, foot - top), body, r=6) + rect((202, top + 4, 5, foot - top - 8), dark(body), r=2)


def _grip(body: str) -> str:
    """The D of a digging tool."""
    return line("M170 62L230 62M170 62C170 92 190 96 200 112C210 96 230 92 230 62", body, 12)


@drawing
def spade(*, body: str = "wood", head: str = "slate") -> str:
    """A digging spade planted slightly askew."""
    tool = (
        _shaft(body, 92, 226)
        + _grip(body)
        + rect((189, 188, 22, 50), dark(head, 0.3), r=5)
        + shape("M150 222L250 222L250 292C250 318 220 338 200 346C180 338 150 318 150 292Z", head)
        + shape("M200 222L250 222L250 292C250 318 220 338 200 346Z", dark(head))
        + rect((146, 218, 108, 9), light(head, 0.25), r=4)
        + gleam("M166 244L166 288", 7)
    )
    return shadow(206, 90, 338) + turn(tool, 10)


@drawing
def fork(*, body: str = "wood", head: str = "slate") -> str:
    """A digging fork with four square tines."""
    tines = spread(lambda i: line(f"M{152 + i * 32} 232L{154 + i * 31} 334", head if i < 2 else dark(head), 10), 4)
    tool = (
        _shaft(body, 92, 216)
        + _grip(body)
        + rect((189, 184, 22, 44), dark(head, 0.3), r=5)
        + line("M152 240C156 222 178 220 200 220C222 220 244 222 248 240", head, 12)
        + tines
        + gleam("M152 250L153 306", 4)
    )
    return shadow(206, 90, 338) + turn(tool, -9)


@drawing
def rake(*, body: str = "wood", head: str = "green") -> str:
    """A garden rake, teeth down."""
    tool = (
        _shaft(body, 44, 286)
        + rect((190, 250, 20, 42), dark(head, 0.3), r=4)
        + rect((110, 286, 180, 16), head, r=6)
        + spread(lambda i: rect((114 + i * 21.5, 298, 8, 36), dark(head, 0.15), r=3), 9)
        + gleam("M122 292L238 292", 4)
    )
    return shadow(204, 110, 336) + turn(tool, 12, 200, 300)


@drawing
def hoe(*, body: str = "wood", head: str = "slate") -> str:
    """A swan-neck hoe."""
    tool = (
        _shaft(body, 40, 258)
        + line("M200 252C200 282 212 288 226 290", dark(head, 0.2), 11)
        + shape("M222 274L262 262L296 318L232 336Z", head)
        + shape("M276 286L296 318L232 336L228 322Z", light(head, 0.25))
        + rect((190, 232, 20, 34), dark(head, 0.35), r=4)
    )
    return shadow(226, 90, 334) + turn(tool, -8, 220, 320)


@drawing
def trowel(*, body: str = "wood", head: str = "steel") -> str:
    """A hand trowel, lying across the page."""
    tool = (
        rect((184, 62, 32, 116), body, r=15)
        + rect((202, 70, 11, 100), dark(body), r=6)
        + rect((184, 160, 32, 14), "brass", r=3)
        + rect((193, 172, 14, 34), dark(head, 0.3), r=4)
        + shape("M158 212C160 200 240 200 242 212C250 262 236 306 200 338C164 306 150 262 158 212Z", head)
        + shape("M200 203C224 203 241 206 242 212C250 262 236 306 200 338Z", dark(head, 0.22))
        + gleam("M176 224C174 252 180 276 188 292", 7)
        + disc(200, 82, 5, "ink")
    )
    return shadow(210, 110, 328) + turn(tool, 34)


@drawing
def dibber(*, body: str = "oak", tip: str = "steel") -> str:
    """A planting dibber with its T handle and its steel point."""
    tool = (
        rect((130, 76, 140, 30), body, r=15)
        + rect((136, 93, 128, 12), dark(body), r=6)
        + shape("M184 104L216 104L214 244L186 244Z", body)
        + shape("M202 104L216 104L214 244L202 244Z", dark(body))
        + shape("M185 240L215 240L200 336Z", tip)
        + shape("M200 240L215 240L200 336Z", dark(tip, 0.3))
        + spread(lambda i: rect((184, 138 + i * 26, 32, 4), light(body, 0.5)), 4)
    )
    return shadow(214, 70, 332) + turn(tool, 14)


@drawing
def pruner(*, body: str = "brick", blade: str = "steel") -> str:
    """Pruning shears, open."""
    return (
        shadow(204, 110, 330)
        + line("M196 176C156 210 142 258 150 318", body, 26)
        + line("M206 176C238 212 262 250 262 316", dark(body), 26)
        + line("M192 196C164 226 158 258 160 296", light(body, 0.3), 6)
        + shape("M188 186C186 142 194 98 232 66C246 106 240 150 214 188Z", blade)
        + shape("M188 186C186 142 194 98 232 66C212 108 204 150 202 190Z", light(blade, 0.5))
        + shape("M212 186C196 160 172 132 146 128C150 152 166 178 188 192Z", dark(blade, 0.35))
        + disc(201, 184, 13, "brass")
        + disc(201, 184, 5, dark("brass", 0.5))
        + line("M192 214L212 222L196 232L214 240", "zinc", 5)
    )


@drawing
def shears(*, body: str = "wood", blade: str = "steel") -> str:
    """Long hedge shears with two handles."""
    half = (
        shape("M196 206C180 160 160 96 148 52C176 86 204 146 214 196Z", blade)
        + line("M204 202L246 252", dark(blade, 0.4), 12)
        + line("M244 250L284 330", body, 22)
        + line("M250 254L288 326", dark(body), 7)
    )
    other = mirror(half)
    return shadow(200, 120, 336) + turn(half + other + disc(200, 204, 11, "brass"), 6)


@drawing
def mattock(*, body: str = "wood", head: str = "iron") -> str:
    """A two-headed hand hoe: a blade and two prongs."""
    tool = (
        rect((190, 96, 20, 240), body, r=9)
        + rect((202, 104, 8, 224), dark(body), r=4)
        + shape("M190 104C160 100 128 112 106 140L122 156C142 136 166 128 190 130Z", head)
        + line("M210 112C246 104 272 122 286 156M210 124C240 120 258 138 268 164", head, 10)
        + rect((184, 92, 32, 46), dark(head, 0.4), r=6)
        + gleam("M118 142C136 124 156 116 174 116", 5)
    )
    return shadow(210, 80, 334) + turn(tool, 10)
