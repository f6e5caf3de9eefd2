"""Lamps and the few machines with a cord."""

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
    veil,
)


@drawing
def desk_lamp(*, body: str = "green", trim: str = "brass") -> str:
    """An articulated workshop lamp, lit."""
    return (
        veil(shape("M236 172L330 164L384 318L170 318Z", "lemon"), 0.28)
        + shadow(130, 80)
        + line("M130 300L96 196L212 96", dark(body, 0.1), 10)
        + line("M140 298L108 200", trim, 4)
        + disc(96, 196, 12, trim)
        + disc(212, 96, 11, trim)
        + turn(
            shape("M186 104C196 76 250 72 264 96L312 172L216 182Z", body)
            + shape("M250 84C258 86 262 92 264 96L312 172L276 176Z", dark(body))
            + oval((264, 176, 48, 10), "lemon"),
            -6,
            230,
            120,
        )
        + oval((130, 306, 68, 14), dark(body, 0.3))
        + oval((130, 300, 68, 14), body)
        + gleam("M212 112L224 158", 7)
    )


@drawing
def pendant(*, body: str = "brick", inside: str = "cream") -> str:
    """An enamelled pendant over its pool of light."""
    return (
        veil(shape("M96 220L304 220L362 400L38 400Z", "lemon"), 0.3)
        + line("M200 -80L200 96", "ink", 5)
        + rect((180, 88, 40, 32), "brass", r=6)
        + shape("M172 118L228 118C236 150 316 168 334 220L66 220C84 168 164 150 172 118Z", body)
        + shape("M212 118L228 118C236 150 316 168 334 220L258 220C254 180 222 160 212 118Z", dark(body))
        + oval((200, 220, 134, 20), inside)
        + disc(200, 226, 22, "lemon")
        + gleam("M118 192C134 176 158 166 174 152", 8)
    )


@drawing
def cage_lamp(*, body: str = "ink", trim: str = "terra") -> str:
    """A hand lamp with its cage and hook."""
    lamp = (
        line("M200 40C178 40 178 66 200 66", "slate", 7)
        + shape("M158 84C158 60 242 60 242 84L250 190L150 190Z", "glass")
        + oval((200, 140, 26, 36), "lemon")
        + line(
            "M160 82L152 190M182 68L178 190M218 68L222 190M240 82L248 190M154 116L246 116M152 152L248 152", "slate", 5
        )
        + rect((146, 186, 108, 20), trim, r=6)
        + rect((172, 204, 56, 96), trim, r=14)
        + rect((204, 208, 24, 88), dark(trim), r=12)
        + spread(lambda i: rect((172, 224 + i * 20, 56, 5), dark(trim, 0.35)), 3)
    )
    return (
        shadow(230, 110, 326)
        + line("M212 300C214 330 280 306 296 322C314 340 350 320 360 326", body, 8)
        + turn(lamp, 10, 200, 300)
    )


@drawing
def string_lights(*, glow: str = "lemon") -> str:
    """A garland of bulbs between two hooks."""

    def bulb(i: int) -> str:
        x, y = ((52, 112, 176, 240, 304, 356)[i], (156, 196, 212, 208, 186, 148)[i])
        return (
            veil(disc(x, y + 32, 34, glow), 0.3)
            + rect((x - 8, y - 10, 16, 20), "ink", r=3)
            + disc(x, y + 26, 19, glow)
            + disc(x - 5, y + 20, 6, "cream")
        )

    return (
        disc(20, 116, 9, "oak")
        + disc(382, 116, 9, "oak")
        + line("M20 120C110 236 290 236 382 120", "ink", 5)
        + spread(bulb, 6)
        + veil(oval((200, 340, 150, 16), glow), 0.4)
    )


@drawing
def bulb(*, glow: str = "lemon") -> str:
    """A filament bulb, lit, lying its cap down."""
    return (
        shadow(200, 50)
        + veil(disc(200, 160, 116, glow), 0.22)
        + shape(
            "M200 70C260 70 286 116 278 160C270 204 236 214 232 250L168 250"
            "C164 214 130 204 122 160C114 116 140 70 200 70Z",
            light(glow, 0.45),
        )
        + line("M176 248L170 170L186 196L200 160L214 196L230 170L224 248", "terra", 5)
        + rect((166, 248, 68, 46), "zinc", r=6)
        + line("M168 260L232 264M168 274L232 278", dark("zinc", 0.4), 5)
        + rect((178, 292, 44, 14), "ink", r=5)
        + rect((190, 304, 20, 14), "slate", r=5)
        + gleam("M146 130C152 108 166 96 182 92", 8)
    )


@drawing
def kettle(*, body: str = "cream", trim: str = "wood") -> str:
    """An electric kettle with a gooseneck and a wooden handle."""
    return (
        shadow(196, 110)
        + line("M138 252C92 246 92 168 56 132", dark(body, 0.12), 15)
        + line("M266 148C336 140 336 250 268 256", trim, 15)
        + shape("M144 134L264 134L290 286L118 286Z", body)
        + shape("M222 134L264 134L290 286L240 286Z", dark(body, 0.14))
        + shape("M140 134C144 106 264 106 268 134Z", dark(body, 0.08))
        + disc(204, 104, 11, trim)
        + rect((104, 288, 200, 24), "ink", r=8)
        + disc(282, 300, 5, "terra")
        + line("M304 304C330 306 346 316 372 314", "ink", 6)
        + veil(line("M48 118C36 102 58 92 46 74", "zinc", 7), 0.6)
        + gleam("M156 156L140 262", 8)
    )


@drawing
def toaster(*, body: str = "brick", trim: str = "steel") -> str:
    """A two-slot toaster, two slices up."""
    crust = "M0 0C-10 -16 4 -32 20 -28C30 -36 58 -36 68 -28C84 -32 98 -16 88 0L88 70L0 70Z"
    crumb = "M10 4C6 -10 14 -18 24 -16C36 -22 54 -22 64 -16C74 -18 82 -10 78 4L78 70L10 70Z"
    toast = shape(crust, "honey") + shape(crumb, light("honey", 0.5))
    return (
        shadow(200, 140)
        + move(toast, 106, 124)
        + move(toast, 210, 132)
        + shape("M64 302L64 216C64 188 84 176 110 176L290 176C316 176 336 188 336 216L336 302Z", body)
        + shape("M270 176L290 176C316 176 336 188 336 216L336 302L290 302Z", dark(body))
        + rect((60, 298, 280, 16), trim, r=7)
        + rect((342, 210, 10, 60), trim, r=4)
        + rect((334, 226, 26, 14), "ink", r=5)
        + disc(110, 262, 14, trim)
        + line("M110 262L118 254", "ink", 4)
        + gleam("M84 232C84 212 94 200 112 198", 8)
    )


@drawing
def radio(*, body: str = "wood", trim: str = "cream") -> str:
    """A small wooden radio with its aerial out."""
    grid = "".join(f"M{96 + c * 15} {216 + r * 15}a3.500 3.500 0 1 0 .1 0" for r in range(6) for c in range(8))
    return (
        shadow(200, 150)
        + line("M286 176L352 62", "steel", 6)
        + disc(352, 62, 6, "slate")
        + rect((60, 172, 280, 140), body, r=18)
        + rect((300, 172, 40, 140), dark(body), r=18)
        + line("M130 174C130 136 250 136 250 174", "oak", 10)
        + rect((80, 198, 136, 94), trim, r=10)
        + shape(grid, "ink")
        + rect((232, 198, 86, 34), trim, r=6)
        + line("M240 214L310 214M272 204L272 226", "brick", 4)
        + disc(252, 268, 18, "ink")
        + disc(300, 268, 18, "ink")
        + line("M252 268L260 258M300 268L296 256", "cream", 4)
        + rect((92, 310, 30, 8), "ink", r=3)
        + rect((278, 310, 30, 8), "ink", r=3)
    )


@drawing
def fan(*, body: str = "sage", trim: str = "ink") -> str:
    """A table fan, its four blades."""
    blades = spread(
        lambda i: turn(shape("M200 148C172 128 168 84 196 74C226 80 224 124 200 148Z", body), i * 90 + 20, 200, 156), 4
    )
    guard = "".join(ring((200, 156), (r, r), "slate", w) for r, w in ((104, 8), (82, 3), (58, 3)))
    return (
        shadow(200, 90)
        + shape("M188 250L212 250L222 300L178 300Z", dark(body, 0.25))
        + oval((200, 308, 82, 14), dark(body, 0.35))
        + oval((200, 302, 82, 14), body)
        + disc(200, 156, 104, "cream")
        + blades
        + guard
        + line("M200 52L200 260M96 156L304 156M127 82L273 230M273 82L127 230", "slate", 2)
        + disc(200, 156, 18, "brass")
        + disc(232, 300, 6, trim)
    )


@drawing
def vacuum(*, body: str = "green", trim: str = "steel") -> str:
    """A cylinder vacuum cleaner with its hose and brush."""
    return (
        shadow(196, 160)
        + line("M120 226C60 190 70 80 150 84C190 86 210 100 226 126", "slate", 16)
        + line("M226 126L312 292", trim, 12)
        + shape("M282 290L344 290L364 318L272 318Z", "ink")
        + shape("M76 296C64 240 100 206 160 204C214 204 250 232 250 276L250 296Z", body)
        + shape("M190 208C226 216 250 240 250 276L250 296L210 296C218 262 210 230 190 208Z", dark(body))
        + rect((70, 286, 184, 16), trim, r=7)
        + disc(110, 296, 24, "ink")
        + disc(110, 296, 10, trim)
        + disc(224, 302, 16, "ink")
        + disc(224, 302, 6, trim)
        + rect((138, 222, 58, 14), "brick", r=7)
        + gleam("M94 258C98 240 108 230 124 224", 8)
    )


@drawing
def mower(*, body: str = "brick", trim: str = "ink") -> str:
    """An electric mower on the grass."""
    grass = line(
        "".join(f"M{30 + i * 18} 324l-5 -{14 + i % 3 * 5}M{36 + i * 18} 324l5 -{10 + i % 2 * 8}" for i in range(19)),
        "leaf",
        5,
    )
    return (
        shadow(200, 150, 322)
        + line("M130 236L48 92L22 92", "slate", 11)
        + rect((14, 84, 54, 16), trim, r=8)
        + line("M56 108C40 170 90 230 140 236", "lemon", 4)
        + shape("M104 290C100 250 130 226 180 224L270 224C320 226 344 250 344 290Z", body)
        + shape("M250 224L270 224C320 226 344 250 344 290L284 290C288 258 276 236 250 224Z", dark(body))
        + rect((170, 192, 88, 38), trim, r=14)
        + rect((186, 202, 56, 6), "steel", r=3)
        + disc(134, 290, 32, trim)
        + disc(134, 290, 15, "steel")
        + disc(312, 294, 26, trim)
        + disc(312, 294, 12, "steel")
        + gleam("M132 258C140 246 152 242 166 240", 7)
        + grass
    )
