"""The drogueriste's shelves: soaps, powders, wax, brushes."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    Box,
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
)


def label(place: Box, trim: str) -> str:
    """A plain paper label: a frame, a sprig, two lines; never a word."""
    x, y, w, h = place
    cx = x + w / 2
    return (
        rect((x, y, w, h), "cream", r=3)
        + rect((x, y, w, 10), trim, r=3)
        + line(
            f"M{cx} {y + h * 0.62:g}L{cx} {y + h * 0.34:g}M{cx} {y + h * 0.5:g}l-10 -9M{cx} {y + h * 0.5:g}l10 -9",
            trim,
            4,
        )
        + rect((x + w * 0.25, y + h * 0.74, w * 0.5, 4), "ink")
        + rect((x + w * 0.34, y + h * 0.84, w * 0.32, 4), "zinc")
    )


@drawing
def cube_soap(*, body: str = "leaf") -> str:
    """A stamped cube of soap, a slice beside it."""
    return (
        shadow(196, 130)
        + shape("M86 168L196 140L300 168L300 282L190 318L86 284Z", body)
        + shape("M86 168L196 140L300 168L190 200Z", light(body, 0.3))
        + shape("M190 200L300 168L300 282L190 318Z", dark(body, 0.18))
        + line("M110 206L166 222L166 278L110 260Z", dark(body, 0.22), 5)
        + line("M126 232L150 239M126 248L150 255", dark(body, 0.22), 5)
        + line("M138 172L196 158L252 172L194 188Z", dark(body, 0.1), 4)
        + shape("M284 318L350 302L350 320L288 336Z", body)
        + shape("M284 318L350 302L342 296L278 312Z", light(body, 0.3))
        + disc(76, 308, 9, "cream")
        + disc(60, 316, 6, "cream")
    )


@drawing
def jug_bottle(*, body: str = "oak", trim: str = "green", cap: str = "ink") -> str:
    """A handled bottle of liquid soap."""
    return (
        shadow(200, 90)
        + rect((178, 74, 44, 34), cap, r=6)
        + rect((184, 104, 32, 20), dark(body, 0.2))
        + shape(
            "M184 118L216 118C226 140 284 150 284 196L284 300C284 312 278 318 268 318"
            "L132 318C122 318 116 312 116 300L116 196C116 150 174 140 184 118Z",
            body,
        )
        + shape(
            "M236 146C262 156 284 168 284 196L284 300C284 312 278 318 268 318L242 318C256 270 256 190 236 146Z",
            dark(body),
        )
        + oval((246, 184, 16, 26), "table")
        + label((134, 214, 118, 88), trim)
        + gleam("M134 186C140 172 150 164 164 158", 7)
    )


@drawing
def soap_bar(*, body: str = "rose", trim: str = "cream") -> str:
    """Two oval soaps, one in its paper."""
    bar = (
        rect((-82, -40, 164, 80), body, r=36)
        + shape("M-46 40L46 40C70 40 82 24 82 0C60 30 -40 34 -74 24C-66 34 -58 40 -46 40Z", dark(body, 0.16))
        + rect((-50, -20, 100, 34), light(body, 0.25), r=16)
        + gleam("M-62 -16C-58 -26 -50 -30 -40 -31", 6)
    )
    return (
        shadow(210, 130)
        + turn(move(bar, 226, 204), -8, 226, 204)
        + turn(move(bar, 176, 274), 4, 176, 274)
        + turn(
            rect((128, 232, 96, 86), trim, r=2)
            + rect((128, 262, 96, 6), dark(trim, 0.3))
            + rect((128, 274, 96, 3), dark(trim, 0.3)),
            4,
            176,
            274,
        )
        + spread(lambda i: disc((318, 340, 330)[i], (262, 240, 290)[i], (14, 9, 7)[i], "cream"), 3)
        + line("M66 232C78 204 82 186 84 166M74 214l-14 -10M77 202l12 -12M80 190l-12 -12", "leaf", 5)
    )


@drawing
def vinegar_bottle(*, body: str = "glass", trim: str = "leaf", cap: str = "green") -> str:
    """A plain litre bottle with a label."""
    return (
        shadow(200, 70)
        + turned([(20, 96), (20, 96), (22, 130), (58, 168), (62, 196), (62, 310), (54, 318), (54, 318)], body)
        + rect((176, 70, 48, 34), cap, r=6)
        + spread(lambda i: rect((182 + i * 9, 74, 3, 26), dark(cap, 0.3)), 5)
        + label((142, 204, 116, 86), trim)
        + gleam("M152 182L150 196", 6)
    )


@drawing
def powder_tub(*, body: str = "cream", trim: str = "sky") -> str:
    """A cardboard tub of white powder, a scoop in front."""
    return (
        shadow(196, 110)
        + rect((104, 130, 176, 188), body, r=6)
        + rect((236, 130, 44, 188), dark(body, 0.12), r=6)
        + rect((98, 112, 188, 34), trim, r=8)
        + rect((240, 112, 46, 34), dark(trim, 0.15), r=8)
        + label((126, 172, 108, 110), trim)
        + oval((304, 314, 40, 14), "cream")
        + shape("M272 314C284 290 324 290 336 314Z", "cream")
        + turn(rect((296, 274, 70, 12), "wood", r=5), -24, 330, 280)
        + gleam("M116 160L116 300", 6)
    )


@drawing
def paper_bag(*, body: str = "wood", trim: str = "blue", fill: str = "cream") -> str:
    """A folded kraft bag with its label; `fill` shows at its foot."""
    return (
        shadow(200, 110)
        + shape("M118 128L282 128L292 318L108 318Z", body)
        + shape("M240 128L282 128L292 318L252 318Z", dark(body, 0.16))
        + shape("M114 92L286 92L284 140L116 140Z", light(body, 0.12))
        + line("M116 116L285 116", dark(body), 4)
        + rect((186, 84, 28, 64), "oak", r=4)
        + rect((196, 84, 5, 64), dark("oak"))
        + label((144, 176, 104, 110), trim)
        + spread(lambda i: disc(82 + (i % 4) * 9 - (i // 4) * 4, 316 - (i // 4) * 8, 6, fill), 7)
        + spread(lambda i: disc(306 + i * 13, 316, 6, fill), 3)
    )


@drawing
def shaker_tin(*, body: str = "sage", trim: str = "green") -> str:
    """A round shaker tin with a pierced lid."""
    return (
        shadow(200, 80)
        + rect((128, 140, 144, 178), body, r=10)
        + rect((232, 140, 40, 178), dark(body), r=10)
        + shape("M122 140C126 110 274 110 278 140Z", "steel")
        + rect((120, 134, 160, 18), dark("steel", 0.15), r=6)
        + spread(lambda i: oval((168 + i * 16, 124 - (i % 2) * 4, 4, 2.5), "ink"), 5)
        + label((146, 178, 88, 106), trim)
        + gleam("M140 166L140 300", 6)
    )


@drawing
def wax_tin(*, body: str = "honey", trim: str = "green") -> str:
    """A flat tin of beeswax, open, with a cloth."""
    return (
        shadow(190, 140)
        + turn(
            oval((262, 214, 92, 88), dark(trim, 0.2))
            + oval((258, 210, 92, 88), trim)
            + oval((258, 210, 74, 70), light(trim, 0.12))
            + line("M258 236L258 188M258 212l-20 -16M258 212l20 -16", "straw", 6),
            8,
            258,
            210,
        )
        + shape("M60 258L260 258L254 310C252 318 246 318 240 318L80 318C72 318 68 318 66 310Z", "steel")
        + shape("M212 258L260 258L254 310C252 318 246 318 240 318L206 318Z", dark("steel", 0.2))
        + oval((160, 258, 100, 26), light("steel", 0.4))
        + oval((160, 258, 90, 21), body)
        + oval((150, 255, 48, 10), light(body, 0.3))
        + shape("M280 318C276 290 300 284 312 292C322 276 350 286 346 304C352 312 346 320 338 320Z", "linen")
        + gleam("M80 280L86 306", 6)
    )


@drawing
def clay_pot(*, body: str = "cream", trim: str = "blue", sponge: str = "lemon") -> str:
    """A pot of white clay paste with its sponge."""
    return (
        shadow(200, 130)
        + rect((88, 186, 172, 132), "glass", r=12)
        + rect((96, 210, 156, 102), body, r=8)
        + rect((80, 168, 188, 30), trim, r=8)
        + rect((224, 168, 44, 30), dark(trim), r=8)
        + rect((112, 226, 124, 66), light(trim, 0.75), r=3)
        + line("M174 276L174 242M174 260l-12 -10M174 260l12 -10", trim, 5)
        + rect((252, 268, 104, 50), sponge, r=12)
        + rect((252, 298, 104, 20), dark(sponge, 0.14), r=9)
        + spread(lambda i: disc(268 + i * 17, 282 + (i % 2) * 8, 4, dark(sponge)), 5)
        + gleam("M102 212L102 296", 7)
    )
