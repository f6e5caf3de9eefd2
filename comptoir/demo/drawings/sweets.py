"""Sweet things, syrups and juices."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    dark,
    disc,
    drawing,
    gleam,
    light,
    line,
    mirror,
    move,
    oval,
    rect,
    shadow,
    shape,
    spread,
    turn,
    turned,
    veil,
)


@drawing
def biscuit_tin(*, body: str = "blue", trim: str = "straw") -> str:
    """A square tin with biscuits leaning on it."""
    biscuit = (
        disc(0, 0, 44, "honey")
        + "".join(
            disc(38 * c, 38 * s, 9, "honey")
            for c, s in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
        )
        + disc(0, 0, 32, light("honey", 0.25))
        + spread(lambda i: disc((-12, 12, 0)[i], (-8, -8, 12)[i], 4, "oak"), 3)
    )
    return (
        shadow(200, 140)
        + rect((80, 148, 190, 170), body, r=8)
        + rect((216, 148, 54, 170), dark(body), r=8)
        + rect((72, 126, 206, 34), light(body, 0.16), r=8)
        + rect((222, 126, 56, 34), body, r=8)
        + rect((80, 232, 190, 10), trim)
        + oval((175, 238, 50, 42), "cream")
        + oval((175, 238, 40, 32), trim)
        + line("M175 258L175 222M175 240l-12 -12M175 240l12 -12", body, 5)
        + move(biscuit, 290, 262)
        + move(biscuit, 248, 288, 0.62)
        + gleam("M94 176L94 222", 7)
    )


@drawing
def fruit_pouch(*, body: str = "wood", fruit: str = "rose", trim: str = "leaf") -> str:
    """A window pouch of dried fruit."""
    return (
        shadow(196, 110)
        + shape(
            "M112 112L284 112C278 180 280 250 296 306C296 316 290 318 282 318L114 318"
            "C106 318 100 316 100 306C116 250 118 180 112 112Z",
            body,
        )
        + shape(
            "M244 112L284 112C278 180 280 250 296 306C296 316 290 318 282 318L254 318C262 250 256 180 244 112Z",
            dark(body, 0.14),
        )
        + rect((106, 98, 184, 24), dark(body, 0.25), r=5)
        + spread(lambda i: rect((112 + i * 18, 102, 9, 16), dark(body, 0.4)), 10)
        + rect((138, 206, 118, 84), "cream", r=42)
        + spread(
            lambda i: oval((164 + (i % 3) * 33, 232 + (i // 3) * 30, 19, 14), fruit if i % 2 else light(fruit, 0.3)), 6
        )
        + line("M198 186L198 160M198 174l-14 -11M198 174l14 -11", trim, 6)
        + oval((326, 306, 26, 15), fruit)
        + oval((326, 303, 12, 6), dark(fruit, 0.2))
    )


@drawing
def sweet_jar(*, cap: str = "brick") -> str:
    """A glass jar of striped sweets."""

    def sweet(i: int) -> str:
        colour = ("brick", "leaf", "lemon", "rose", "sky")[i % 5]
        x, y = 142 + (i % 4) * 38 + (i // 4 % 2) * 8, 292 - (i // 4) * 32
        return turn(
            rect((x - 15, y - 11, 30, 22), colour, r=8) + rect((x - 4, y - 11, 7, 22), "cream"),
            (i * 37) % 60 - 30,
            x,
            y,
        )

    return (
        shadow(200, 110)
        + rect((104, 144, 192, 174), "glass", r=34)
        + spread(sweet, 15)
        + veil(rect((104, 144, 192, 174), "glass", r=34), 0.25)
        + rect((120, 116, 160, 34), cap, r=9)
        + rect((230, 116, 50, 34), dark(cap), r=9)
        + disc(200, 104, 16, cap)
        + gleam("M122 190L122 280", 9)
    )


@drawing
def syrup_bottle(*, fill: str = "brick", trim: str = "leaf") -> str:
    """A swing-top bottle of syrup and a full glass."""
    return (
        shadow(190, 130)
        + turned([(18, 98), (18, 98), (20, 150), (58, 196), (64, 226), (64, 308), (56, 318), (56, 318)], fill, 170)
        + rect((150, 84, 40, 16), "terra", r=4)
        + rect((154, 62, 32, 24), "cream", r=9)
        + line("M150 128L146 90C150 74 190 74 194 90L190 128", "slate", 4)
        + rect((120, 222, 100, 70), "cream", r=4)
        + line("M170 280L170 242M170 262l-14 -12M170 262l14 -12", trim, 5)
        + shape("M262 222L342 222L332 318L272 318Z", "glass")
        + shape("M266 254L338 254L332 314C332 318 272 318 272 314Z", light(fill, 0.35))
        + line("M300 300L330 196", "cream", 6)
        + gleam("M274 232L280 300", 5)
    )


@drawing
def juice_bottle(*, fill: str = "#e0a64a", fruit: str = "leaf") -> str:
    """A bottle of apple juice, an apple and its half."""
    apple = (
        shape("M0 -26C20 -40 44 -26 40 4C38 30 18 44 0 36C-18 44 -38 30 -40 4C-44 -26 -20 -40 0 -26Z", fruit)
        + line("M0 -26C0 -36 4 -44 10 -48", "oak", 5)
        + gleam("M-26 -8C-26 -16 -22 -20 -16 -22", 5)
    )
    half = (
        shape("M0 -26C20 -40 44 -26 40 4C38 30 18 44 0 36C-18 44 -38 30 -40 4C-44 -26 -20 -40 0 -26Z", "cream")
        + oval((-5, 4, 4, 8), "oak")
        + oval((6, 4, 4, 8), "oak")
    )
    return (
        shadow(196, 130)
        + turned([(20, 82), (20, 82), (24, 122), (60, 172), (64, 200), (64, 308), (56, 318), (56, 318)], fill, 166)
        + rect((142, 58, 48, 30), "cream", r=6)
        + rect((116, 210, 100, 70), "cream", r=4)
        + move(mirror(apple, 0), 166, 248, 0.55)
        + move(apple, 286, 280)
        + move(half, 336, 298, 0.6)
        + gleam("M158 96L152 140", 6)
    )
