"""Stationery and books."""

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
)


@drawing
def notebook(*, body: str = "green", trim: str = "cream") -> str:
    """Two stitched notebooks, cloth back."""
    one = (
        rect((-82, -112, 164, 224), body, r=5)
        + rect((-82, -112, 28, 224), dark(body, 0.35), r=5)
        + line("M-54 -100L-54 100", light(body, 0.4), 2)
        + rect((-26, -74, 84, 54), trim, r=3)
        + line("M-14 -56L46 -56M-14 -42L30 -42", "ink", 3)
        + gleam("M70 -96L70 20", 4)
    )
    return (
        shadow(210, 110, 328)
        + turn(move(rect((-78, -108, 164, 224), "linen", r=5), 232, 206), 10, 232, 206)
        + turn(move(one, 174, 200), -6, 174, 200)
    )


@drawing
def garden_book(*, body: str = "wood", band: str = "brick") -> str:
    """A thick notebook kept by an elastic, a pencil in it."""
    return shadow(206, 110, 322) + turn(
        rect((112, 96, 186, 222), "cream", r=8)
        + line("M296 110L296 306M290 108L290 308", "linen", 2)
        + rect((104, 90, 186, 222), body, r=8)
        + rect((104, 90, 30, 222), dark(body, 0.25), r=8)
        + line(
            "M206 250L206 190M206 226C190 224 182 210 182 198C198 200 206 210 206 226Z"
            "M206 212C206 196 218 186 232 186C232 202 222 212 206 212Z",
            "green",
            6,
        )
        + rect((254, 88, 11, 226), band)
        + rect((300, 128, 14, 150), "lemon", r=3)
        + shape("M300 278L314 278L307 300Z", "linen")
        + rect((300, 118, 14, 14), "rose", r=4),
        -5,
    )


@drawing
def pencils(*, body: str = "green") -> str:
    """Pencils in an enamel mug."""

    def pencil(i: int) -> str:
        colour = ("brick", "lemon", body, "blue", "terra")[i]
        x = 142 + i * 29
        return turn(
            rect((x - 9, 92, 18, 150), colour)
            + rect((x + 2, 92, 7, 150), dark(colour))
            + shape(f"M{x - 9} 92L{x} 60L{x + 9} 92Z", "linen")
            + shape(f"M{x - 4} 74L{x} 60L{x + 4} 74Z", "ink"),
            -16 + i * 8,
            x,
            250,
        )

    return (
        shadow(200, 90)
        + spread(pencil, 5)
        + line("M272 220C322 216 322 286 270 284", "cream", 12)
        + rect((120, 188, 156, 130), "cream", r=8)
        + rect((234, 188, 42, 130), dark("cream", 0.12), r=8)
        + rect((118, 184, 160, 10), "blue", r=5)
        + gleam("M136 212L136 296", 7)
    )


@drawing
def ink_bottle(*, fill: str = "blue", cap: str = "ink") -> str:
    """A square bottle of ink and a blot."""
    return (
        shadow(190, 110)
        + shape(
            "M106 208L146 178L250 178L290 208L290 308C290 316 284 318 278 318L118 318C110 318 106 314 106 308Z", "glass"
        )
        + shape("M116 236L280 236L280 302C280 308 276 310 272 310L124 310C118 310 116 306 116 302Z", fill)
        + shape("M232 236L280 236L280 302C280 308 276 310 272 310L240 310Z", dark(fill))
        + rect((152, 130, 92, 50), cap, r=8)
        + spread(lambda i: rect((160 + i * 14, 134, 4, 42), light(cap, 0.25)), 6)
        + rect((140, 246, 92, 50), "cream", r=3)
        + shape("M186 256C176 270 176 282 186 284C196 282 196 270 186 256Z", fill)
        + gleam("M124 216L150 196", 6)
        + oval((330, 322, 24, 8), fill)
        + disc(360, 316, 5, fill)
    )


@drawing
def dip_pen(*, body: str = "brick", nib: str = "brass") -> str:
    """A pen holder with its nib, a curl of ink behind."""
    pen = (
        rect((190, 40, 20, 190), body, r=10)
        + rect((202, 48, 7, 176), dark(body), r=3)
        + rect((187, 216, 26, 26), "ink", r=5)
        + shape("M188 240L212 240L216 276L200 330L184 276Z", nib)
        + shape("M200 240L212 240L216 276L200 330Z", dark(nib, 0.25))
        + disc(200, 268, 5, "ink")
        + line("M200 270L200 320", "ink", 2)
    )
    return (
        shape("M52 116L330 92L352 340L74 356Z", "cream")
        + line("M90 300C120 270 134 316 160 296C180 280 190 308 168 318M96 188L190 180M98 214L160 208", "blue", 5)
        + shadow(226, 80, 330)
        + turn(pen, 36, 200, 250)
    )


@drawing
def envelopes(*, body: str = "cream", trim: str = "green") -> str:
    """A bundle of envelopes with a wax seal."""
    one = (
        rect((-120, -78, 240, 156), body, r=4)
        + shape("M-120 -74L0 20L120 -74L120 -78L-120 -78Z", dark(body, 0.1))
        + line("M-118 -74L0 20L118 -74", dark(body, 0.2), 3)
    )
    return (
        shadow(204, 140, 306)
        + turn(move(rect((-120, -78, 240, 156), trim, r=4), 216, 192), 9, 216, 192)
        + turn(move(rect((-120, -78, 240, 156), "straw", r=4), 206, 204), 2, 206, 204)
        + turn(
            move(one, 194, 216)
            + disc(194, 236, 21, "brick")
            + disc(194, 236, 14, dark("brick", 0.15))
            + line("M194 244L194 229M194 236l-6 -5M194 236l6 -5", "rose", 3),
            -6,
            194,
            216,
        )
    )


def _book(body: str, art: str) -> str:
    return shadow(206, 110, 328) + turn(
        rect((108, 76, 204, 252), "cream", r=4)
        + line("M306 84L306 320M311 84L311 320", "linen", 2)
        + rect((100, 70, 200, 252), body, r=5)
        + rect((100, 70, 22, 252), dark(body, 0.3), r=5)
        + art
        + gleam("M132 84L132 160", 4),
        4,
    )


@drawing
def garden_volume(*, body: str = "sage", trim: str = "green") -> str:
    """A book on vegetables: a row of leeks on its cover."""
    veg = spread(
        lambda i: (
            rect((156 + i * 36, 206, 14, 64), "cream", r=5)
            + shape(f"M{152 + i * 36} 210l-10 -56l16 34l5 -44l5 44l16 -34l-10 56z", trim)
        ),
        4,
    )
    return _book(
        body,
        veg
        + shape("M122 266L300 266L300 322L122 322Z", "oak")
        + rect((150, 100, 120, 9), trim, r=2)
        + rect((170, 118, 80, 6), trim, r=2),
    )


@drawing
def cook_volume(*, body: str = "brick", trim: str = "cream") -> str:
    """A cookery book: a pot and a ladle on its cover."""
    pot = (
        shape("M156 212L266 212L258 270C256 282 250 284 244 284L178 284C172 284 166 282 164 270Z", trim)
        + rect((146, 200, 130, 14), trim, r=7)
        + line("M228 198L262 134", trim, 8)
        + line("M184 180C176 170 190 162 182 150M208 180C200 170 214 162 206 150", trim, 5)
    )
    return _book(body, pot + rect((156, 98, 108, 9), trim, r=2) + rect((176, 116, 68, 6), trim, r=2))


@drawing
def story_volume(*, body: str = "sky", trim: str = "lemon") -> str:
    """A picture book: a boat on the river under a moon."""
    art = (
        disc(254, 130, 26, trim)
        + shape(
            "M122 244q15 -14 30 0q15 14 30 0q15 -14 30 0q15 14 30 0q15 -14 30 0q15 14 28 0L300 322L122 322Z", "blue"
        )
        + shape("M158 226L252 226L238 256L172 256Z", "brick")
        + shape("M206 148L206 220L252 220Z", "cream")
        + shape("M200 166L200 220L168 220Z", "linen")
    )
    return _book(body, art)


@drawing
def diary(*, body: str = "plum", trim: str = "brass") -> str:
    """A page-a-week diary, open, ribbon out."""
    days = "".join(f"M{74 + c * 140} {190 + r * 30}h98" for r in range(4) for c in range(2))
    return (
        shadow(204, 160, 320)
        + shape("M36 150L200 166L364 150L364 316L200 326L36 316Z", body)
        + shape("M46 142C96 130 160 140 200 160L200 316C160 300 96 292 46 304Z", "cream")
        + shape("M354 142C304 130 240 140 200 160L200 316C240 300 304 292 354 304Z", light("linen", 0.45))
        + line(days, "zinc", 4)
        + disc(64, 160, 8, "brick")
        + line("M200 162L200 314", "linen", 3)
        + shape("M212 162L226 156L226 340L219 330L212 342Z", trim)
    )


@drawing
def scissors(*, body: str = "ink", blade: str = "steel") -> str:
    """Long paper scissors, open, and a cut ribbon."""
    half = shape("M192 204C180 150 176 96 186 50C206 96 214 150 212 200Z", blade) + line(
        "M200 200C214 236 220 250 232 268", blade, 14
    )
    loop = turn(ring((252, 294), (26, 36), body, 14), -28, 252, 294)
    other = mirror(half + loop)
    return (
        shadow(204, 110, 334)
        + turn(half + loop, 11, 200, 204)
        + turn(other, -11, 200, 204)
        + disc(200, 204, 9, "brass")
        + line("M60 116C90 96 110 136 140 112M262 108C292 90 316 128 344 106", "brick", 8)
    )


@drawing
def kraft_roll(*, body: str = "wood", trim: str = "brick") -> str:
    """Two rolls of wrapping paper, tied."""
    one = (
        rect((-28, -130, 56, 250), body, r=4)
        + rect((6, -130, 22, 250), dark(body, 0.16), r=4)
        + oval((0, -130, 28, 9), light(body, 0.2))
        + oval((0, -130, 14, 4), dark(body, 0.4))
        + rect((-30, -20, 60, 26), "cream")
        + rect((-30, -10, 60, 6), trim)
    )
    two = (
        rect((-28, -130, 56, 250), "green", r=4)
        + "".join(disc(-14 + (i % 2) * 24, -104 + i * 26, 6, "lemon") for i in range(9))
        + rect((10, -130, 18, 250), "#26302b22", r=4)
        + oval((0, -130, 28, 9), "sage")
        + oval((0, -130, 14, 4), "ink")
    )
    return shadow(204, 110, 326) + turn(move(two, 240, 198), 14, 240, 198) + turn(move(one, 166, 200), -8, 166, 200)
