"""What is done on one's knees, and what carries it all away."""

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
)


@drawing
def glove(*, body: str = "straw", cuff: str = "green") -> str:
    """Two leather gloves with a long cuff."""
    one = (
        shape(
            "M128 214L126 128C126 114 144 114 146 128L148 182L150 106"
            "C150 90 170 90 170 106L171 180L176 102C177 88 196 88 196 104L194 184L204 124"
            "C207 110 224 114 222 128L212 220Z",
            body,
        )
        + shape("M130 200C112 184 98 176 92 164C88 152 104 146 112 154L142 184Z", body)
        + shape("M124 212L216 212L226 318L114 318Z", cuff)
        + shape("M176 212L216 212L226 318L186 318Z", dark(cuff))
        + line("M124 228L218 228", light(cuff, 0.5), 4)
        + line("M152 194L190 194", dark(body), 4)
    )
    return shadow(206, 120, 330) + turn(move(one, 64, 4), 10) + turn(one, -6)


@drawing
def twine(*, body: str = "straw", trim: str = "green") -> str:
    """A ball of garden twine with its loose end."""
    return (
        shadow(204, 110)
        + disc(200, 216, 102, body)
        + shape("M200 114A102 102 0 0 1 200 318A150 150 0 0 0 200 114Z", dark(body, 0.12))
        + line(
            "M112 174C160 210 230 262 254 300M104 206C150 240 196 282 220 316M132 142C190 176 254 236 280 272",
            dark(body),
            6,
        )
        + line(
            "M284 160C236 186 170 226 118 274M296 194C250 214 190 256 148 302M258 134C216 152 150 190 104 236",
            light(body, 0.4),
            6,
        )
        + rect((98, 198, 204, 40), trim, r=3)
        + rect((98, 206, 204, 3), "cream")
        + rect((98, 227, 204, 3), "cream")
        + line("M268 292C300 320 320 302 346 320", body, 6)
    )


@drawing
def slate_label(*, body: str = "slate", trim: str = "leaf") -> str:
    """Slate labels stuck in earth, with a sprout."""
    one = (
        shape("M150 120L214 120L214 246L182 322L150 246Z", body)
        + shape("M192 120L214 120L214 246L182 322Z", dark(body))
        + line("M164 146L198 146M164 164L190 164", "cream", 5)
        + disc(182, 132, 4, "paper")
    )
    sprout = line("M200 322C198 296 202 284 204 270", trim, 6) + shape(
        "M204 274C184 270 178 254 178 244C198 246 206 258 204 274ZM204 274"
        "C222 268 228 252 226 240C210 244 202 258 204 274Z",
        trim,
    )
    return shadow(200, 130, 326) + turn(move(one, -76, 4), -6) + turn(move(one, 66, 0), 7) + move(sprout, 4, 4)


@drawing
def folding_knife(*, body: str = "oak", blade: str = "steel") -> str:
    """A grafting knife, half open."""
    return (
        shadow(206, 130, 300)
        + shape("M232 206C256 150 292 96 316 84C322 128 302 186 262 232Z", blade)
        + shape("M316 84C322 128 302 186 262 232L250 222C284 186 308 130 316 84Z", light(blade, 0.5))
        + shape(
            "M86 262C100 226 190 196 262 200C280 204 280 232 262 238C210 246 160 270 118 290C96 298 78 284 86 262Z",
            body,
        )
        + shape(
            "M118 290C160 270 210 246 262 238C274 234 278 224 274 214C220 220 140 246 92 284C98 294 108 294 118 290Z",
            dark(body),
        )
        + spread(lambda i: disc(130 + i * 50, 256 - i * 14, 6, "brass"), 3)
        + shape("M246 200L270 202C280 210 280 230 266 236L240 242Z", "brass")
    )


@drawing
def wheelbarrow(*, body: str = "green", wood: str = "wood") -> str:
    """A garden wheelbarrow, one wheel, two shafts."""
    return (
        shadow(200, 160, 322)
        + line("M40 204L150 250L286 286", wood, 13)
        + line("M142 248L130 316L164 316", dark(wood, 0.35), 10)
        + shape("M88 158L318 140L268 258L148 262Z", body)
        + shape("M88 158L318 140L312 154L96 172Z", light(body, 0.2))
        + shape("M250 146L318 140L268 258L216 260Z", dark(body))
        + disc(298, 276, 44, "ink")
        + disc(298, 276, 32, "steel")
        + line("M298 246L298 306M268 276L328 276", "slate", 5)
        + disc(298, 276, 8, "brick")
        + rect((30, 194, 36, 16), "ink", r=8)
        + gleam("M128 184L160 240", 7)
    )


@drawing
def seed_tray(*, body: str = "wood", trim: str = "leaf") -> str:
    """A wooden seed tray where things come up."""
    sprout = line("M0 0L0 -26", trim, 5) + shape(
        "M0 -22C-18 -24 -22 -38 -22 -44C-6 -42 2 -34 0 -22ZM0 -22C16 -26 20 -38 19 -46C6 -42 -2 -34 0 -22Z", trim
    )
    return (
        shadow(200, 150)
        + shape("M72 214L328 214L346 232L54 232Z", "#5a4636")
        + spread(lambda i: move(sprout, 100 + i * 40, 226 - (i % 2) * 6, 1 + (i % 3) * 0.25), 6)
        + rect((54, 230, 292, 84), body, r=4)
        + rect((54, 270, 292, 4), dark(body))
        + rect((54, 296, 292, 18), dark(body, 0.14))
        + rect((54, 230, 18, 84), dark(body, 0.2))
        + rect((328, 230, 18, 84), dark(body, 0.3))
        + oval((200, 252, 26, 8), dark(body, 0.5))
        + gleam("M84 242L150 242", 5)
    )


@drawing
def gathering_basket(*, body: str = "wood", trim: str = "straw") -> str:
    """A shallow trug of split wood, with carrots."""
    carrot = shape("M0 0C10 -8 26 -8 32 0C28 30 22 56 14 70C6 54 0 30 0 0Z", "terra") + line(
        "M16 -4L6 -34M16 -4L16 -40M16 -4L28 -34", "leaf", 6
    )
    return (
        shadow(200, 150)
        + turn(move(carrot, 150, 190), -58, 166, 210)
        + turn(move(carrot, 196, 186), -40, 210, 200)
        + turn(move(carrot, 238, 196), 66, 250, 200)
        + line("M120 232C120 72 280 72 280 232", dark(body, 0.15), 16)
        + shape("M40 208C100 240 300 240 360 208C352 272 312 304 270 306L130 306C88 304 48 272 40 208Z", trim)
        + line("M62 246C120 272 280 272 338 246M92 282C140 296 260 296 308 282", dark(trim), 5)
        + line("M40 210C100 242 300 242 360 210", body, 13)
        + rect((112, 222, 16, 82), body, r=3)
        + rect((272, 222, 16, 82), dark(body), r=3)
        + rect((120, 304, 36, 12), dark(body, 0.4), r=3)
        + rect((244, 304, 36, 12), dark(body, 0.4), r=3)
    )
