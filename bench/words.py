"""The words that made-up articles are named with, and searched by."""

from __future__ import annotations

THINGS = [
    "lampe",
    "table",
    "chaise",
    "sabot",
    "panier",
    "arrosoir",
    "couteau",
    "torchon",
    "savon",
    "carnet",
    "bol",
    "cruche",
    "brosse",
    "vase",
    "tabouret",
]
MADE_OF = ["bois", "zinc", "lin", "coton", "cuir", "grès", "verre", "laiton", "osier", "inox", "chanvre", "émail"]
COLOURS = ["vert", "brique", "paille", "encre", "crème", "bleu", "gris", "noir", "blanc", "rouge", "ocre", "prune"]
