"""Wooden toys."""

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
    ring,
    shadow,
    shape,
    spread,
    turn,
    turned,
)


def _wheel(x: float, y: float, r: float, colour: str) -> str:
    return disc(x, y, r, colour) + disc(x, y, r * 0.62, light(colour, 0.3)) + disc(x, y, r * 0.2, "ink")


@drawing
def train(*, body: str = "green", trim: str = "brick") -> str:
    """A wooden engine and its wagon of logs."""
    return (
        shadow(200, 170)
        + rect((44, 252, 134, 34), "straw", r=8)
        + spread(lambda i: disc(72 + i * 38, 240, 19, "wood") + disc(72 + i * 38, 240, 10, light("wood", 0.4)), 3)
        + line("M176 274L204 274", "ink", 8)
        + rect((196, 178, 74, 106), trim, r=8)
        + rect((186, 164, 94, 20), dark(trim), r=8)
        + rect((212, 200, 42, 34), "sky", r=6)
        + rect((262, 216, 94, 68), body, r=14)
        + rect((262, 256, 94, 28), dark(body), r=10)
        + shape("M304 216L300 176L338 176L330 216Z", "ink")
        + disc(320, 156, 13, "cream")
        + disc(342, 136, 9, "cream")
        + disc(358, 250, 9, "lemon")
        + spread(
            lambda i: _wheel(
                (76, 146, 226, 288, 334)[i],
                296,
                (22, 22, 24, 20, 20)[i],
                ("blue", "blue", "lemon", "brick", "brick")[i],
            ),
            5,
        )
        + gleam("M272 230L296 230", 6)
    )


@drawing
def blocks(*, body: str = "brick") -> str:
    """A tower of wooden blocks with an arch."""
    return (
        shadow(200, 130)
        + rect((84, 246, 72, 72), body, r=6)
        + rect((244, 246, 72, 72), "green", r=6)
        + shape(
            "M160 318L160 282C160 256 240 256 240 282L240 318L224 318L224 290C224 278 176 278 176 290L176 318Z", "straw"
        )
        + rect((116, 176, 168, 68), "wood", r=6)
        + shape("M160 244C160 204 240 204 240 244Z", "table")
        + rect((136, 106, 60, 68), "blue", r=6)
        + rect((204, 106, 60, 68), "lemon", r=6)
        + shape("M126 104L200 42L274 104Z", "terra")
        + shape("M200 42L274 104L226 104Z", dark("terra"))
        + disc(120, 282, 16, light(body, 0.35))
        + shape("M280 264L296 298L264 298Z", light("green", 0.35))
        + rect((156, 128, 20, 24), "cream", r=10)
        + rect((224, 128, 20, 24), "cream", r=10)
    )


@drawing
def spinning_top(*, body: str = "brick", trim: str = "lemon") -> str:
    """A spinning top, whirling."""
    return (
        shadow(200, 50, 330)
        + line("M74 322C120 340 280 340 326 322M96 306C110 314 128 318 144 320", "linen", 5)
        + turn(
            turned(
                [
                    (7, 72),
                    (7, 72),
                    (8, 128),
                    (30, 140),
                    (96, 176),
                    (112, 210),
                    (84, 252),
                    (22, 296),
                    (6, 326),
                    (2, 330),
                    (2, 330),
                ],
                body,
            )
            + shape("M90 200C140 216 260 216 310 200L311 216C262 234 138 234 89 216Z", trim)
            + shape("M104 176C150 188 250 188 296 176L302 184C250 198 150 198 98 184Z", "cream")
            + disc(200, 68, 12, "wood"),
            12,
            200,
            320,
        )
    )


@drawing
def rocking_horse(*, body: str = "wood", trim: str = "brick") -> str:
    """A rocking horse with a wool mane."""
    return (
        shadow(200, 140, 334)
        + line("M58 296C120 346 280 346 342 296", trim, 18)
        + line("M136 232L110 314M162 240L150 326M244 240L254 326M266 232L292 314", dark(body), 18)
        + shape(
            "M104 182C150 204 210 206 252 190L258 110C262 84 284 74 300 84"
            "C330 96 350 126 346 142C340 154 322 150 312 142L300 144"
            "C296 200 292 246 256 250L140 250C108 250 96 220 104 182Z",
            body,
        )
        + shape(
            "M258 110C246 132 244 160 250 192L232 196C222 160 228 112 262 84"
            "C266 78 276 76 282 78C270 88 262 98 258 110Z",
            "linen",
        )
        + line("M104 190C70 190 66 234 78 262", "linen", 16)
        + shape("M150 178C170 196 210 198 230 184L226 226C200 236 170 234 152 224Z", trim)
        + line("M318 138L262 150", trim, 5)
        + disc(308, 108, 5, "ink")
        + shape("M282 80L290 56L302 84Z", dark(body))
    )


@drawing
def puzzle(*, body: str = "leaf", trim: str = "terra") -> str:
    """A wooden puzzle of farm animals, one piece out."""
    hen = (
        shape("M-34 10C-40 -20 -10 -26 4 -16C8 -40 34 -40 34 -18L44 -12L34 -6C34 22 -20 40 -34 10Z", trim)
        + disc(22, -22, 3, "ink")
        + shape("M14 -36C18 -46 26 -46 30 -36Z", "brick")
    )
    fish = shape("M-36 0C-20 -24 18 -24 30 0C18 24 -20 24 -36 0ZM26 0L48 -16L48 16Z", "sky") + disc(-18, -4, 3, "ink")
    pig = (
        oval((0, 4, 40, 28), "rose")
        + disc(36, 0, 18, "rose")
        + oval((46, 4, 9, 7), dark("rose"))
        + rect((-26, 24, 12, 18), "rose", r=4)
        + rect((10, 24, 12, 18), "rose", r=4)
        + disc(34, -6, 3, "ink")
    )
    return (
        shadow(200, 140, 324)
        + rect((56, 84, 288, 232), "wood", r=12)
        + rect((74, 102, 252, 196), body, r=6)
        + move(pig, 138, 158)
        + disc(256, 158, 42, dark(body, 0.3))
        + move(fish, 140, 248)
        + move(
            shape("M-40 30C-44 -10 -14 -30 10 -30C40 -30 50 0 40 30Z", "cream")
            + disc(34, -16, 15, "ink")
            + rect((-24, 26, 9, 16), "ink")
            + rect((16, 26, 9, 16), "ink"),
            250,
            244,
        )
        + turn(
            oval((314, 92, 44, 42), "#26302b26") + move(disc(0, 0, 42, "lemon") + move(hen, -4, 4, 0.85), 310, 84),
            12,
            310,
            84,
        )
    )


@drawing
def skittles(*, body: str = "wood", trim: str = "brick") -> str:
    """Six skittles and two balls."""

    def pin(i: int) -> str:
        colour = (trim, "green", "lemon", "blue", "terra", "leaf")[i]
        one = (
            shape(
                "M-9 -118L9 -118C22 -104 10 -96 16 -76C32 -50 28 -14 14 0L-14 0"
                "C-28 -14 -32 -50 -16 -76C-10 -96 -22 -104 -9 -118Z",
                body,
            )
            + rect((-12, -90, 24, 9), colour, r=3)
            + oval((0, -44, 25, 8), colour)
        )
        return move(one, (92, 200, 308, 146, 254, 200)[i], (262, 258, 262, 290, 290, 322)[i], 1.1)

    return (
        shadow(200, 150, 316, 22)
        + spread(pin, 6)
        + disc(92, 312, 26, trim)
        + gleam("M78 304C80 296 86 292 92 291", 5)
        + disc(318, 318, 22, "green")
    )


@drawing
def toy_boat(*, body: str = "brick", trim: str = "cream") -> str:
    """A flat-bottomed Loire boat with its square sail, on a pond."""
    return (
        shape(
            "M0 288q20 -14 40 0q20 14 40 0q20 -14 40 0q20 14 40 0q20 -14 40 0q20 14 40 0"
            "q20 -14 40 0q20 14 40 0q20 -14 40 0q20 14 40 0L400 400L0 400Z",
            "sky",
        )
        + rect((196, 56, 9, 190), "oak", r=3)
        + shape("M132 78L268 78C278 120 278 160 268 206L132 206C142 160 142 120 132 78Z", trim)
        + line("M138 112L272 112M138 152L274 152", body, 7)
        + rect((122, 70, 156, 9), "oak", r=4)
        + shape("M205 40L205 62L240 51Z", "green")
        + shape("M64 232L200 246L344 220L316 298C314 304 308 306 300 306L108 306C98 306 92 302 88 294Z", body)
        + shape("M64 232L200 246L344 220L338 240L200 262L72 250Z", light(body, 0.22))
        + line("M30 326q20 -10 40 0q20 10 40 0M230 348q20 -10 40 0q20 10 40 0", "cream", 5)
    )


@drawing
def yoyo(*, body: str = "green", trim: str = "lemon") -> str:
    """A wooden yo-yo at the end of its string."""
    return (
        line("M206 30C196 80 214 110 200 150", "linen", 5)
        + ring((208, 28), (14, 14), "linen")
        + shadow(204, 80, 330)
        + disc(216, 226, 88, dark(body, 0.3))
        + disc(206, 226, 20, "linen")
        + disc(192, 226, 88, body)
        + disc(192, 226, 62, trim)
        + disc(192, 226, 44, body)
        + disc(192, 226, 14, "wood")
        + gleam("M122 204C128 176 148 158 172 152", 8)
    )


@drawing
def domino(*, body: str = "wood", trim: str = "ink") -> str:
    """Wooden dominoes, some standing, some laid."""

    def tile(*dots: tuple[int, int]) -> str:
        return (
            rect((-42, -86, 84, 172), dark(body), r=10)
            + rect((-42, -90, 84, 170), body, r=10)
            + line("M-30 -4L30 -4", dark(body, 0.4), 4)
            + "".join(disc(x, y, 9, trim) for x, y in dots)
        )

    return (
        shadow(200, 150, 318)
        + turn(move(tile((-18, -64), (18, -28), (-18, 26), (18, 56), (0, 41)), 118, 204), -14, 118, 204)
        + turn(move(tile((-18, -64), (18, -64), (-18, -28), (18, -28), (0, 42)), 214, 206), 6, 214, 206)
        + turn(move(tile((0, -46), (-18, 26), (18, 26), (-18, 58), (18, 58), (-18, 42)), 306, 226), 24, 306, 226)
    )


@drawing
def skipping_rope(*, body: str = "linen", grip: str = "brick") -> str:
    """A skipping rope with turned handles."""
    handle = turned([(13, -62), (13, -62), (20, -40), (13, -10), (19, 26), (14, 50), (8, 58), (8, 58)], grip, 0) + rect(
        (-16, -22, 32, 8), "lemon", r=4
    )
    return (
        shadow(200, 140, 330)
        + line("M122 246C96 380 330 352 316 250C304 170 120 186 132 112C150 40 280 70 282 246", dark(body, 0.12), 11)
        + line("M122 246C96 380 330 352 316 250C304 170 120 186 132 112C150 40 280 70 282 246", body, 6)
        + turn(move(handle, 118, 200), 10, 118, 200)
        + turn(move(handle, 284, 206), -6, 284, 206)
    )


@drawing
def kite(*, body: str = "brick", trim: str = "lemon") -> str:
    """A paper kite in the wind."""
    bow = shape("M0 0L-22 -12L-22 12ZM0 0L22 -12L22 12Z", trim)
    return (
        shape("M30 110C20 92 44 78 58 88C66 72 96 76 96 94C112 94 114 114 100 116L44 116Z", "cream")
        + line("M196 262C170 300 236 310 206 346C190 366 220 380 240 374", "linen", 5)
        + move(turn(bow, 30, 0, 0), 190, 292)
        + move(turn(bow, -20, 0, 0), 220, 326)
        + turn(
            shape("M200 48L290 146L200 268L110 146Z", body)
            + shape("M200 48L290 146L200 146Z", trim)
            + shape("M110 146L200 146L200 268Z", "green")
            + line("M200 48L200 268M110 146L290 146", "oak", 5),
            14,
            200,
            150,
        )
    )
