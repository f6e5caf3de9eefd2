"""Examples of the document, made of the very types that answer, so that none can drift."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from comptoir.heads.api.wire.articles import (
    Article,
    ArticlePage,
    ArticleSheet,
    Availability,
    PlaceStock,
    Price,
    VariantSheet,
)
from comptoir.heads.api.wire.cart import (
    Amount,
    Cart,
    CartOpened,
    CartWelcome,
    Line,
    LineChange,
    NewCart,
    NewLine,
    NewQuantity,
)
from comptoir.heads.api.wire.search import SearchPage, Suggestions
from comptoir.heads.api.wire.shop import Menu
from comptoir.shop.search.types import FacetGroup, FacetValue, PriceRange, Suggestion
from comptoir.shop.shelf.types import Crumb, MenuNode, Notice, Picture, Term


def _plain(value: object) -> Any:
    return msgspec.to_builtins(value)


_AT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
_ARTICLE_ID = UUID("01938c5e-7a00-7000-8000-000000000001")
_VARIANT_ID = UUID("01938c5e-7a00-7000-8000-000000000002")
_LINE_ID = UUID("01938c5e-7a00-7000-8000-000000000003")
_CART_ID = UUID("01938c5e-7a00-7000-8000-000000000004")
_CATEGORY_ID = UUID("01938c5e-7a00-7000-8000-000000000005")
_PICTURE = Picture("Lampe d’établi allumée", 1200, 1200, (("pictures/1a/lamp-400.webp", 400, 400, "image/webp"),))
_PRICE = Price(gross=4_990, net=4_158, rate_bp=2_000, currency="EUR", since=_AT)
_ARTICLE = Article(
    id=_ARTICLE_ID,
    code="LAMP",
    slug="lampe-d-etabli",
    name="Lampe d’établi",
    language="fr",
    summary="Éclaire sans éblouir.",
    brand="Atelier Nord",
    price=_PRICE,
    stock="in",
    places=("lyon",),
    picture=_PICTURE,
    variant=_VARIANT_ID,
    variants=1,
)
_LINE = Line(
    id=_LINE_ID,
    variant=_VARIANT_ID,
    article=_ARTICLE_ID,
    name="Lampe d’établi",
    choice="",
    slug="lampe-d-etabli",
    picture="pictures/1a/lamp-400.webp",
    sku="LAMP-1",
    quantity=2,
    unit=Amount(4_990, "EUR"),
    total=Amount(9_980, "EUR"),
    available=7,
    changes=(LineChange("price_up", 4_790, 4_990),),
)
_CART = Cart(
    id=_CART_ID,
    channel="web",
    lines=(_LINE,),
    saved=(),
    removed=(),
    count=2,
    subtotal=Amount(9_980, "EUR"),
    touched_at=_AT,
    version=3,
)

ARTICLES = _plain(ArticlePage((_ARTICLE,), 120, "WyJyYW5rIiwtMTc2MjA3MDQwMCwxXQ"))
SHEET = _plain(
    ArticleSheet(
        id=_ARTICLE_ID,
        code="LAMP",
        slug="lampe-d-etabli",
        slugs={"fr": "lampe-d-etabli", "en": "bench-lamp"},
        name="Lampe d’établi",
        language="fr",
        currency="EUR",
        summary="Éclaire sans éblouir.",
        summary_language="fr",
        description="<p>Un bras d’acier, une tête qui tourne.</p>",
        description_language="fr",
        brand="Atelier Nord",
        brand_code="atelier-nord",
        categories=("home", "lighting"),
        crumbs=((Crumb("Maison", "maison"), Crumb("Luminaires", "luminaires")),),
        pictures=(_PICTURE,),
        documents=(("Notice", "documents/2b/notice.pdf"),),
        options=(),
        variants=(
            VariantSheet(
                id=_VARIANT_ID,
                sku="LAMP-1",
                gtin="3760000000017",
                options={},
                price=_PRICE,
                stock={"depot": 7, "lyon": 2},
                online=7,
                pictures=(),
                facts=(),
            ),
        ),
        attributes=(Term("height", "Hauteur", "measure", (("42.5", "42,5 cm"),), unit="cm"),),
        facts=(("Hauteur", "42,5 cm"),),
        notices=(Notice("gpsr", "GPS-1", "Sécurité du produit", (("Fabricant", "Atelier Nord, Lille"),)),),
        seo_title="Lampe d’établi",
        seo_description="Éclaire sans éblouir.",
        updated_at=_AT,
    )
)
AVAILABILITY = _plain(
    Availability(
        variant=_VARIANT_ID,
        sku="LAMP-1",
        online=7,
        places=(
            PlaceStock("depot", "Dépôt", "warehouse", 7, sells_online=True),
            PlaceStock("lyon", "Lyon", "shop", 2, sells_online=False),
        ),
    )
)
MENU = _plain(
    Menu(
        (MenuNode(category=_CATEGORY_ID, code="lighting", label="Luminaires", lang="fr", slug="luminaires", count=14),)
    )
)
FOUND = _plain(
    SearchPage(
        articles=(_ARTICLE,),
        total=1,
        page=1,
        pages=1,
        facets=(FacetGroup("brand", "Marque", (FacetValue("atelier-nord", "Atelier Nord", 1, chosen=False),)),),
        price_range=PriceRange(4_990, 4_990),
        corrected="",
        relaxed=False,
    )
)
SUGGESTIONS = _plain(Suggestions((Suggestion("product", "Lampe d’établi", "lampe-d-etabli"),)))
CART = _plain(_CART)
CART_OPENED = _plain(CartOpened("tq0b0mCkJ1W8aXnB2u3vYzKpLrSdEfGhIjKlMnOpQrS", _CART))
WELCOME = _plain(CartWelcome(waiting=True, count=2, lines=1, touched_at=_AT))
NEW_CART = _plain(NewCart("fr"))
NEW_LINE = _plain(NewLine(_VARIANT_ID, 2))
NEW_QUANTITY = _plain(NewQuantity(3))
