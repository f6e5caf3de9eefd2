"""Woven things: baskets of osier, palm, rush, and one of wire."""

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
)


def _weave(place: tuple[float, float, int, int], colour: str) -> str:
    """Short crossing strokes, half a step shifted on each row."""
    x, y, columns, rows = place
    marks = "".join(f"M{x + c * 24 + (r % 2) * 12:g} {y + r * 18:g}h11" for r in range(rows) for c in range(columns))
    return line(marks, dark(colour), 5)


@drawing
def market_basket(*, body: str = "straw", trim: str = "oak") -> str:
    """A willow market basket with two handles and leeks."""
    leek = rect((-8, 0, 16, 100), "cream", r=6) + shape(
        "M-10 4C-24 -40 -20 -60 -30 -76C-8 -60 -4 -40 0 -20C4 -44 10 -60 30 -72C22 -50 20 -30 10 4Z", "leaf"
    )
    return (
        shadow(200, 130)
        + turn(move(leek, 150, 134), -10, 150, 200)
        + turn(move(leek, 238, 140), 14, 238, 200)
        + line("M118 204C118 96 182 96 190 204", dark(trim), 12)
        + line("M210 204C218 96 282 96 282 204", trim, 12)
        + shape("M72 194L328 194L298 304C296 316 288 318 280 318L120 318C112 318 104 316 102 304Z", body)
        + _weave((96, 226, 9, 5), body)
        + shape("M262 194L328 194L298 304C296 316 288 318 280 318L246 318Z", "#00000012")
        + rect((64, 182, 272, 24), trim, r=11)
        + line(
            "M78 194h10M110 194h10M142 194h10M174 194h10M206 194h10M238 194h10M270 194h10M302 194h10", light(trim), 5
        )
    )


@drawing
def log_basket(*, body: str = "oak", log: str = "wood") -> str:
    """A deep round basket full of logs."""
    logs = spread(
        lambda i: (
            disc((130, 186, 244, 158, 216, 280)[i], (168, 160, 166, 136, 130, 158)[i], 30, dark(log, 0.3))
            + disc((130, 186, 244, 158, 216, 280)[i], (168, 160, 166, 136, 130, 158)[i], 23, light(log, 0.25))
            + disc((130, 186, 244, 158, 216, 280)[i], (168, 160, 166, 136, 130, 158)[i], 11, log)
        ),
        6,
    )
    return (
        shadow(200, 140)
        + logs
        + shape("M76 180L324 180L306 300C304 316 292 318 282 318L118 318C108 318 96 316 94 300Z", body)
        + _weave((94, 214, 9, 5), body)
        + rect((68, 172, 264, 22), dark(body, 0.15), r=11)
        + line("M70 200C40 206 42 250 82 250M330 200C360 206 358 250 318 250", dark(body, 0.15), 11)
        + gleam("M84 183L180 183", 4)
    )


@drawing
def bread_basket(*, body: str = "straw", trim: str = "linen") -> str:
    """A long bread basket, a cloth and two loaves."""
    loaf = shape("M-60 20C-72 -20 -30 -40 0 -40C30 -40 72 -20 60 20Z", "honey") + line(
        "M-30 -28L-18 -2M-2 -34L8 -6M26 -28L34 -4", "cream", 6
    )
    return (
        shadow(200, 150)
        + turn(move(loaf, 150, 212), -10, 150, 212)
        + turn(move(loaf, 250, 208), 8, 250, 208)
        + shape("M52 226C90 206 130 240 170 226C220 208 260 242 348 224L340 262L60 262Z", trim)
        + line("M70 236C110 226 140 250 176 240C224 226 262 250 332 238", "brick", 4)
        + shape("M46 240L354 240C350 294 318 318 286 318L114 318C82 318 50 294 46 240Z", body)
        + _weave((76, 264, 11, 3), body)
        + rect((40, 232, 320, 18), dark(body, 0.16), r=9)
    )


@drawing
def egg_basket(*, body: str = "iron", egg: str = "cream") -> str:
    """A wire basket with eggs."""
    eggs = spread(
        lambda i: oval(
            ((130, 180, 232, 280, 156, 208, 258)[i], (250, 256, 254, 246, 222, 216, 222)[i], 24, 29),
            (egg, "rose", "linen")[i % 3],
        ),
        7,
    )
    return (
        shadow(200, 110)
        + line("M92 200C96 90 304 90 308 200", body, 7)
        + eggs
        + line(
            "M84 204C84 280 120 314 200 314C280 314 316 280 316 204M76 204L324 204M90 244L310 244M112 282L288 282",
            body,
            6,
        )
        + line("M130 204C132 262 150 300 174 312M270 204C268 262 250 300 226 312M200 204L200 312", body, 5)
        + rect((168, 108, 64, 16), "wood", r=8)
    )


@drawing
def trunk(*, body: str = "straw", trim: str = "oak") -> str:
    """A wicker trunk with leather straps."""
    return (
        shadow(200, 150)
        + rect((62, 190, 276, 128), body, r=8)
        + _weave((80, 234, 11, 5), body)
        + shape("M54 196C54 150 76 140 104 140L296 140C324 140 346 150 346 196Z", light(body, 0.12))
        + line(
            "M74 164h14M104 156h14M134 160h14M164 154h14M194 160h14M224 154h14M254 160h14"
            "M284 156h14M314 164h10M84 182h14M120 178h14M156 182h14M192 178h14M228 182h14"
            "M264 178h14M300 182h14",
            dark(body),
            5,
        )
        + rect((54, 190, 292, 18), trim, r=4)
        + rect((108, 140, 24, 178), trim, r=3)
        + rect((268, 140, 24, 178), dark(trim), r=3)
        + rect((106, 206, 28, 24), "brass", r=4)
        + rect((266, 206, 28, 24), "brass", r=4)
        + line("M176 236C176 262 224 262 224 236", trim, 9)
    )


@drawing
def palm_tote(*, body: str = "straw", trim: str = "brick") -> str:
    """A soft palm-leaf bag with leather handles."""
    return (
        shadow(200, 130)
        + line("M138 178C140 60 260 60 262 178", dark(trim, 0.3), 12)
        + shape("M56 166C110 190 290 190 344 166L312 296C308 314 300 318 286 318L114 318C100 318 92 314 88 296Z", body)
        + line(
            "M72 214C130 236 270 236 328 214M82 252C140 272 260 272 318 252M92 288C150 302 250 302 308 288",
            dark(body, 0.16),
            5,
        )
        + line("M116 186L140 316M170 192L180 318M230 192L220 318M284 186L260 316", dark(body, 0.1), 4)
        + line("M150 188C146 84 254 84 250 188", trim, 12)
        + rect((140, 180, 22, 40), trim, r=5)
        + rect((238, 180, 22, 40), trim, r=5)
        + line("M58 168C112 192 288 192 342 168", light(body, 0.3), 8)
    )


@drawing
def rush_planter(*, body: str = "straw", plant: str = "leaf", trim: str = "cream") -> str:
    """A seagrass pot cover, white-dipped foot, with a rubber plant."""
    leaf = shape("M0 0C-34 -20 -42 -66 -20 -104C16 -84 24 -40 0 0Z", plant) + line(
        "M-2 -8C-10 -40 -14 -70 -18 -92", light(plant, 0.35), 3
    )
    return (
        shadow(200, 100)
        + turn(move(leaf, 196, 196), -40, 196, 196)
        + turn(move(leaf, 208, 196), 52, 208, 196)
        + turn(move(leaf, 200, 200, 1.25), 6, 200, 200)
        + shape("M112 190L288 190C306 240 300 290 276 318L124 318C100 290 94 240 112 190Z", body)
        + shape("M99 262C140 272 260 272 301 262C298 286 290 304 276 318L124 318C110 304 102 286 99 262Z", trim)
        + line("M106 214C150 224 250 224 294 214M100 240C150 250 250 250 300 240", dark(body, 0.18), 5)
        + rect((106, 182, 188, 18), dark(body, 0.12), r=9)
        + gleam("M120 214C114 240 114 262 120 288", 7)
    )


@drawing
def wicker_mat(*, body: str = "straw", trim: str = "brick") -> str:
    """A round woven table mat, seen from above."""
    return (
        shadow(206, 132, 220, 126)
        + disc(200, 206, 128, body)
        + spread(
            lambda i: ring((200, 206), (24 + i * 22, 24 + i * 22), dark(body, 0.12 + (i % 2) * 0.1), 9, dash="14 7"),
            5,
        )
        + ring((200, 206), (122, 122), trim, 9, dash="18 10")
        + disc(200, 206, 9, dark(body))
    )
