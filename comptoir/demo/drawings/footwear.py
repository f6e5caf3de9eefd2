"""Clogs, boots and what goes in them."""

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
    shadow,
    shape,
    spread,
)


@drawing
def clog(*, body: str = "straw", band: str = "brick") -> str:
    """A carved wooden clog, three quarters from the side, with its leather strap."""
    foot = "M62 300C52 262 58 224 92 214L170 214C196 214 210 224 228 238L300 262C340 272 352 286 346 306Z"
    return (
        shadow(204, 150)
        + shape(foot, body)
        + shape("M62 300L346 306C348 312 346 318 340 318L300 318L284 308L140 308L132 318L72 318Z", dark(body))
        + shape("M86 224C110 232 160 232 196 222C190 214 180 214 170 214L96 214Z", dark(body, 0.45))
        + shape("M196 222C212 226 236 240 240 244C228 268 226 290 230 304L196 304C190 270 188 246 196 222Z", band)
        + spread(lambda i: disc(206 + i * 5, 240 + i * 18, 3, "brass"), 4)
        + gleam("M258 258C284 264 308 270 322 282", 7)
        + line("M262 284C284 284 306 288 324 294", dark(body, 0.12), 3)
        + line("M84 262C110 268 140 268 168 264", dark(body, 0.12), 3)
    )


@drawing
def rubber_clog(*, body: str = "green", lining: str = "linen") -> str:
    """A pair of moulded garden clogs seen side by side."""
    one = (
        shape("M40 262C36 226 48 200 80 202L118 206C150 214 182 232 206 244C226 254 226 272 220 282L46 282Z", body)
        + shape("M52 216C64 202 110 204 126 214C116 232 70 236 52 216Z", lining)
        + shape("M60 214C74 206 108 208 120 214C106 224 76 226 60 214Z", dark(lining, 0.35))
        + rect((38, 276, 190, 18), dark(body, 0.35), r=9)
        + spread(lambda i: disc(142 + i * 18, 238 + i * 9, 4, dark(body, 0.4)), 4)
        + gleam("M168 232C186 240 202 250 210 258", 6)
    )
    return shadow(230, 150, 312) + move(one, 118, -22) + shadow(180, 130) + move(one, 24, 26)


@drawing
def tall_boot(*, body: str = "green", trim: str = "straw") -> str:
    """A tall rubber boot with its buckle, and its twin behind."""
    one = (
        shape("M120 84L206 80L210 226C240 238 282 244 292 272L294 300L122 300C116 240 118 160 120 84Z", body)
        + shape("M176 82L206 80L210 226C196 230 184 224 180 210Z", dark(body, 0.15))
        + shape(
            "M118 296L296 296L296 312C296 318 290 318 286 318L214 318L204 308L170 308L164 318L122 318Z", dark(body, 0.4)
        )
        + rect((117, 84, 91, 20), trim, r=5)
        + oval((164, 84, 43, 8), dark(body, 0.5))
        + rect((184, 118, 34, 12), trim, r=4)
        + rect((204, 114, 14, 20), "brass", r=3)
        + gleam("M138 122L138 236", 8)
        + gleam("M238 252C256 256 268 262 274 270", 6)
    )
    return shadow(214, 140) + move(one, 62, -8, 0.98) + move(one, -26, 0)


@drawing
def short_boot(*, body: str = "brick", trim: str = "cream", stripe: bool = False) -> str:
    """An ankle boot with elastic sides; striped for children."""
    band = rect((104, 206, 118, 16), trim) + rect((104, 232, 120, 16), trim) if stripe else ""
    side = shape("M150 150L190 150L184 226L158 226Z", dark(body, 0.35)) if not stripe else ""
    return (
        shadow(204, 130)
        + shape("M104 146L222 146L224 226C262 236 306 242 318 274L320 304L104 304Z", body)
        + band
        + side
        + shape("M100 298L322 298L322 312C322 318 316 318 312 318L108 318C102 318 100 314 100 310Z", dark(body, 0.45))
        + oval((163, 147, 59, 10), dark(body, 0.55))
        + line("M104 152C120 164 206 164 222 152", light(body, 0.35), 5)
        + line("M110 146C104 118 124 118 124 148", dark(body, 0.3), 7)
        + gleam("M252 246C276 250 294 258 302 270", 7)
        + gleam("M120 180L120 196", 7)
    )


@drawing
def slipper(*, body: str = "brick", lining: str = "straw") -> str:
    """Checked felt slippers, a pair."""
    one = (
        shape("M44 268C40 226 62 208 96 210C120 214 130 224 150 226C196 226 232 246 232 276L232 286L46 286Z", body)
        + line("M150 228C162 244 168 264 168 284M186 232C198 246 204 264 204 284", light(body, 0.35), 4)
        + line("M140 252L228 258M132 272L232 274", light(body, 0.35), 4)
        + shape("M58 216C70 204 120 212 150 228C128 244 74 240 58 216Z", lining)
        + shape("M70 218C84 212 116 216 136 227C116 234 84 232 70 218Z", dark(lining, 0.4))
        + rect((42, 282, 192, 12), "linen", r=6)
    )
    return shadow(226, 140, 314) + move(one, 112, -24) + shadow(180, 130) + move(one, 24, 24)


@drawing
def sock(*, body: str = "slate", trim: str = "brick") -> str:
    """A pair of ribbed wool socks laid flat."""
    one = (
        shape(
            "M120 84L190 84L192 210C196 232 250 246 262 268C272 292 252 310 228 306L140 296C120 290 116 270 118 246Z",
            body,
        )
        + shape("M232 250C268 266 268 300 236 307C224 290 222 268 232 250Z", trim)
        + shape("M118 240C126 262 150 270 172 262C160 284 140 294 130 292C118 282 116 262 118 240Z", trim)
        + rect((116, 76, 78, 34), trim, r=8)
        + spread(lambda i: line(f"M{130 + i * 16} 116L{130 + i * 16} 200", light(body, 0.18), 4), 4)
        + spread(lambda i: line(f"M{128 + i * 13} 82L{128 + i * 13} 104", dark(trim, 0.2), 3), 5)
    )
    return shadow(210, 130, 326) + move(one, 70, 2) + move(one, -6, 14)


@drawing
def insole(*, body: str = "linen", trim: str = "brick") -> str:
    """Two felt soles, one turned over the other."""
    one = (
        shape(
            "M150 92C196 84 214 132 206 178C200 214 206 250 200 284"
            "C194 320 144 320 138 284C130 240 146 220 138 178C130 136 122 98 150 92Z",
            body,
        )
        + line(
            "M152 104C186 98 200 136 194 176C188 214 194 250 188 280"
            "C184 304 154 304 150 280C144 240 158 220 150 178C144 140 136 110 152 104Z",
            trim,
            3,
        )
        + line("M162 150L180 150M164 166L182 166", dark(body), 4)
    )
    return shadow(206, 110, 324) + move(one, 62, -6) + move(mirror(one, 168), 0, 8)


@drawing
def bootjack(*, body: str = "wood", trim: str = "leaf") -> str:
    """A forked beech board on its foot."""
    return (
        shadow(200, 130)
        + shape("M258 238L282 306L262 312L236 250Z", dark(body, 0.35))
        + shape(
            "M70 300L84 316L336 250C346 226 338 196 318 190C318 216 296 232 276 224"
            "C264 218 264 200 274 186C252 184 236 196 232 214Z",
            body,
        )
        + shape("M70 300L84 316L336 250L338 236L80 300Z", dark(body))
        + line("M318 192C320 214 296 236 276 226C262 218 264 200 272 188", trim, 8)
        + gleam("M116 288L220 238", 6)
        + line("M150 282L214 262M128 296L190 276", dark(body, 0.12), 3)
    )
