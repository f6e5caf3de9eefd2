"""Named goods and people of the demo shop, for tests, journeys and load: say `cast.CLOGS`, not a SKU by heart.

Nobody here exists; telephone numbers and addresses of e-mail are of the ranges kept for fiction.
"""

from __future__ import annotations

from dataclasses import dataclass

CHANNEL = "web"


@dataclass(frozen=True, slots=True)
class Good:
    """An article by its code, one of its variants by its SKU, and its price now in cents."""

    code: str
    sku: str
    cents: int
    slug: str


@dataclass(frozen=True, slots=True)
class Person:
    """A customer: name, e-mail, telephone, lines of address, language."""

    name: str
    email: str
    phone: str
    address: tuple[str, ...]
    language: str = "fr"


CLOGS = Good("sabots-aulne", "SAB-AUL-39", 4_900, "sabots-en-aulne")
"""Nine sizes, one of them sold out."""
CLOGS_SOLD_OUT = Good("sabots-aulne", "SAB-AUL-44", 4_900, "sabots-en-aulne")
CAN = Good("arrosoir-zinc", "ARR-ZIN-9L", 5_900, "arrosoir-en-zinc")
"""Three sizes at three prices; this one goes up on 4 January 2027."""
TOWEL = Good("torchon-lin", "TOR-LIN-BRIQUE", 1_450, "torchon-de-lin-a-liteaux")
HONEY = Good("miel-anjou", "MIE-ANJ-FLEURS", 1_150, "miel-d-anjou-500-g")
"""Food at 5.5 %, with a unit price of 23.00 a kilo."""
BOOK = Good("livre-potager", "LIV-POT", 2_450, "le-potager-d-une-annee-par-odile-marchais")
CASSEROLE = Good("cocotte-fonte", "COC-FON-VERT", 17_900, "cocotte-en-fonte-emaillee")
"""All its colours go up on 28 December 2026."""
MATTOCK_LAST = Good("serfouette", "SER-FOU", 2_900, "serfouette-a-main")
"""One piece, in the shop of Saumur only."""
CLOCHE_SOLD_OUT = Good("cloche-verre", "CLO-VER", 4_200, "cloche-de-maraicher")
BARROW_DRAFT = Good("brouette-bois", "BRO-BOI", 18_900, "brouette-de-jardin")
"""A draft that the publish gate refuses: its guarantee is not said."""
DUSTER_ARCHIVED = Good("plumeau-autruche", "PLU-AUT", 3_100, "plumeau-d-autruche")

GOODS = (
    CLOGS,
    CLOGS_SOLD_OUT,
    CAN,
    TOWEL,
    HONEY,
    BOOK,
    CASSEROLE,
    MATTOCK_LAST,
    CLOCHE_SOLD_OUT,
    BARROW_DRAFT,
    DUSTER_ARCHIVED,
)

MARGUERITE = Person(
    "Marguerite Thibaudeau",
    "marguerite.thibaudeau@exemple.example",
    "02 61 91 33 01",
    ("4 rue des Bateliers", "49730 Montsoreau", "France"),
)
"""Gardens, knows what she wants, buys on her telephone."""
LUCAS = Person(
    "Lucas Hervouet",
    "lucas.hervouet@exemple.example",
    "01 99 00 42 17",
    ("Appartement 12", "88 avenue de la Gare", "75013 Paris", "France"),
)
"""A guest who never makes an account, and fills three carts before one order."""
ELEANOR = Person(
    "Eleanor Whitby",
    "eleanor.whitby@example.example",
    "01 99 00 42 18",
    ("Le Moulin", "49250 Les Bois-d'Anjou", "France"),
    "en",
)
"""Has moved here from Yorkshire and reads the shop in English."""
ALVARO = Person(
    "Álvaro Ibarra",
    "alvaro.ibarra@ejemplo.example",
    "01 99 00 42 19",
    ("Calle del Molino 7", "31001 Pamplona", "España"),
    "es",
)
"""Buys from Spain, where VAT is another."""
ODETTE = Person(
    "Odette Passerose",
    "odette@maison-passerose.example",
    "02 61 91 14 00",
    ("14 rue du Puits-Neuf", "49400 Saumur", "France"),
)
"""The owner."""
PEOPLE = (MARGUERITE, LUCAS, ELEANOR, ALVARO, ODETTE)
