"""Cans, hoses, pots and the rain."""

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
def watering_can(*, body: str = "zinc", rose: str = "brass") -> str:
    """A big garden can with its rose."""
    return (
        shadow(190, 130)
        + line("M124 166C70 150 52 214 84 262C96 278 110 284 118 286", dark(body, 0.3), 14)
        + line("M122 158C134 92 214 92 226 158", dark(body, 0.15), 13)
        + shape("M236 270L330 152L346 164L240 304Z", dark(body, 0.12))
        + turn(
            rect((314, 138, 52, 18), rose, r=4) + shape("M324 156L356 156L348 174L330 174Z", dark(rose)), 40, 338, 158
        )
        + shape("M112 164L240 164L250 308C250 318 244 318 238 318L114 318C106 318 102 318 102 308Z", body)
        + shape("M196 164L240 164L250 308C250 318 244 318 238 318L204 318Z", dark(body))
        + oval((176, 164, 64, 14), dark(body, 0.45))
        + shape("M112 164A64 14 0 0 1 196 151L190 178A64 14 0 0 1 112 164Z", light(body, 0.25))
        + line("M108 204L243 204M104 288L248 288", dark(body, 0.22), 5)
        + gleam("M128 216L122 276", 9)
    )


@drawing
def slim_can(*, body: str = "sage", trim: str = "brass") -> str:
    """An indoor can with a long thin spout."""
    return (
        shadow(180, 110)
        + line("M118 204C62 204 62 292 122 292", trim, 9)
        + line("M216 282C274 268 282 170 330 104L350 110", body, 12)
        + line("M222 286C282 272 288 172 334 110", dark(body), 5)
        + turned([(42, 176), (42, 176), (54, 214), (62, 262), (60, 318), (60, 318)], body, 168)
        + oval((168, 176, 42, 9), dark(body, 0.5))
        + rect((104, 296, 124, 6), trim)
    )


@drawing
def brass_rose(*, body: str = "brass") -> str:
    """A watering rose, face towards us, with a few drops."""
    holes = spread(lambda i: disc(168 + (i % 4) * 22, 118 + (i // 4) * 21, 4.5, dark(body, 0.5)), 16)
    drops = spread(lambda i: shape(f"M{300 + i * 22} {190 + i * 40}c-10 14 -10 22 0 24c10 -2 10 -10 0 -24z", "sky"), 3)
    return (
        shadow(200, 80)
        + shape("M164 228L236 228L226 318L174 318Z", dark(body))
        + rect((166, 282, 68, 12), dark(body, 0.35), r=4)
        + disc(200, 150, 94, dark(body))
        + disc(196, 146, 88, body)
        + disc(196, 146, 70, light(body, 0.25))
        + holes
        + gleam("M124 134A76 76 0 0 1 176 78", 8)
        + drops
    )


@drawing
def hose(*, body: str = "green", trim: str = "brass") -> str:
    """A coiled hose with its brass nozzle."""
    coils = spread(
        lambda i: line(
            f"M{84 + i * 4} {206 + i * 22}A116 50 0 1 0 {318 - i * 4} {206 + i * 22}"
            f"A116 50 0 1 0 {84 + i * 4} {206 + i * 22}",
            body if i % 2 else dark(body, 0.14),
            22,
        ),
        3,
    )
    return (
        shadow(204, 150, 312, 18)
        + coils
        + gleam("M108 246C130 268 168 278 206 278", 5)
        + line("M306 240C340 262 338 300 318 322", body, 20)
        + turn(rect((296, 318, 26, 34), trim, r=4) + rect((300, 350, 18, 18), dark(trim), r=3), 30, 310, 330)
        + rect((84, 196, 20, 64), "straw", r=4)
    )


@drawing
def nozzle(*, body: str = "brass", trim: str = "green") -> str:
    """A brass spray nozzle, lying, with its water."""
    tool = (
        rect((90, 176, 60, 62), dark(body), r=8)
        + spread(lambda i: rect((98 + i * 13, 176, 6, 62), dark(body, 0.4)), 4)
        + rect((146, 186, 96, 42), body, r=4)
        + rect((176, 180, 30, 54), trim, r=6)
        + shape("M242 190L312 176L312 238L242 224Z", body)
        + shape("M242 208L312 208L312 238L242 224Z", dark(body))
        + rect((308, 172, 14, 70), dark(body, 0.15), r=5)
        + gleam("M154 196L172 196M216 198L300 186", 6)
    )
    spray = veil(
        line("M340 196C360 190 372 186 388 178M344 208L392 206M340 220C360 226 372 230 388 238", "sky", 6), 0.9
    )
    return shadow(206, 130, 300) + turn(tool + spray, -14, 200, 210)


@drawing
def bucket(*, body: str = "zinc", grip: str = "wood") -> str:
    """A galvanised bucket with a wooden grip."""
    return (
        shadow(200, 110)
        + line("M92 152C84 62 316 62 308 152", dark(body, 0.4), 6)
        + rect((168, 72, 64, 20), grip, r=9)
        + rect((168, 83, 64, 9), dark(grip), r=4)
        + shape("M90 148L310 148L278 306C276 318 270 318 262 318L138 318C130 318 124 318 122 306Z", body)
        + shape("M240 148L310 148L278 306C276 318 270 318 262 318L224 318Z", dark(body))
        + oval((200, 148, 110, 24), light(body, 0.35))
        + oval((200, 150, 100, 19), dark(body, 0.45))
        + line("M102 210C150 224 250 224 298 210M116 284C160 296 240 296 284 284", dark(body, 0.25), 5)
        + gleam("M122 194L136 274", 9)
        + disc(96, 156, 9, dark(body, 0.4))
        + disc(304, 156, 9, dark(body, 0.4))
    )


@drawing
def rain_gauge(*, body: str = "glass", trim: str = "oak") -> str:
    """A glass rain gauge on its stake, with what fell."""
    ticks = spread(lambda i: rect((206, 128 + i * 17, 12 if i % 2 else 20, 3), "ink"), 7)
    cloud = shape("M58 96C44 74 70 54 88 64C96 44 134 46 138 68C160 66 164 94 146 98L70 98Z", "zinc")
    return (
        shadow(204, 60)
        + cloud
        + line("M80 116L74 134M104 116L98 134M128 116L122 134", "sky", 6)
        + rect((190, 236, 20, 82), trim, r=3)
        + shape("M166 104L242 104L226 250C224 260 184 260 182 250Z", body)
        + shape("M173 176L234 176L226 250C224 260 184 260 182 250Z", "sky")
        + oval((203.5, 176, 30.5, 6), light("sky", 0.4))
        + ticks
        + rect((160, 96, 88, 12), dark(body, 0.12), r=6)
        + gleam("M182 118L190 232", 6)
        + rect((160, 206, 84, 14), trim, r=4)
    )


@drawing
def olla(*, body: str = "terra") -> str:
    """A terracotta pot that waters from below: half buried, with its lid."""
    plant = line("M326 244C324 214 328 196 332 178", "leaf", 6) + shape(
        "M328 214C304 212 296 196 296 182C318 184 330 196 328 214ZM330 200"
        "C330 180 342 166 356 164C358 182 348 196 330 200Z",
        "leaf",
    )
    return (
        shape("M30 246C90 238 320 238 370 246L370 330C370 344 360 344 350 344L50 344C40 344 30 344 30 330Z", "#7a5d45")
        + shape("M64 276C110 262 290 262 336 276L336 330L64 330Z", "#5f4836")
        + plant
        + turned([(30, 172), (30, 172), (34, 200), (70, 228), (84, 272), (64, 316), (40, 330), (40, 330)], body)
        + oval((200, 172, 42, 11), dark(body, 0.15))
        + oval((200, 168, 42, 11), light(body, 0.15))
        + disc(200, 154, 12, body)
        + veil(
            line(
                "M110 282C98 288 90 296 86 306M292 282C304 288 312 296 316 306M124 310C116 314 110 318 108 324",
                "sky",
                6,
            ),
            0.9,
        )
    )


@drawing
def mister(*, body: str = "glass", trim: str = "brass") -> str:
    """A glass mister with its brass pump."""
    mist = spread(lambda i: disc(80 - (i // 3) * 18, 124 + (i % 3) * 16 - (i // 3) * 2, 3.5 + i // 3, "sky"), 9)
    return (
        shadow(206, 90)
        + mist
        + turned([(18, 168), (18, 168), (24, 188), (76, 224), (84, 266), (76, 312), (66, 318), (66, 318)], body, 206)
        + shape("M124 258C150 268 262 268 290 258C290 290 284 318 272 318L142 318C128 318 124 290 124 258Z", "sky")
        + gleam("M146 234L146 292", 8)
        + rect((184, 144, 44, 28), trim, r=4)
        + rect((196, 102, 20, 46), dark(trim), r=3)
        + shape("M104 116L216 96C236 94 246 104 246 118L110 130Z", trim)
        + line("M240 122C262 132 264 152 256 168", dark(trim), 10)
    )


@drawing
def flower_pot(*, body: str = "terra", trim: str = "leaf") -> str:
    """Terracotta pots, one stacked aside, one planted."""
    pot = (
        shape("M-52 -76L52 -76L38 0L-38 0Z", body)
        + shape("M14 -76L52 -76L38 0L20 0Z", dark(body))
        + rect((-60, -92, 120, 24), light(body, 0.1), r=4)
        + rect((20, -92, 40, 24), dark(body, 0.12), r=4)
    )
    leaves = line("M0 -90L0 -160M0 -110C-20 -130 -28 -140 -30 -160M0 -106C18 -120 28 -136 30 -152", trim, 6) + spread(
        lambda i: oval(
            ((-32, 0, 32, -14, 16)[i], (-166, -172, -158, -136, -130)[i], 15, 19), trim if i % 2 else dark(trim)
        ),
        5,
    )
    return (
        shadow(150, 80)
        + shadow(292, 60)
        + move(leaves + pot, 150, 318, 1.3)
        + move(pot, 294, 318, 0.92)
        + move(pot, 294, 270, 0.92)
    )


@drawing
def cloche(*, body: str = "glass", trim: str = "leaf") -> str:
    """A bell of glass over a lettuce."""
    salad = spread(
        lambda i: oval((200 + (i - 2) * 24, 288 - (2 - abs(i - 2)) * 12, 28, 26), trim if i % 2 else light(trim, 0.2)),
        5,
    )
    return (
        shadow(200, 126)
        + salad
        + oval((200, 304, 54, 16), dark(trim))
        + veil(shape("M90 318C86 220 110 128 200 124C290 128 314 220 310 318Z", dark(body, 0.06)), 0.62)
        + line("M90 316C86 220 110 128 200 124C290 128 314 220 310 316", dark(body, 0.25), 4)
        + disc(200, 110, 18, body)
        + disc(204, 112, 12, dark(body, 0.15))
        + rect((78, 310, 244, 10), dark(body, 0.2), r=5)
        + gleam("M116 286C112 226 124 178 150 156", 11)
    )
