"""What is held in the hand to cut, stir, mill and strain."""

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
    ring,
    shadow,
    shape,
    spread,
    turn,
    turned,
)


@drawing
def cutting_board(*, body: str = "wood", grip: str = "oak") -> str:
    """A beech board, a tomato and a slice."""
    return (
        shadow(206, 140, 300, 20)
        + turn(
            rect((84, 110, 210, 168), body, r=18)
            + rect((288, 172, 78, 44), body, r=20)
            + disc(344, 194, 9, "table")
            + rect((84, 266, 210, 14), dark(body), r=7)
            + line("M106 144L262 144M100 180L268 180M110 216L254 216M104 248L260 248", dark(body, 0.1), 3),
            -12,
        )
        + disc(160, 208, 42, "brick")
        + shape("M144 172C152 180 166 180 176 170C172 184 164 186 160 192C156 186 148 184 144 172Z", "leaf")
        + gleam("M132 200C134 190 140 184 146 182", 6)
        + disc(240, 216, 32, "brick")
        + disc(240, 216, 25, "rose")
        + spread(lambda i: oval((240 + (9, -9, 0)[i], 216 + (-5, -5, 10)[i], 6, 8), "brick"), 3)
        + line("M292 146L292 146", grip, 1)
    )


@drawing
def paring_knife(*, body: str = "brick", blade: str = "steel") -> str:
    """A small kitchen knife, slanting."""
    tool = (
        shape("M182 196C170 150 176 96 204 52C222 96 226 150 218 196Z", blade)
        + shape("M204 52C222 96 226 150 218 196L204 196C206 150 208 100 204 52Z", light(blade, 0.5))
        + rect((180, 192, 40, 14), dark(blade, 0.3), r=3)
        + shape("M180 204L220 204C224 240 226 290 220 330C216 346 186 346 182 330C176 290 178 240 180 204Z", body)
        + shape("M206 204L220 204C224 240 226 290 220 330C218 338 212 342 206 342Z", dark(body))
        + spread(lambda i: disc(200, 230 + i * 36, 5, "brass"), 3)
    )
    return shadow(204, 110, 316) + turn(move(tool, 0, 4), 42, 200, 200)


@drawing
def bread_knife(*, body: str = "wood", blade: str = "steel") -> str:
    """A serrated knife over a country loaf."""
    teeth = "".join("l6 7l6 -7" for _ in range(15))
    return (
        shadow(196, 140)
        + shape(
            "M62 300C52 230 120 196 196 196C272 196 340 230 330 300"
            "C328 316 316 318 304 318L88 318C76 318 64 316 62 300Z",
            "honey",
        )
        + shape(
            "M268 210C316 226 336 256 330 300C328 316 316 318 304 318L246 318C276 290 280 250 268 210Z",
            dark("honey", 0.14),
        )
        + line("M120 240L150 286M170 226L196 276M224 224L244 272", "cream", 9)
        + turn(
            shape(f"M60 150L250 142L250 172L60 172{teeth}L60 172Z", blade)
            + shape("M60 150L250 142L250 152L66 160Z", light(blade, 0.5))
            + rect((246, 140, 104, 34), body, r=12)
            + rect((250, 160, 96, 12), dark(body), r=6)
            + spread(lambda i: disc(272 + i * 28, 156, 5, "brass"), 3),
            -12,
        )
    )


@drawing
def wooden_spoon(*, body: str = "wood") -> str:
    """Three boxwood spoons spread like a hand."""
    spoon = (
        rect((193, 130, 14, 190), body, r=6)
        + rect((201, 140, 6, 172), dark(body), r=3)
        + oval((200, 98, 32, 46), body)
        + oval((203, 100, 21, 33), dark(body, 0.22))
        + gleam("M178 84C180 74 186 66 192 62", 5)
    )
    flat = (
        rect((193, 130, 14, 190), dark(body, 0.1), r=6)
        + shape("M172 56L228 56C232 96 226 140 206 150L194 150C174 140 168 96 172 56Z", dark(body, 0.1))
        + rect((192, 70, 5, 60), dark(body, 0.35), r=2)
        + rect((203, 70, 5, 60), dark(body, 0.35), r=2)
    )
    return shadow(200, 70, 328) + turn(flat, 24, 200, 320) + turn(spoon, -24, 200, 320) + turn(spoon, 0, 200, 320)


@drawing
def whisk(*, body: str = "steel", grip: str = "wood") -> str:
    """A balloon whisk."""
    wires = spread(
        lambda i: line(
            f"M200 214C{200 - 72 + i * 18} 160 {200 - 78 + i * 20} 60 200 52"
            f"C{200 + 72 - i * 18} 60 {200 + 78 - i * 20} 160 200 214",
            dark(body, 0.1 + i * 0.07),
            5,
        ),
        4,
    )
    tool = (
        wires
        + rect((184, 206, 32, 118), grip, r=14)
        + rect((204, 214, 10, 102), dark(grip), r=5)
        + rect((182, 206, 36, 14), "brass", r=4)
        + disc(200, 308, 5, "ink")
    )
    return shadow(208, 90, 328) + turn(tool, 20)


@drawing
def food_mill(*, body: str = "steel", grip: str = "brick") -> str:
    """A vegetable mill with its crank."""
    return (
        shadow(196, 110)
        + line("M110 300L96 318M282 300L296 318", dark(body, 0.4), 10)
        + line("M300 190L380 172", dark(body, 0.3), 12)
        + rect((346, 160, 40, 22), grip, r=10)
        + shape("M80 176L312 176C308 250 270 302 250 306L142 306C122 302 84 250 80 176Z", body)
        + shape("M246 176L312 176C308 250 270 302 250 306L214 306C236 270 246 220 246 176Z", dark(body))
        + oval((196, 176, 116, 26), light(body, 0.5))
        + oval((196, 178, 104, 20), dark(body, 0.35))
        + line("M196 184L196 96L250 96", dark(body, 0.5), 9)
        + rect((240, 64, 22, 44), grip, r=9)
        + disc(196, 98, 9, dark(body, 0.5))
        + gleam("M104 206C108 240 120 264 132 280", 9)
    )


@drawing
def grater(*, body: str = "steel", grip: str = "brick") -> str:
    """A box grater."""
    holes = "".join(f"M{158 + c * 24 - r * 2} {172 + r * 26}a7 6 0 0 1 14 0z" for r in range(5) for c in range(4))
    return (
        shadow(204, 100)
        + line("M164 128C164 76 244 76 244 128", grip, 16)
        + shape("M142 126L228 126L252 314L116 314Z", body)
        + shape("M228 126L264 132L300 304L252 314Z", dark(body))
        + shape(holes, dark(body, 0.5))
        + line("M244 170L264 262M256 168L278 258", dark(body, 0.45), 5)
        + rect((138, 120, 94, 12), dark(body, 0.3), r=4)
        + rect((112, 308, 144, 12), dark(body, 0.3), r=4)
        + gleam("M140 160L128 286", 5)
    )


@drawing
def funnel(*, body: str = "zinc") -> str:
    """A wide funnel with a ring."""
    return (
        shadow(200, 70, 330)
        + shape("M80 130L320 130L226 246L220 326L180 326L174 246Z", body)
        + shape("M248 130L320 130L226 246L220 326L202 326L206 246Z", dark(body))
        + oval((200, 130, 120, 26), light(body, 0.4))
        + oval((200, 132, 108, 20), dark(body, 0.4))
        + ring((326, 158), (18, 18), dark(body, 0.4), 7)
        + gleam("M116 164L172 232", 8)
    )


@drawing
def rolling_pin(*, body: str = "wood", grip: str = "oak") -> str:
    """A rolling pin over floured paste."""
    pin = (
        rect((92, 172, 216, 58), body, r=14)
        + rect((96, 206, 208, 22), dark(body), r=10)
        + rect((44, 188, 50, 26), grip, r=12)
        + rect((306, 188, 50, 26), grip, r=12)
        + gleam("M112 186L240 186", 7)
    )
    return (
        oval((200, 296, 150, 34), "cream")
        + oval((200, 290, 150, 34), light("linen", 0.3))
        + spread(lambda i: disc(70 + i * 62, 318 + (i % 2) * 14, 4, "cream"), 5)
        + shadow(200, 110, 268, 16)
        + turn(pin, -14, 200, 210)
    )


@drawing
def mortar(*, body: str = "zinc", pestle: str = "wood") -> str:
    """A stone mortar, a wooden pestle, a garlic clove."""
    return (
        shadow(200, 110)
        + turn(rect((208, 60, 28, 150), pestle, r=13) + rect((224, 70, 9, 130), dark(pestle), r=4), 24, 222, 180)
        + turned([(104, 182), (104, 182), (100, 230), (72, 278), (64, 290), (70, 318), (70, 318)], body)
        + oval((200, 182, 104, 24), light(body, 0.4))
        + oval((200, 184, 90, 18), dark(body, 0.35))
        + mirror(
            shape(
                "M96 318C74 318 66 300 80 288C86 282 90 276 92 266C98 276 104 282 112 288C126 300 118 318 96 318Z",
                "cream",
            ),
            200,
        )
        + line("M306 318C302 304 302 290 307 276", "rose", 3)
    )
