"""Every address of the shop, in the three languages: French without prefix, `/en/`, `/es/`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from comptoir.heads.ui.words import FIRST
from comptoir.kernel.languages import LANGUAGES

SEGMENTS: dict[str, dict[str, str]] = {
    "category": {"fr": "rayon", "en": "category", "es": "categoria"},
    "product": {"fr": "produit", "en": "product", "es": "producto"},
    "search": {"fr": "recherche", "en": "search", "es": "buscar"},
    "suggestions": {"fr": "recherche/suggestions", "en": "search/suggestions", "es": "buscar/sugerencias"},
    "cart": {"fr": "panier", "en": "cart", "es": "carrito"},
    "cart_line": {"fr": "panier/lignes", "en": "cart/lines", "es": "carrito/lineas"},
    "shops": {"fr": "boutiques", "en": "shops", "es": "tiendas"},
    "contact": {"fr": "contact", "en": "contact", "es": "contacto"},
    "terms": {"fr": "conditions-de-vente", "en": "terms-of-sale", "es": "condiciones-de-venta"},
    "legal": {"fr": "mentions-legales", "en": "legal-notice", "es": "aviso-legal"},
    "privacy": {"fr": "donnees-personnelles", "en": "personal-data", "es": "datos-personales"},
}


@dataclass(frozen=True, slots=True)
class Paths:
    """The addresses of one language. Those that end with "/" wait for a slug or an id."""

    home: str
    category: str
    product: str
    search: str
    suggestions: str
    cart: str
    cart_line: str
    shops: str
    contact: str
    terms: str
    legal: str
    privacy: str


_WITH_A_NAME = frozenset({"category", "product", "cart_line"})


@functools.cache
def paths(language: str) -> Paths:
    home = prefix(language)
    return Paths(
        home=home,
        **{name: f"{home}{words[language]}{'/' if name in _WITH_A_NAME else ''}" for name, words in SEGMENTS.items()},
    )


def prefix(language: str) -> str:
    return "/" if language == FIRST else f"/{language}/"


def everywhere(name: str) -> dict[str, str]:
    """One page's address in each language."""
    return {language: getattr(paths(language), name) for language in LANGUAGES}
