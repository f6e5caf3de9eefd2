"""What stands on the stove and hangs by it."""

from __future__ import annotations

from comptoir.demo.drawings.kit import (
    dark,
    disc,
    drawing,
    gleam,
    light,
    line,
    oval,
    rect,
    shadow,
    shape,
    spread,
    veil,
)


@drawing
def casserole(*, body: str = "green", knob: str = "brass") -> str:
    """A cast-iron pot with its lid, steaming a little."""
    return (
        shadow(200, 140)
        + veil(line("M176 96C164 80 186 68 174 50M222 92C212 78 232 66 222 50", "zinc", 7), 0.5)
        + rect((52, 216, 50, 24), dark(body), r=11)
        + rect((298, 216, 50, 24), dark(body, 0.35), r=11)
        + shape("M80 196L320 196L316 284C314 308 296 318 272 318L128 318C104 318 86 308 84 284Z", body)
        + shape("M262 196L320 196L316 284C314 308 296 318 272 318L226 318C250 300 262 260 262 196Z", dark(body))
        + shape("M74 196C86 150 140 136 200 136C260 136 314 150 326 196Z", light(body, 0.14))
        + shape("M258 146C298 156 320 172 326 196L268 196Z", dark(body, 0.1))
        + rect((70, 190, 260, 16), dark(body, 0.3), r=8)
        + disc(200, 126, 17, knob)
        + gleam("M104 180C122 162 146 154 170 151M104 222L106 276", 8)
    )


@drawing
def frying_pan(*, body: str = "iron") -> str:
    """A steel pan seen from above, an egg in it."""
    return (
        shadow(176, 118, 238, 116)
        + line("M246 166L352 62", dark(body, 0.1), 24)
        + disc(348, 66, 5, "paper")
        + disc(168, 226, 118, body)
        + disc(168, 226, 98, light(body, 0.13))
        + shape(
            "M112 216C104 180 150 166 176 178C214 172 236 204 222 236C226 270 180 286 154 268C118 272 98 246 112 216Z",
            "cream",
        )
        + disc(168, 222, 28, "#e8a93f")
        + disc(160, 214, 8, "lemon")
        + gleam("M70 210A98 98 0 0 1 112 148", 7)
    )


@drawing
def saucepan(*, body: str = "steel", grip: str = "iron") -> str:
    """A stainless saucepan with a long handle."""
    return (
        shadow(160, 120)
        + shape("M258 202L378 166C388 164 392 182 382 186L262 226Z", grip)
        + disc(374, 176, 4, "paper")
        + shape("M62 186L262 186L258 296C256 312 250 318 238 318L86 318C74 318 68 312 66 296Z", body)
        + shape("M208 186L262 186L258 296C256 312 250 318 238 318L190 318C204 290 208 240 208 186Z", dark(body, 0.2))
        + oval((162, 186, 100, 20), light(body, 0.5))
        + oval((162, 188, 92, 15), dark(body, 0.4))
        + rect((66, 288, 194, 6), dark(body, 0.2))
        + gleam("M88 216L90 280", 10)
    )


@drawing
def jam_pan(*, body: str = "copper", jam: str = "brick") -> str:
    """A copper preserving pan full of red fruit, with its spoon."""
    fruit = spread(lambda i: disc(106 + i * 31, 190 + (i % 2) * 7, 17, (jam, "plum", "rose")[i % 3]), 7)
    return (
        shadow(200, 130)
        + line("M244 196L312 66", "wood", 13)
        + oval((200, 188, 138, 34), dark(body, 0.35))
        + fruit
        + shape("M60 190C100 226 300 226 340 190L310 292C306 310 296 318 280 318L120 318C104 318 94 310 90 292Z", body)
        + shape(
            "M270 214C306 208 326 202 340 190L310 292C306 310 296 318 280 318L240 318C258 290 266 250 270 214Z",
            dark(body),
        )
        + line("M60 190C100 226 300 226 340 190", light(body, 0.4), 8)
        + line("M70 218C42 214 44 252 82 254M330 218C358 214 356 252 318 254", "brass", 9)
        + gleam("M96 238L110 290", 9)
    )


@drawing
def terrine(*, body: str = "brick", trim: str = "cream") -> str:
    """An oval stoneware terrine with its lid."""
    return (
        shadow(200, 150)
        + shape("M64 226L336 226L324 300C322 312 314 318 302 318L98 318C86 318 78 312 76 300Z", body)
        + shape("M280 226L336 226L324 300C322 312 314 318 302 318L262 318Z", dark(body))
        + rect((44, 216, 312, 20), dark(body, 0.2), r=10)
        + shape("M68 218C74 182 130 170 200 170C270 170 326 182 332 218Z", trim)
        + shape("M270 178C308 186 328 200 332 218L284 218Z", dark(trim, 0.12))
        + shape("M172 172C172 148 228 148 228 172Z", body)
        + gleam("M92 250L98 294", 8)
        + line("M96 206C120 192 150 188 176 186", light("linen", 0.3), 5)
    )


@drawing
def brioche_tin(*, body: str = "steel", cake: str = "honey") -> str:
    """A fluted tin with its brioche."""
    return (
        shadow(200, 110)
        + disc(200, 132, 40, cake)
        + shape("M92 200C84 156 136 140 200 142C264 140 316 156 308 200Z", cake)
        + shape("M250 146C296 154 314 170 308 200L262 200Z", dark(cake, 0.14))
        + shape("M82 198L318 198L262 318L138 318Z", body)
        + spread(lambda i: shape(f"M{108 + i * 42} 198l21 0l{-6 - i * 2 + 4} 120l-12 0z", dark(body, 0.16)), 5)
        + shape(
            "M74 198q14 16 28 0q14 16 28 0q14 16 28 0q14 16 28 0q14 16 28 0q14 16 28 0"
            "q14 16 28 0q14 16 28 0q14 16 28 0L318 190L82 190Z",
            light(body, 0.4),
        )
        + gleam("M130 162C146 154 160 152 172 152", 8)
    )


@drawing
def swing_jar(*, body: str = "glass", fill: str = "honey", rubber: str = "terra") -> str:
    """A preserving jar with its swing lid, full of apricots."""
    fruit = spread(
        lambda i: disc(156 + (i % 3) * 44, 292 - (i // 3) * 38 + (i % 2) * 6, 24, fill if i % 2 else light(fill, 0.2)),
        9,
    )
    return (
        shadow(200, 90)
        + rect((116, 150, 168, 168), body, r=24)
        + fruit
        + veil(rect((116, 150, 168, 168), body, r=24), 0.35)
        + rect((128, 136, 144, 14), rubber, r=5)
        + shape("M130 136C130 112 160 104 200 104C240 104 270 112 270 136Z", body)
        + line("M118 148L118 118C118 100 282 100 282 118L282 148M282 148L300 196L276 196", "slate", 5)
        + rect((110, 144, 18, 16), "slate", r=4)
        + gleam("M134 182L134 286", 9)
    )


@drawing
def colander(*, body: str = "cream", trim: str = "green") -> str:
    """An enamel colander on three feet."""
    holes = "".join(
        f"M{118 + c * 27 + r * 10} {214 + r * 26}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0"
        for r in range(3)
        for c in range(7 - r)
    )
    return (
        shadow(200, 110)
        + line("M150 296L138 318M250 296L262 318M200 300L200 320", trim, 12)
        + line("M78 196C44 192 46 232 86 230M322 196C356 192 354 232 314 230", trim, 10)
        + shape("M70 180L330 180C324 254 276 304 200 304C124 304 76 254 70 180Z", body)
        + shape("M270 180L330 180C324 254 276 304 200 304C250 280 268 230 270 180Z", dark(body, 0.12))
        + shape(holes, dark(body, 0.55))
        + oval((200, 180, 130, 26), trim)
        + oval((200, 181, 120, 20), dark(body, 0.2))
    )
