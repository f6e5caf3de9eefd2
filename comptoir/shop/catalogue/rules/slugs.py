"""Slugs: what an address says of an article, a category or a brand."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
LONGEST_KEPT = 160
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "ð": "d"}
    | {"þ": "th", "&": " ", "€": " euros ", "²": "2", "³": "3", "½": " 1-2 ", "+": " plus "}
)
_APOSTROPHES = re.compile(r"['’ʼ]")
_OTHERS = re.compile(r"[^a-z0-9]+")
_SHAPE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAIL = re.compile(r"-[^-]*$")

RESERVED = frozenset({
    "api", "admin", "static", "media", "assets", "health", "metrics", "robots", "sitemap", "favicon", "index", "new",
    "edit", "delete", "page", "feed", "fr", "en", "es", "panier", "cart", "cesta", "carrito", "recherche", "search",
    "buscar", "compte", "account", "cuenta", "login", "logout", "connexion", "deconnexion", "commande", "commandes",
    "order", "orders", "pedido", "pedidos", "checkout", "paiement", "payment", "pago", "magasins", "boutiques",
    "shops", "tiendas", "contact", "mentions-legales", "legal", "cgv", "terms", "aide", "help", "ayuda", "categorie",
    "categories", "category", "categoria", "produit", "produits", "product", "products", "producto", "productos",
    "marque", "marques", "brand", "brands", "marca", "marcas", "retractation", "withdrawal",
})  # fmt: skip
"""Words that a head may use as an address of its own; a slug never equals one."""


def make_slug(text: str) -> str:
    """Small ASCII letters, digits and hyphens, at most 80, cut between words; "" when nothing readable is left."""
    spelled = _APOSTROPHES.sub(" ", text.translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    slug = _OTHERS.sub("-", plain).strip("-")
    if len(slug) <= LONGEST:
        return slug
    cut = slug[: LONGEST + 1]
    return (_TAIL.sub("", cut) if "-" in cut else cut[:LONGEST]).strip("-")


def is_slug(text: str) -> bool:
    """Whether a text can stand in an address as it is."""
    return len(text) <= LONGEST_KEPT and _SHAPE.fullmatch(text) is not None


def candidates(wanted: str, code: str, tail: str) -> tuple[str, ...]:
    """Slugs to try in turn: the wanted one unless reserved, then with the object's code, then with `tail`.

    The code is unique among its kind, so that a whole batch is settled by one look-up whatever the collisions.
    """
    suffix = make_slug(code)
    first = (wanted,) if wanted and wanted not in RESERVED else ()
    second = (f"{wanted}-{suffix}".strip("-"),) if suffix and suffix != wanted else ()
    return tuple(slug for slug in (*first, *second, f"{wanted}-{tail}".strip("-")) if slug not in RESERVED)
