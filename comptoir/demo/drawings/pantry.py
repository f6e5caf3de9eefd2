"""Jars, bottles, tins and bags of good things."""

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
    turned,
    veil,
)


@drawing
def honey_jar(*, fill: str = "honey", cap: str = "straw") -> str:
    """A honey jar, a dipper and a bee."""
    bee = (
        veil(oval((-7, -12, 8, 11), "cream") + oval((9, -12, 8, 11), "cream"), 0.9)
        + oval((0, 0, 17, 11), "lemon")
        + line("M-5 -8L-5 8M5 -8L5 8", "ink", 4)
    )
    return (
        shadow(196, 90)
        + rect((116, 158, 160, 160), fill, r=26)
        + rect((226, 158, 50, 160), dark(fill), r=24)
        + rect((124, 122, 144, 40), cap, r=8)
        + rect((224, 122, 44, 40), dark(cap), r=8)
        + shape("M196 190L244 218L244 272L196 300L148 272L148 218Z", "cream")
        + shape("M196 210L226 228L226 262L196 280L166 262L166 228Z", light(fill, 0.3))
        + gleam("M130 186L130 290", 8)
        + turn(move(bee, 314, 118), 16, 314, 118)
        + line("M292 150C284 160 286 170 296 172", "zinc", 2)
    )


@drawing
def jam_jar(*, fill: str = "brick", cloth: str = "cream", dot: str = "brick") -> str:
    """A jam jar with a cloth hat."""
    return (
        shadow(200, 90)
        + rect((124, 168, 152, 150), fill, r=22)
        + rect((232, 168, 44, 150), dark(fill), r=20)
        + spread(lambda i: disc(148 + (i * 41) % 100, 196 + (i * 29) % 100, 9, light(fill, 0.16)), 7)
        + rect((148, 206, 104, 74), "cream", r=4)
        + disc(200, 236, 17, fill)
        + shape("M200 222C192 212 196 206 204 206C208 212 206 218 200 222Z", "leaf")
        + rect((176, 264, 48, 4), "ink")
        + shape(
            "M112 168C120 120 150 102 200 102C250 102 280 120 288 168"
            "C272 158 262 178 244 166C230 178 216 162 200 170C184 162 170 178 156 166"
            "C138 178 128 158 112 168Z",
            cloth,
        )
        + spread(
            lambda i: disc((150, 184, 220, 254, 168, 206, 240)[i], (138, 122, 124, 142, 154, 146, 156)[i], 5, dot), 7
        )
        + line("M124 150C160 160 240 160 276 150", "straw", 6)
        + gleam("M138 196L138 292", 7)
    )


@drawing
def mustard_pot(*, body: str = "linen", trim: str = "lemon") -> str:
    """A stoneware mustard pot sealed with red wax."""
    return (
        shadow(200, 90)
        + turned([(52, 142), (52, 142), (58, 170), (82, 200), (86, 260), (76, 312), (66, 318), (66, 318)], body)
        + rect((146, 112, 108, 36), "wood", r=8)
        + shape(
            "M138 116C138 96 262 96 262 116L262 136C254 152 246 128 236 140"
            "C226 156 216 130 204 144C192 158 182 130 172 142C160 154 150 128 138 138Z",
            "brick",
        )
        + gleam("M156 112L156 124", 6)
        + rect((142, 212, 116, 70), "cream", r=4)
        + rect((142, 212, 116, 8), trim)
        + spread(lambda i: disc(176 + i * 24, 246 - (i % 2) * 8, 8, trim), 3)
        + rect((170, 266, 60, 4), "ink")
    )


@drawing
def oil_bottle(*, fill: str = "lemon", cap: str = "green", nut: str = "oak") -> str:
    """A tall bottle of oil with three walnuts."""
    walnut = disc(0, 0, 20, nut) + line(
        "M0 -18C-6 -6 6 6 0 18M-13 -7C-7 -3 -9 5 -13 8M13 -7C7 -3 9 5 13 8", dark(nut, 0.35), 3
    )
    return (
        shadow(190, 110)
        + turned([(17, 78), (17, 78), (19, 140), (50, 184), (54, 220), (54, 308), (46, 318), (46, 318)], fill, 186)
        + rect((164, 50, 44, 42), cap, r=6)
        + rect((190, 50, 18, 42), dark(cap, 0.25), r=6)
        + rect((132, 214, 108, 76), "cream", r=3)
        + rect((132, 214, 108, 8), cap)
        + line("M186 272L186 244M186 258l-12 -10M186 258l12 -10", cap, 4)
        + rect((160, 278, 52, 4), "ink")
        + move(walnut, 272, 298)
        + move(walnut, 310, 300, 0.9)
        + gleam("M180 104L179 150", 6)
    )


@drawing
def salt_bag(*, body: str = "linen", trim: str = "blue") -> str:
    """A cloth bag of coarse salt, tied, with a wave."""
    return (
        shadow(200, 110)
        + shape("M148 122C120 98 160 76 200 94C240 76 280 98 252 122Z", body)
        + shape(
            "M150 130C96 170 84 250 96 300C100 314 108 318 120 318L280 318"
            "C292 318 300 314 304 300C316 250 304 170 250 130Z",
            body,
        )
        + shape(
            "M228 130L250 130C304 170 316 250 304 300C300 314 292 318 280 318L244 318C276 260 266 180 228 130Z",
            dark(body, 0.12),
        )
        + line("M150 126L250 126", trim, 9)
        + line("M246 128C272 140 276 158 270 170", trim, 5)
        + line(
            "M138 234q15 -18 31 0q15 18 31 0q15 -18 31 0q15 18 31 0M138 260q15 -18 31 0"
            "q15 18 31 0q15 -18 31 0q15 18 31 0",
            trim,
            6,
        )
        + spread(lambda i: rect((300 + (i % 3) * 16, 308 - (i // 3) * 10, 10, 10), "cream", r=2), 5)
        + gleam("M122 196C112 230 110 262 114 288", 7)
    )


@drawing
def tea_box(*, body: str = "sage", trim: str = "green") -> str:
    """A box of herbal tea, a tied bunch before it."""
    sprig = line("M0 0L0 -70M0 -20l-16 -14M0 -20l16 -14M0 -40l-14 -13M0 -40l14 -13M0 -58l-9 -10M0 -58l9 -10", "leaf", 6)
    return (
        shadow(196, 120)
        + shape("M112 140L256 140L256 318L112 318Z", body)
        + shape("M256 140L292 124L292 302L256 318Z", dark(body, 0.25))
        + shape("M112 140L148 124L292 124L256 140Z", light(body, 0.35))
        + rect((132, 172, 104, 108), "cream", r=52)
        + move(sprig, 184, 266, 1.1)
        + rect((112, 300, 144, 8), trim)
        + turn(move(sprig, 290, 330) + move(sprig, 304, 330) + move(sprig, 276, 330), 64, 290, 312)
        + rect((268, 296, 12, 24), "straw", r=3)
    )


@drawing
def sardine_tin(*, body: str = "steel", trim: str = "blue", fish: str = "sky") -> str:
    """A tin rolled half open on its sardines."""
    sardine = (
        shape("M0 0C30 -16 80 -16 112 0L128 -10L128 12L112 4C80 18 30 18 0 0Z", fish)
        + disc(14, -2, 3, "ink")
        + line("M30 -6C50 -11 80 -10 100 -2", dark(fish, 0.3), 3)
    )
    return (
        shadow(200, 150)
        + rect((54, 176, 292, 132), dark(body), r=36)
        + rect((54, 164, 292, 132), body, r=36)
        + rect((68, 176, 264, 108), "straw", r=28)
        + move(sardine, 86, 204)
        + move(sardine, 80, 232)
        + move(sardine, 88, 260)
        + shape("M212 160L312 160C332 160 348 178 348 198L348 262C348 282 332 300 312 300L212 300Z", trim)
        + rect((196, 152, 34, 156), light(body, 0.3), r=16)
        + rect((214, 152, 16, 156), dark(body, 0.1), r=8)
        + shape("M262 230C276 214 300 214 314 230C300 246 276 246 262 230ZM314 230L328 220L328 240Z", "cream")
    )


@drawing
def dried_bunch(*, body: str = "glass", fill: str = "oak", cap: str = "iron") -> str:
    """A jar of dried mushrooms, one fresh beside it."""
    cap_shape = "M-34 0C-34 -44 34 -44 34 0Z"
    bits = spread(
        lambda i: turn(
            move(
                shape(cap_shape, fill if i % 2 else light(fill, 0.25)) + rect((-8, -2, 16, 20), "linen", r=4),
                152 + (i % 3) * 46,
                222 + (i // 3) * 36,
                0.6,
            ),
            (i * 53) % 70 - 35,
            152 + (i % 3) * 46,
            222 + (i // 3) * 36,
        ),
        9,
    )
    return (
        shadow(190, 120)
        + rect((108, 158, 168, 160), body, r=20)
        + bits
        + veil(rect((108, 158, 168, 160), body, r=20), 0.28)
        + rect((116, 128, 152, 34), cap, r=8)
        + gleam("M124 182L124 292", 8)
        + rect((294, 284, 26, 36), "cream", r=8)
        + move(shape(cap_shape, "linen"), 307, 290, 1.15)
        + line("M284 284L330 284", dark("linen", 0.3), 4)
    )
