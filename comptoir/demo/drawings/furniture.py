"""Small furniture that a hardware shop has always sold."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    dark,
    disc,
    drawing,
    gleam,
    light,
    line,
    oval,
    rect,
    shadow,
    shape,
    spread,
)


@drawing
def stool(*, body: str = "wood", trim: str = "green") -> str:
    """A workshop stool with a round seat."""
    return (
        shadow(200, 110)
        + line("M168 150L160 300M232 150L240 300", dark(body, 0.4), 14)
        + line("M136 146L104 312", body, 16)
        + line("M264 146L296 312", dark(body, 0.1), 16)
        + line("M124 250L276 250M142 218L258 218", dark(body, 0.25), 10)
        + oval((200, 146, 104, 26), dark(trim, 0.3))
        + oval((200, 134, 104, 26), trim)
        + gleam("M116 130C130 118 160 112 190 111", 6)
    )


@drawing
def spice_shelf(*, body: str = "wood", trim: str = "brick") -> str:
    """A wall shelf with two boards, jars and hooks."""
    jar = spread(
        lambda i: (
            rect((108 + i * 50, 128, 34, 48), (trim, "straw", "leaf", "honey")[i], r=4)
            + rect((112 + i * 50, 118, 26, 12), "cream", r=3)
        ),
        4,
    )
    return (
        rect((84, 74, 16, 226), body, r=4)
        + rect((300, 74, 16, 226), dark(body), r=4)
        + jar
        + rect((78, 176, 244, 14), body, r=3)
        + rect((78, 186, 244, 5), dark(body, 0.3))
        + rect((100, 150, 200, 6), dark(body, 0.2))
        + spread(lambda i: oval((136 + i * 64, 246, 26, 20), ("cream", "sky", "linen")[i]), 3)
        + spread(lambda i: oval((136 + i * 64, 238, 20, 7), "ink"), 2)
        + rect((78, 264, 244, 14), body, r=3)
        + rect((78, 274, 244, 5), dark(body, 0.3))
        + spread(lambda i: line(f"M{122 + i * 52} 280v14c0 12 14 12 14 2", "iron", 5), 4)
    )


@drawing
def coat_rack(*, body: str = "wood", trim: str = "iron") -> str:
    """A row of pegs on a board, a hat on one."""
    return (
        rect((50, 132, 300, 52), body, r=8)
        + rect((50, 168, 300, 16), dark(body, 0.14), r=8)
        + spread(
            lambda i: disc(96 + i * 70, 154, 16, dark(body, 0.5)) + disc(96 + i * 70, 150, 14, light(body, 0.2)), 4
        )
        + shape(
            "M106 164C110 120 174 116 188 160C214 164 226 176 222 184C180 198 116 196 76 186C76 176 90 166 106 164Z",
            "straw",
        )
        + shape("M106 160C130 170 166 168 188 158L190 170C164 180 130 180 104 172Z", "brick")
        + line("M304 158L304 196C280 220 282 296 290 318C300 322 316 322 324 318C330 290 330 224 304 196", trim, 6)
        + shape("M304 196C276 220 276 300 288 322L324 322C336 296 332 222 304 196Z", "green")
        + gleam("M66 144L150 144", 5)
    )


@drawing
def step_ladder(*, body: str = "wood", trim: str = "brass") -> str:
    """A three-step ladder, open."""
    return (
        shadow(206, 126)
        + line("M226 96L306 314M254 96L330 308", dark(body, 0.35), 12)
        + line("M284 236L312 232", dark(body, 0.4), 8)
        + line("M174 98L104 314", body, 15)
        + line("M236 98L212 318", body, 15)
        + shape("M158 136L232 136L230 156L150 156Z", light(body, 0.2))
        + rect((150, 156, 80, 8), dark(body, 0.3))
        + shape("M138 200L226 200L224 220L128 220Z", light(body, 0.2))
        + rect((128, 220, 96, 8), dark(body, 0.3))
        + shape("M116 264L220 264L218 284L106 284Z", light(body, 0.2))
        + rect((106, 284, 112, 8), dark(body, 0.3))
        + rect((152, 80, 124, 22), body, r=5)
        + rect((152, 94, 124, 8), dark(body, 0.25), r=4)
        + disc(228, 110, 7, trim)
    )


@drawing
def side_table(*, body: str = "green", trim: str = "iron") -> str:
    """A round metal garden table, a cup on it."""
    return (
        shadow(200, 110)
        + line(
            "M200 190L200 240M200 236C180 262 140 300 120 314M200 236C220 262 260 300 280 314M200 236L200 316", trim, 10
        )
        + oval((200, 184, 130, 28), dark(body, 0.3))
        + oval((200, 174, 130, 28), body)
        + oval((200, 173, 108, 21), dark(body, 0.12))
        + shape("M176 128L228 128C228 160 218 172 202 172C186 172 176 160 176 128Z", "cream")
        + line("M226 136C244 134 244 156 224 156", "cream", 6)
        + oval((202, 128, 26, 6), "oak")
        + gleam("M92 168C104 160 122 154 142 151", 6)
    )
