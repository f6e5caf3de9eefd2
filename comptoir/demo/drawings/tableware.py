"""Plates, glasses, cups: what is laid on the cloth."""

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
    turn,
    turned,
    veil,
)


@drawing
def plate(*, body: str = "cream", rim: str = "green") -> str:
    """A stack of stoneware plates and one seen from above."""
    stack = spread(lambda i: oval((246, 306 - i * 12, 110, 18), dark(body, 0.16) if i % 2 else body), 4)
    return (
        shadow(246, 116, 316)
        + stack
        + oval((246, 268, 110, 18), rim)
        + oval((246, 268, 102, 15), body)
        + shadow(164, 106, 184, 104)
        + disc(160, 176, 106, rim)
        + disc(160, 176, 100, body)
        + disc(160, 176, 68, dark(body, 0.08))
        + disc(160, 178, 64, body)
        + gleam("M74 158A90 90 0 0 1 118 98", 7)
    )


@drawing
def footed_bowl(*, body: str = "sky", trim: str = "blue") -> str:
    """A breakfast bowl on a foot, with two painted rings."""
    return (
        shadow(200, 90)
        + veil(line("M174 132C162 116 184 104 172 86M224 130C214 114 234 104 224 88", "zinc", 7), 0.5)
        + turned([(112, 166), (112, 166), (106, 220), (70, 272), (46, 286), (52, 318), (52, 318)], body)
        + oval((200, 166, 112, 24), light(body, 0.4))
        + oval((200, 170, 100, 18), "oak")
        + line("M92 206C150 226 250 226 308 206", trim, 6)
        + line("M97 222C150 241 250 241 303 222", trim, 3)
    )


@drawing
def pitcher(*, body: str = "linen", trim: str = "blue") -> str:
    """A salt-glazed pitcher with a blue sprig."""
    sprig = line(
        "M164 280C170 250 180 230 190 214M172 254C160 246 154 240 152 230M178 240C190 238 198 232 202 224", trim, 5
    )
    return (
        shadow(196, 90)
        + line("M252 158C330 150 330 262 262 270", dark(body, 0.14), 18)
        + turned([(66, 118), (66, 118), (54, 152), (62, 196), (82, 246), (70, 306), (56, 318), (56, 318)], body, 190)
        + shape("M126 118C116 104 102 106 96 112C108 122 118 134 132 140Z", body)
        + oval((190, 118, 66, 14), light(body, 0.4))
        + oval((192, 119, 56, 10), dark(body, 0.4))
        + sprig
        + spread(lambda i: disc((152, 202, 192)[i], (226, 220, 210)[i], 7, trim), 3)
    )


@drawing
def wine_glass(*, wine: str = "plum") -> str:
    """Two stemmed glasses of Loire red."""
    one = (
        rect((196, 218, 8, 90), "glass")
        + oval((200, 312, 46, 9), "glass")
        + shape("M142 90L258 90C264 160 250 218 200 224C150 218 136 160 142 90Z", "glass")
        + shape("M141 150L259 150C254 192 236 220 200 224C164 220 146 192 141 150Z", wine)
        + oval((200, 150, 59, 10), light(wine, 0.25))
        + gleam("M156 106C152 138 156 164 164 184", 7)
    )
    return shadow(256, 70, 302) + veil(move(one, 78, 0, 0.92), 0.85) + shadow(150, 80, 324) + move(one, -50, 8)


@drawing
def tumbler(*, body: str = "glass", drink: str = "sky") -> str:
    """Faceted tumblers, one on the other."""
    one = (
        shape("M-54 -110L54 -110L42 0L-42 0Z", body)
        + shape("M-48 -62L48 -62L42 0L-42 0Z", drink)
        + "".join(
            shape(f"M{x - 8} -54L{x + 8} -54L{x + 6} -6L{x - 6} -6Z", light(drink, 0.5)) for x in (-30, -10, 10, 30)
        )
        + oval((0, -110, 54, 9), light(body, 0.4))
        + gleam("M-42 -100L-36 -64", 6)
    )
    return (
        shadow(140, 60)
        + shadow(262, 60)
        + move(one, 136, 318, 1.15)
        + move(one, 262, 318, 1.15)
        + move(one, 200, 206, 1.15)
    )


@drawing
def carafe(*, body: str = "glass", drink: str = "sky") -> str:
    """A table carafe of cold water with a lemon slice."""
    return (
        shadow(200, 80)
        + turned(
            [(34, 84), (34, 84), (24, 130), (28, 172), (70, 226), (80, 276), (70, 312), (60, 318), (60, 318)], body
        )
        + turned([(58, 212), (58, 212), (72, 236), (79, 276), (69, 312), (60, 318), (60, 318)], drink, bright=False)
        + oval((200, 212, 58, 10), light(drink, 0.4))
        + disc(182, 256, 25, "lemon")
        + disc(182, 256, 19, light("lemon", 0.6))
        + line("M182 240L182 272M168 248L196 264M196 248L168 264", "lemon", 3)
        + oval((200, 84, 34, 8), light(body, 0.5))
        + gleam("M184 104L182 168M140 244C136 268 138 284 142 296", 7)
    )


@drawing
def coffee_cup(*, body: str = "brick", inside: str = "cream") -> str:
    """A cup and its saucer, a spoon, a square of sugar."""
    return (
        shadow(200, 130, 316)
        + oval((200, 298, 134, 24), dark(body, 0.15))
        + oval((200, 292, 134, 24), body)
        + oval((200, 290, 74, 12), dark(body, 0.25))
        + line("M262 196C322 186 322 256 252 256", body, 14)
        + shape("M122 178L278 178C278 240 250 290 200 290C150 290 122 240 122 178Z", body)
        + shape("M240 178L278 178C278 240 250 290 200 290C226 270 240 226 240 178Z", dark(body))
        + oval((200, 178, 78, 17), inside)
        + oval((200, 180, 66, 12), "#4a3022")
        + rect((88, 276, 22, 14), "cream", r=2)
        + veil(line("M182 146C170 130 192 118 180 100M218 146C208 130 228 120 218 102", "zinc", 6), 0.5)
        + gleam("M140 206C142 232 150 250 160 262", 7)
    )


@drawing
def teapot(*, body: str = "green", trim: str = "straw") -> str:
    """A round teapot with a cane handle."""
    return (
        shadow(204, 110)
        + line("M128 168C132 60 276 60 280 168", trim, 11)
        + shape("M112 250C74 240 62 206 58 178L82 172C88 198 100 212 118 216Z", body)
        + turned([(40, 162), (40, 162), (90, 190), (104, 240), (84, 296), (58, 318), (58, 318)], body, 206)
        + oval((206, 162, 52, 11), dark(body, 0.3))
        + shape("M160 158C166 138 246 138 252 158Z", light(body, 0.14))
        + disc(206, 132, 12, trim)
        + line("M108 232C150 248 262 248 304 232", light(body, 0.2), 4)
    )


@drawing
def coffee_pot(*, body: str = "cream", trim: str = "blue") -> str:
    """A tall enamel coffee pot, blue-edged."""
    return (
        shadow(196, 90)
        + line("M252 142C316 146 310 258 258 262", trim, 13)
        + shape("M140 196C104 178 100 140 92 120L118 120C124 142 134 152 146 160Z", body)
        + line("M90 120L120 120", trim, 6)
        + shape("M156 116L236 116L262 306C262 314 258 318 252 318L140 318C134 318 130 314 130 306Z", body)
        + shape("M208 116L236 116L262 306C262 314 258 318 252 318L218 318Z", dark(body, 0.13))
        + shape("M152 116C158 90 234 90 240 116Z", body)
        + line("M150 117L242 117M131 308L261 308", trim, 7)
        + disc(196, 86, 11, trim)
        + spread(lambda i: disc(164 + (i % 3) * 26, 190 + (i // 3) * 46, 7, trim), 6)
        + gleam("M160 136L146 292", 6)
    )


@drawing
def butter_dish(*, body: str = "cream", trim: str = "lemon") -> str:
    """A stoneware butter dish with its bell."""
    return (
        shadow(200, 140)
        + oval((200, 300, 148, 22), dark(body, 0.18))
        + oval((200, 294, 148, 22), body)
        + rect((150, 236, 130, 56), trim, r=5)
        + rect((246, 236, 34, 56), dark(trim, 0.15), r=5)
        + veil(
            shape("M96 290L96 224C96 196 120 186 148 186L252 186C280 186 304 196 304 224L304 290Z", dark(body, 0.1)),
            0.86,
        )
        + shape("M258 186C284 188 304 198 304 224L304 290L270 290L270 216C270 200 266 190 258 186Z", dark(body, 0.24))
        + shape("M172 186C172 154 228 154 228 186Z", dark(body, 0.16))
        + line("M98 274L302 274", "blue", 5)
        + gleam("M116 224L116 262", 8)
    )


@drawing
def cutlery(*, body: str = "steel", grip: str = "oak") -> str:
    """Knife, fork and spoon with wooden handles, on a napkin."""
    fork = (
        rect((118, 196, 22, 124), grip, r=9)
        + rect((124, 150, 10, 52), body)
        + shape(
            "M106 70L112 70L114 120L120 120L122 70L136 70L138 120L144 120L146 70L152 70"
            "L152 122C152 146 140 156 129 156C118 156 106 146 106 122Z",
            body,
        )
    )
    knife = (
        rect((189, 196, 22, 124), grip, r=9)
        + shape("M190 198L190 92C190 74 214 76 216 108L214 198Z", body)
        + shape("M206 82C212 88 216 98 216 108L214 198L206 198Z", dark(body))
    )
    spoon = (
        rect((260, 196, 22, 124), grip, r=9)
        + rect((266, 150, 10, 52), body)
        + oval((271, 112, 27, 42), body)
        + oval((274, 114, 17, 30), dark(body, 0.18))
    )
    rivets = spread(lambda i: disc((129, 200, 271)[i % 3], 226 + (i // 3) * 60, 4, "brass"), 6)
    return (
        shadow(204, 130, 318)
        + shape("M64 52L336 52L336 344L64 344Z", "cream")
        + line("M76 60L76 336M324 60L324 336", "brick", 4)
        + fork
        + knife
        + spoon
        + rivets
    )


@drawing
def salt_pig(*, body: str = "terra", inside: str = "cream") -> str:
    """A salt pig, its wide mouth full of grey salt."""
    return (
        shadow(200, 110)
        + shape(
            "M86 280C70 190 122 92 214 96C296 100 330 180 314 276C310 304 292 318 262 318"
            "L130 318C104 318 90 304 86 280Z",
            body,
        )
        + shape("M240 100C306 116 328 190 314 276C310 304 292 318 262 318L226 318C276 280 284 170 240 100Z", dark(body))
        + oval((172, 214, 74, 66), dark(body, 0.1))
        + oval((172, 216, 62, 55), dark(body, 0.5))
        + shape(
            "M112 232C130 212 160 224 180 214C204 204 226 216 233 230C226 258 200 272 172 272C144 272 120 256 112 232Z",
            inside,
        )
        + turn(rect((196, 146, 12, 96), "wood", r=5), 32, 200, 200)
        + gleam("M108 172C118 142 140 122 168 114", 8)
    )


@drawing
def corkscrew(*, body: str = "wood", metal: str = "steel") -> str:
    """A T corkscrew and its cork."""
    worm = line(
        "M200 178L200 196C180 200 180 214 200 216C220 220 220 232 200 236"
        "C182 240 182 252 200 256C218 260 218 270 202 276L200 296",
        metal,
        9,
    )
    return (
        shadow(206, 100)
        + rect((262, 270, 40, 48), "straw", r=6)
        + rect((282, 270, 20, 48), dark("straw"), r=6)
        + disc(276, 288, 3, "oak")
        + disc(270, 302, 2, "oak")
        + turn(
            rect((110, 108, 180, 44), body, r=20)
            + rect((118, 132, 164, 17), dark(body), r=8)
            + rect((190, 146, 20, 36), metal, r=4)
            + worm
            + gleam("M128 120L208 120", 6)
            + rect((186, 106, 28, 48), "brass", r=4),
            -14,
            200,
            130,
        )
    )


@drawing
def egg_cup(*, body: str = "lemon", egg: str = "rose") -> str:
    """Two egg cups, a boiled egg with its hat off."""
    cup = turned([(44, 222), (44, 222), (40, 252), (16, 276), (18, 292), (42, 312), (44, 318), (44, 318)], body, 0)
    whole = oval((0, 196, 36, 48), egg) + gleam("M-18 178C-16 166 -10 160 -4 156", 5)
    cut = shape(
        "M-36 200C-34 176 -30 180 -24 174L-12 182L0 172L12 182L24 174C30 180 34 176 36 200L36 222L-36 222Z", "cream"
    ) + oval((0, 196, 20, 9), "#e8a93f")
    return (
        shadow(132, 60)
        + shadow(268, 60)
        + move(whole + cup, 132, 0)
        + move(cut + cup, 268, 0)
        + mirror(shape("M160 318C150 300 170 286 184 292C192 300 188 314 180 318Z", "cream"), 190)
    )
