"""The house's own pictures: its mark (a hollyhock, which is what a passerose is), its front, one per department."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    DRAWINGS,
    dark,
    disc,
    gleam,
    light,
    line,
    move,
    oval,
    rect,
    shape,
    spread,
    turn,
)

DEPARTMENTS = {
    "jardin": (("watering_can", 0), ("flower_pot", 1)),
    "cuisine": (("casserole", 0), ("wooden_spoon", 1)),
    "table": (("pitcher", 0), ("footed_bowl", 1)),
    "maison": (("desk_lamp", 0), ("market_basket", 1)),
    "droguerie": (("jug_bottle", 0), ("cube_soap", 1)),
    "epicerie": (("honey_jar", 0), ("oil_bottle", 1)),
    "papier-jeux": (("pencils", 0), ("train", 1)),
}
"""Department -> the two objects that stand for it, left and right."""


def mark() -> str:
    """The hollyhock: five petals round a straw heart, on the green of the shop."""
    petal = shape("M32 32C22 27 16 15 24 9C27 7 30 8 32 10C34 8 37 7 40 9C48 15 42 27 32 32Z", "brick")
    vein = line("M32 30L32 17", "rose", 1.6)
    flower = spread(lambda i: turn(petal + vein, i * 72, 32, 32), 5)
    return _page(
        rect((0, 0, 64, 64), "green", r=12) + flower + disc(32, 32, 6.5, "straw") + disc(32, 32, 2.6, "cream"), 64, 64
    )


def front() -> str:
    """The shop front in Saumur: white limestone, green joinery, baskets on the pavement."""
    stones = "".join(f"M0 {y}L640 {y}" for y in (40, 80, 120))
    sky = rect((0, 0, 640, 400), "#e6eeec") + disc(560, 50, 26, "#f3dfa6")
    wall = rect((60, 24, 520, 316), "#f6efdf") + line(stones.replace("M0", "M60").replace("L640", "L580"), "linen", 2)
    panes = (
        rect((104, 176, 264, 128), "glass")
        + rect((408, 176, 120, 164), dark("green", 0.2))
        + rect((424, 190, 88, 96), "glass")
    )
    stripes = spread(lambda i: shape(f"M{84 + i * 59} 128h29.500l0 42a14.750 11 0 0 1 -29.500 0z", "brick"), 8)
    awning = (
        rect((84, 128, 472, 42), "cream")
        + stripes
        + spread(lambda i: oval((128.3 + i * 59, 170, 14.7, 11), "cream"), 8)
    )
    frame = rect((84, 100, 472, 28), "green") + rect((84, 170, 472, 170), "green")
    shown = ("teapot", "jam_jar", "casserole", "pitcher")
    goods = spread(lambda i: move(DRAWINGS[shown[i]](), 106 + i * 62, 204, 0.24), 4) + rect((112, 280, 248, 8), "oak")
    flower = spread(lambda i: line(f"M{596 + i * 10} 340L{592 + i * 12} {226 + i * 18}", "leaf", 5), 2) + spread(
        lambda i: disc(592 + (i % 2) * 13, 228 + i * 17, 10, "rose" if i % 2 else "brick"), 6
    )
    basket = shape("M28 296L100 296L92 340L36 340Z", "straw") + line("M32 310h64M34 324h60", dark("straw"), 4)
    leeks = line("M46 296L40 258M64 296L64 250M82 296L88 258", "leaf", 9)
    pavement = rect((0, 340, 640, 60), "#d9d0be") + rect((0, 340, 640, 6), dark("linen"))
    knob = disc(500, 300, 5, "brass") + gleam("M118 186L118 268", 5) + gleam("M436 200L436 272", 5)
    return _page(
        sky + wall + frame + panes + goods + awning + pavement + leeks + basket + flower + knob + _sign(), 640, 400
    )


def department(code: str) -> str:
    """Two objects of a department side by side on the counter."""
    places = ((-22, 28, 0.78), (156, 62, 0.66))
    things = "".join(move(DRAWINGS[name](), *places[place]) for name, place in DEPARTMENTS[code])
    return _page(rect((0, 0, 400, 320), light("sage", 0.72)) + rect((0, 240, 400, 80), "table") + things, 400, 320)


def _sign() -> str:
    """No word on it: a hollyhock between two lines."""
    small = spread(lambda i: turn(oval((320, 107, 4.5, 7), "rose"), i * 72, 320, 114), 5)
    return line("M190 114L296 114M344 114L450 114", "straw", 3) + small + disc(320, 114, 4, "straw")


def _page(parts: str, width: int, height: int) -> str:
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{parts}</svg>'
