"""Linen, cotton and wool, folded, hung or piled."""

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


@drawing
def tea_towel(*, body: str = "cream", stripe: str = "brick") -> str:
    """A linen tea towel hung from its loop."""
    return (
        line("M200 66L200 92", "linen", 7)
        + disc(200, 56, 12, "oak")
        + shape(
            "M200 84C246 116 290 126 304 132L296 318C260 306 232 322 200 312"
            "C168 322 140 306 104 318L96 132C110 126 154 116 200 84Z",
            body,
        )
        + shape(
            "M200 84C246 116 290 126 304 132L296 318C276 312 258 314 240 316C246 240 230 150 200 84Z", dark(body, 0.1)
        )
        + line("M126 128L132 308M142 124L146 306M258 122L256 308M274 126L270 306", stripe, 6)
        + line("M100 268C140 258 166 274 200 264C234 274 260 258 298 268", stripe, 4)
        + line("M200 90C188 160 186 240 192 306", dark(body, 0.2), 3)
    )


@drawing
def apron(*, body: str = "green", trim: str = "straw") -> str:
    """A bib apron with a big pocket."""
    return (
        line("M158 92C158 40 242 40 242 92", trim, 8)
        + line("M112 186C76 196 66 232 60 262M288 186C324 196 334 232 340 262", trim, 8)
        + shape("M152 88L248 88L254 146C262 172 284 180 296 184L304 330L96 330L104 184C116 180 138 172 146 146Z", body)
        + shape(
            "M226 88L248 88L254 146C262 172 284 180 296 184L304 330L250 330C256 250 246 150 226 88Z", dark(body, 0.2)
        )
        + rect((138, 218, 124, 74), light(body, 0.14), r=4)
        + line("M138 222L262 222M200 222L200 290", trim, 3)
        + line("M154 98L246 98", trim, 3)
        + rect((218, 196, 12, 60), "wood", r=4)
        + gleam("M116 206L110 300", 5)
    )


@drawing
def tablecloth(*, body: str = "cream", stripe: str = "blue") -> str:
    """A cloth falling over a round table."""
    return (
        shadow(200, 150, 326)
        + shape(
            "M50 176C60 230 40 290 46 316C70 326 84 306 104 314C128 328 146 308 168 318"
            "C190 328 212 308 234 318C258 326 272 306 298 316C320 324 336 306 354 314"
            "C360 288 340 230 350 176Z",
            body,
        )
        + line(
            "M62 200C60 240 52 280 56 312M104 212C106 250 98 284 104 310M168 218"
            "C172 258 162 290 168 314M234 218C230 258 238 290 234 314M298 212"
            "C296 250 302 284 298 312M340 200C340 240 348 280 344 310",
            dark(body, 0.14),
            4,
        )
        + oval((200, 176, 150, 36), dark(body, 0.07))
        + line(
            "M52 290C76 300 86 282 106 290C128 302 148 284 168 294"
            "C190 304 212 284 234 294C258 302 274 284 298 292C320 298 336 284 350 290",
            stripe,
            6,
        )
        + ring((200, 176), (120, 26), stripe)
        + shape("M184 168L184 138C184 128 216 128 216 138L216 168C216 178 184 178 184 168Z", "terra")
        + line("M200 132L196 96M204 132L216 100", "leaf", 5)
        + disc(194, 90, 12, "lemon")
        + disc(218, 96, 12, "brick")
    )


@drawing
def napkin(*, body: str = "sage", stripe: str = "cream") -> str:
    """Four napkins, folded and tied."""
    fold = spread(
        lambda i: shape(
            f"M70 {302 - i * 26}C70 {290 - i * 26} 76 {286 - i * 26} 84 {286 - i * 26}"
            f"L330 {286 - i * 26}L330 {310 - i * 26}L84 {310 - i * 26}"
            f"C76 {310 - i * 26} 70 {308 - i * 26} 70 {302 - i * 26}Z",
            body if i % 2 else dark(body, 0.12),
        ),
        4,
    )
    return (
        shadow(204, 140, 314)
        + fold
        + shape("M84 208L286 164L348 190L330 210L84 212Z", light(body, 0.15))
        + line("M110 206L296 168", stripe, 5)
        + line("M200 190L204 310M206 188L212 310", "straw", 5)
        + line("M204 192C180 160 158 176 200 190C236 160 254 178 204 192", "straw", 5)
    )


@drawing
def bath_towel(*, body: str = "rose", trim: str = "cream") -> str:
    """A pile of thick towels."""
    one = (
        rect((84, 0, 232, 46), body, r=20)
        + shape("M84 22C84 8 92 0 104 0L140 0L140 46L104 46C92 46 84 36 84 22Z", light(body, 0.18))
        + rect((250, 0, 14, 46), trim)
        + rect((272, 0, 5, 46), trim)
        + line("M100 23L236 23", dark(body, 0.14), 3)
    )
    return (
        shadow(200, 130)
        + move(one, 0, 272)
        + move(one, -8, 226)
        + move(one, 8, 180)
        + turn(move(one, -2, 134), -1)
        + oval((188, 128, 34, 12), trim)
        + oval((188, 124, 34, 12), "leaf")
    )


@drawing
def oven_mitt(*, body: str = "brick", trim: str = "linen") -> str:
    """A quilted oven mitt."""
    return shadow(206, 100, 330) + turn(
        shape("M128 250L122 150C120 86 232 76 246 138C254 122 286 112 298 136C306 160 280 184 264 204L262 250Z", body)
        + line("M134 130L250 218M126 170L230 248M156 106L262 186M246 130L140 244M220 104L128 206", light(body, 0.2), 3)
        + rect((118, 244, 150, 62), trim, r=8)
        + rect((220, 244, 48, 62), dark(trim, 0.12), r=8)
        + line("M130 258L256 258", body, 4)
        + line("M262 276C292 276 292 304 264 300", body, 7),
        -8,
    )


@drawing
def blanket(*, body: str = "slate", stripe: str = "lemon") -> str:
    """A folded wool blanket with its fringe."""
    fringe = line("".join(f"M{84 + i * 12} 300L{82 + i * 12} 324" for i in range(20)), light(body, 0.2), 4)
    return (
        shadow(204, 140, 322)
        + fringe
        + shape("M76 172C76 150 92 144 108 144L306 144C320 144 328 152 328 168L328 304L76 304Z", body)
        + line("M76 196L328 196M76 212L328 212M76 262L328 262M76 278L328 278", stripe, 5)
        + line("M132 146L132 304M148 146L148 304M252 146L252 304M268 146L268 304", light(body, 0.25), 5)
        + shape(
            "M76 172C76 150 92 144 108 144L306 144C290 150 292 172 306 172L108 172C92 172 84 180 76 190Z",
            light(body, 0.15),
        )
    )


@drawing
def pillow(*, body: str = "linen", stripe: str = "blue") -> str:
    """A ticking cushion."""
    return (
        shadow(200, 130)
        + shape(
            "M72 144C110 158 290 158 328 144C340 142 346 152 342 162"
            "C326 204 326 254 342 300C346 312 338 320 326 316C288 302 112 302 74 316"
            "C62 320 54 312 58 300C74 254 74 204 58 162C54 152 60 142 72 144Z",
            body,
        )
        + line(
            "M104 156C112 206 112 256 104 304M136 160C142 208 142 256 136 300M168 162"
            "C170 208 170 256 168 298M232 162C230 208 230 256 232 298M264 160"
            "C258 208 258 256 264 300M296 156C288 206 288 256 296 304",
            stripe,
            5,
        )
        + line("M200 162L200 298", stripe, 10)
        + gleam("M84 166C92 190 94 216 92 240", 6)
    )


@drawing
def bread_bag(*, body: str = "linen", trim: str = "brick") -> str:
    """A drawstring bag with two baguettes coming out."""
    baguette = shape("M-18 120L-18 -60C-18 -92 18 -92 18 -60L18 120Z", "honey") + line(
        "M-10 -50L10 -36M-10 -20L10 -6M-10 10L10 24", "cream", 6
    )
    return (
        shadow(200, 90)
        + turn(move(baguette, 176, 140), -8, 176, 240)
        + turn(move(baguette, 224, 140), 9, 224, 240)
        + shape(
            "M124 172C150 184 250 184 276 172L266 206C292 244 292 300 276 318L124 318C108 300 108 244 134 206Z", body
        )
        + shape(
            "M240 182C256 180 268 176 276 172L266 206C292 244 292 300 276 318L238 318C256 280 250 220 240 182Z",
            dark(body, 0.12),
        )
        + line("M132 206C160 214 240 214 268 206", trim, 6)
        + line("M268 206C296 214 292 250 300 262M264 208C280 226 276 250 280 266", trim, 4)
        + line("M150 262L190 262M150 280L180 280", trim, 4)
    )


@drawing
def handkerchief(*, body: str = "cream", stripe: str = "blue") -> str:
    """Three handkerchiefs in a fan, bordered."""
    one = (
        rect((-76, -76, 152, 152), body, r=4)
        + line("M-62 -62h124v124h-124z", stripe, 5)
        + line("M-52 -52h104v104h-104z", light(stripe, 0.4), 3)
        + shape("M-76 76L76 -76L76 76Z", "#26302b10")
    )
    return (
        shadow(206, 130, 326)
        + turn(move(one, 250, 214), 24, 250, 214)
        + turn(move(one, 216, 210), 8, 216, 210)
        + turn(move(one, 170, 216), -9, 170, 216)
    )
