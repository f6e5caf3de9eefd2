"""What sweeps, rubs and pegs, and the candle for afterwards."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    dark,
    disc,
    drawing,
    gleam,
    light,
    line,
    move,
    oval,
    rect,
    shadow,
    shape,
    spread,
    turn,
    veil,
)


@drawing
def dish_brush(*, body: str = "wood", bristle: str = "linen") -> str:
    """A round dish brush, its head down."""
    tool = (
        rect((192, 52, 16, 180), body, r=7)
        + rect((201, 60, 6, 166), dark(body), r=3)
        + line("M192 76L208 76", "brick", 9)
        + shape("M148 232C148 206 252 206 252 232L252 250L148 250Z", body)
        + shape("M146 250L254 250L264 306L136 306Z", bristle)
        + line("".join(f"M{156 + i * 11} 252L{150 + i * 12.2:g} 304" for i in range(9)), dark(bristle, 0.22), 3)
    )
    return shadow(208, 90, 322) + turn(tool, 16, 200, 200)


@drawing
def broom(*, body: str = "wood", bristle: str = "oak", trim: str = "brick") -> str:
    """A wide broom standing on its bristles."""
    return shadow(200, 120, 324) + turn(
        rect((193, 20, 14, 218), body, r=6)
        + rect((202, 26, 5, 206), dark(body), r=2)
        + rect((100, 230, 200, 36), trim, r=10)
        + rect((100, 250, 200, 16), dark(trim), r=8)
        + shape("M104 264L296 264L312 326L88 326Z", bristle)
        + line("".join(f"M{118 + i * 15} 268L{106 + i * 17.4:g} 322" for i in range(12)), dark(bristle, 0.3), 3)
        + disc(200, 30, 3, "paper"),
        5,
        200,
        320,
    )


@drawing
def nail_brush(*, body: str = "wood", bristle: str = "cream") -> str:
    """A nail brush with bristles on both sides, suds around."""
    return (
        shadow(200, 130)
        + line("".join(f"M{98 + i * 13} 216L{97 + i * 13} 184" for i in range(16)), bristle, 8)
        + line("".join(f"M{98 + i * 13} 264L{97 + i * 13} 306" for i in range(16)), dark(bristle, 0.12), 8)
        + rect((76, 212, 248, 58), body, r=26)
        + rect((84, 244, 232, 24), dark(body), r=12)
        + line("M96 226L300 226", light(body, 0.3), 4)
        + spread(
            lambda i: disc((70, 92, 318, 338, 330)[i], (302, 314, 300, 312, 286)[i], (14, 9, 13, 9, 6)[i], "cream"), 5
        )
    )


@drawing
def dustpan(*, body: str = "green", bristle: str = "straw") -> str:
    """A metal dustpan and its hand brush."""
    pan = (
        shape("M78 206L236 206L262 316L52 316Z", body)
        + shape("M190 206L236 206L262 316L206 316Z", dark(body))
        + shape("M78 206L236 206L232 190L82 190Z", light(body, 0.2))
        + rect((142, 116, 30, 84), body, r=12)
        + disc(157, 132, 6, "paper")
        + gleam("M92 222L74 300", 6)
    )
    brush = (
        rect((-12, -118, 24, 92), "wood", r=11)
        + rect((-46, -34, 92, 28), "wood", r=10)
        + shape("M-44 -8L44 -8L54 52L-54 52Z", bristle)
        + line("M-34 -4L-42 48M-16 -4L-20 48M2 -4L2 48M20 -4L24 48M36 -4L44 48", dark(bristle), 3)
    )
    return shadow(170, 130, 322) + pan + shadow(300, 60, 322) + turn(move(brush, 300, 262), 12, 300, 262)


@drawing
def duster(*, body: str = "slate", grip: str = "wood") -> str:
    """A feather duster, tilted."""
    plume = spread(
        lambda i: turn(oval((200, 118, 24, 78), body if i % 2 else light(body, 0.2)), -48 + i * 16, 200, 190), 7
    )
    tool = (
        plume
        + oval((200, 140, 40, 62), light(body, 0.1))
        + rect((190, 186, 20, 132), grip, r=8)
        + rect((202, 192, 7, 120), dark(grip), r=3)
        + rect((184, 182, 32, 18), "brick", r=5)
    )
    return shadow(210, 80, 326) + turn(tool, 18)


@drawing
def clothes_peg(*, body: str = "wood") -> str:
    """Wooden pegs on a line, a shirt-tail hanging."""
    peg = (
        rect((-13, -30, 11, 84), body, r=4)
        + rect((2, -30, 11, 84), dark(body), r=4)
        + rect((-16, -4, 32, 8), "zinc", r=3)
    )
    return (
        line("M20 124C120 150 280 150 380 124", "slate", 5)
        + shape("M96 146C150 156 180 156 210 154L206 300C176 290 150 306 100 294Z", "cream")
        + line("M120 160L122 288M146 162L146 290M176 162L174 288", "blue", 5)
        + move(peg, 108, 132)
        + move(peg, 198, 140)
        + turn(move(peg, 258, 140), 4, 258, 140)
        + turn(move(peg, 312, 132), -6, 312, 132)
        + shadow(300, 60, 322)
        + turn(move(peg, 300, 304), 76, 300, 304)
        + turn(move(peg, 262, 308), 104, 262, 308)
    )


@drawing
def candle(*, body: str = "honey", trim: str = "brass") -> str:
    """Beeswax candles, one burning in its holder."""
    return (
        shadow(170, 90)
        + veil(disc(170, 92, 60, "lemon"), 0.28)
        + shape("M170 52C190 80 190 108 170 112C150 108 150 80 170 52Z", "lemon")
        + shape("M170 76C180 92 180 108 170 110C160 108 160 92 170 76Z", "terra")
        + line("M170 110L170 128", "ink", 4)
        + rect((144, 126, 52, 164), body, r=6)
        + rect((178, 126, 18, 164), dark(body, 0.15), r=6)
        + spread(lambda i: line(f"M146 {150 + i * 26}L194 {142 + i * 26}", light(body, 0.2), 4), 5)
        + shape("M144 140C150 152 152 168 158 172C164 168 162 146 168 134L146 130Z", light(body, 0.3))
        + shape("M96 286L244 286C240 308 220 318 170 318C120 318 100 308 96 286Z", trim)
        + line("M240 292C272 284 276 316 236 310", trim, 8)
        + rect((282, 214, 24, 104), body, r=4)
        + rect((316, 196, 24, 122), dark(body, 0.1), r=4)
        + line("M294 214L294 202M328 196L328 184", "cream", 4)
        + rect((278, 258, 66, 18), "cream")
    )
