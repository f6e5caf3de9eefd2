"""Words the contradictions are read from: folding, colours, what an attribute is about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from comptoir.kernel.units import Spotted, spot
from comptoir.shop.catalogue.types import Attribute, SheetFault

_WORD = re.compile(r"[a-z0-9]+")


def fault(code: str, where: str, **facts: object) -> SheetFault:
    """A contradiction, which closes the gate."""
    said = {name: str(fact)[:200] for name, fact in facts.items()}
    return SheetFault(f"contradiction.{code}", where, said, blocking=True)


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    return (
        unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe"))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )


def each(spelled: str) -> frozenset[str]:
    """The words of a list written on one line."""
    return frozenset(spelled.split())


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


_COLOURS = {
    "black": "noir noire noirs noires black negro negra negros negras schwarz anthracite",
    "white": "blanc blanche blancs blanches white blanco blanca blancos blancas ivoire ivory ecru creme cream weiss",
    "grey": "gris grise grises grey gray argent argente argentee silver plata plateado anthracite graphite",
    "red": "rouge rouges red rojo roja rojos rojas bordeaux burgundy carmin rot",
    "blue": "bleu bleue bleus bleues blue azul azules marine navy turquoise indigo cyan blau",
    "green": "vert verte verts vertes green verde verdes kaki khaki olive turquoise",
    "yellow": "jaune jaunes yellow amarillo amarilla gelb or gold dore doree dorado moutarde mustard",
    "orange": "orange oranges naranja corail coral terracotta brique brick",
    "pink": "rose roses pink rosa fuchsia magenta",
    "purple": "violet violette violets violettes purple morado morada mauve lilas lilac prune",
    "brown": "marron marrons brun brune bruns brunes brown chocolat cognac camel noisette caramel bronze",
    "beige": "beige beiges sable sand taupe ecru creme cream naturel natural lin",
}
COLOURS: Mapping[str, frozenset[str]] = {
    word: frozenset(colour for colour, spelled in _COLOURS.items() if word in spelled.split())
    for spellings in _COLOURS.values()
    for word in spellings.split()
}
"""Colour word, folded, to the colours it may mean."""
SEVERAL_COLOURS = each(
    "multicolore multicolores multicolour multicolor assorti assortis assortie assorties assorted surtido transparent"
)
# Colour words that titles also use for something else: alone they prove nothing.
_DOUBTFUL = each(
    "or gold silver plata bronze orange rose oranges roses chocolat naturel natural lin marine argent prune olive "
    "sable sand"
)


def colours_said(text: str, *, surely: bool = False) -> frozenset[str]:
    """The colours a text names; `surely` leaves out the words that also mean something else."""
    found: set[str] = set()
    for word in words(text):
        if word in COLOURS and not (surely and word in _DOUBTFUL):
            found |= COLOURS[word]
    return frozenset(found)


@lru_cache(maxsize=2048)
def measures_in(title: str) -> tuple[Spotted, ...]:
    """The measures a title says; remembered, since every language and several contradictions ask."""
    return spot(title) if any(sign.isdigit() for sign in title) else ()


class About(StrEnum):
    """What an attribute measures or says, as far as its code and labels tell."""

    COLOUR = "colour"
    DIAGONAL = "diagonal"
    WEIGHT = "weight"
    CAPACITY = "capacity"
    MEMORY = "memory"
    POWER = "power"
    QUANTITY = "quantity"
    BATTERY = "battery"


_ABOUT: tuple[tuple[About, re.Pattern[str]], ...] = tuple(
    (about, re.compile(rf"\b(?:{pattern})\b"))
    for about, pattern in (
        (About.COLOUR, "couleurs?|coloris|colou?rs?|product colou?r|colores"),
        (About.DIAGONAL, "diagonale?|(?:taille|dimension) (?:de l |d )?ecran|(?:screen|display) size|pantalla"),
        (About.WEIGHT, "poids|weight|peso|masse"),
        (About.CAPACITY, "contenance|volume|volumen|capacite|capacity|capacidad|contenido"),
        (About.MEMORY, "memoire|memory|memoria|stockage|storage|almacenamiento|ram|capacite|capacity|capacidad"),
        (About.POWER, "puissance|power|potencia|wattage"),
        (
            About.QUANTITY,
            "quantite|quantity|cantidad|nombre de pieces|pieces|number of pieces|pieces? par (?:lot|boite)|unidades"
            "|conditionnement|pack size|quantity per pack|nombre par (?:lot|boite)",
        ),
        (About.BATTERY, r"(?:piles?|batter(?:ie|ies|y)|accus?|pilas?|baterias?|alimentation|power source)"),
    )
)
_NOT_THE_THING = re.compile(
    r"\b(?:emballages?|package|packaging|packed|brut|gross|max|maxim\w+|supporte\w*|charge|load|colis|expedition"
    r"|shipping|case|carton|pallet|palette|compatible?|compatibil\w+|min|minim\w+|bac|tray|papier|paper|media|spare"
    r"|standby|veille|sortie|output|rated|sleep|off|ready|support|capabilit\w+|speaker|enceinte|cartouche|optional"
    r"|intermodal|containers?|master|outer|layer|buffer|cache|video|graphi\w+|internal memory|usb"
    r"|embalaje|peso bruto)\b"
)


def about(attribute: Attribute) -> frozenset[About]:
    """What an attribute is about; nothing when it speaks of the box, of a limit or of what is compatible."""
    return _about(attribute.code, tuple(attribute.label.values()))


@lru_cache(maxsize=16_384)
def _about(code: str, labels: tuple[str, ...]) -> frozenset[About]:
    spelled = " ".join(
        word for text in (code.replace("_", " ").replace(".", " "), *labels) for word in (*words(text), "|")
    )
    if _NOT_THE_THING.search(spelled):
        return frozenset()
    return frozenset(one for one, pattern in _ABOUT if pattern.search(spelled))
