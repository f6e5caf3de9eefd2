"""Cards, sheets and pieces as stored: one statement each, decoded by msgspec."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import msgspec

from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import ProductId, VariantId
from comptoir.shop.shelf.errors import ArticleNotShown, SlugMoved
from comptoir.shop.shelf.queries.statements import among, decode_card, fetch, key_of, keys_of
from comptoir.shop.shelf.rules.pieces import piece_of
from comptoir.shop.shelf.rules.slugs import lender
from comptoir.shop.shelf.types import Card, Piece, Sheet

SHEETS_MOST = 1000

_decode_sheet = msgspec.json.Decoder(Sheet).decode

_CARDS = """
SELECT c.body FROM shelf_article a JOIN shelf_cardrow c ON c.article_id = a.id AND c.language = %s
WHERE a.channel = %s AND a.product IN (<keys>)
"""
_SHEET = "SELECT body FROM shelf_sheetrow WHERE channel = %s AND language = %s AND slug = %s ORDER BY id DESC LIMIT 1"
_SHEET_BY_PRODUCT = """
SELECT s.body FROM shelf_article a JOIN shelf_sheetrow s ON s.article_id = a.id AND s.language = %s
WHERE a.channel = %s AND a.product = %s
"""
# CROSS JOIN is a plain join to PostgreSQL; to SQLite it says to begin with the few pieces, not with a whole channel.
_SHEET_BY_SKU = """
SELECT s.body FROM shelf_piecerow p CROSS JOIN shelf_article a CROSS JOIN shelf_sheetrow s
WHERE p.sku = %s AND a.id = p.article_id AND s.article_id = a.id AND s.language = %s AND a.channel = %s
ORDER BY s.id LIMIT 1
"""
_SHEETS_BY_VARIANT = """
SELECT p.variant, s.body FROM shelf_piecerow p CROSS JOIN shelf_article a CROSS JOIN shelf_sheetrow s
WHERE a.id = p.article_id AND s.article_id = a.id AND a.channel = %s AND s.language = %s AND p.variant IN (<keys>)
"""
_SHEETS = """
SELECT s.body FROM shelf_article a JOIN shelf_sheetrow s ON s.article_id = a.id AND s.language = %s
WHERE a.channel = %s AND a.product > %s ORDER BY a.product LIMIT %s
"""
_SHEETS_OF = """
SELECT s.body FROM shelf_article a JOIN shelf_sheetrow s ON s.article_id = a.id AND s.language = %s
WHERE a.channel = %s AND a.product IN (<keys>) ORDER BY a.product
"""


def list_cards(products: Sequence[ProductId], channel: str, language: str) -> tuple[Card, ...]:
    """The cards of those products that are shown, in the order given; the others are left out. One statement."""
    if not products:
        return ()
    rows = fetch(among(_CARDS, products), [language, channel, *keys_of(products)])
    cards = {card.product: card for card in (decode_card(body) for (body,) in rows)}
    return tuple(cards[product] for product in products if product in cards)


def find_sheet(channel: str, language: str, slug: str) -> Sheet:
    """The sheet at `slug`, in one statement. Refuses SlugMoved (with where it is now) and ArticleNotShown."""
    if "\0" in slug:
        raise ArticleNotShown(slug=slug)
    rows = fetch(_SHEET, [channel, language, slug])
    if rows:
        return _decode_sheet(rows[0][0])
    lent = lender(slug)
    hit = catalogue.resolve_slug("product", *(lent or (language, slug)))
    if hit is None:
        raise ArticleNotShown(slug=slug)
    raise SlugMoved(slug=find_sheet_by_product(channel, language, ProductId(hit.object_id)).slug)


def find_sheet_by_product(channel: str, language: str, product: ProductId) -> Sheet:
    """The sheet of a product. Refuses ArticleNotShown."""
    rows = fetch(_SHEET_BY_PRODUCT, [language, channel, key_of(product)])
    if not rows:
        raise ArticleNotShown(product=str(product))
    return _decode_sheet(rows[0][0])


def find_sheet_by_sku(channel: str, language: str, sku: str) -> Sheet:
    """The sheet of the product that has a variant of this SKU. Refuses ArticleNotShown."""
    rows = fetch(_SHEET_BY_SKU, [sku, language, channel]) if sku and "\0" not in sku else ()
    if not rows:
        raise ArticleNotShown(sku=sku)
    return _decode_sheet(rows[0][0])


def list_pieces(variants: Sequence[VariantId], channel: str, language: str) -> Mapping[VariantId, Piece]:
    """What a cart needs to name each variant that is on show; those that are not are left out. One statement."""
    if not variants:
        return {}
    rows = fetch(among(_SHEETS_BY_VARIANT, variants), [channel, language, *map(key_of, variants)])
    pieces: dict[VariantId, Piece] = {}
    for variant, body in rows:
        key = VariantId(variant if isinstance(variant, UUID) else UUID(variant))
        piece = piece_of(_decode_sheet(body), key)
        if piece is not None:
            pieces[key] = piece
    return pieces


def list_sheets(channel: str, language: str, *, after: ProductId | None = None, limit: int = 200) -> tuple[Sheet, ...]:
    """Every sheet of a channel and language by product id, after the last one seen; at most 1,000 at a time."""
    start = key_of(after or UUID(int=0))
    rows = fetch(_SHEETS, [language, channel, start, min(limit, SHEETS_MOST)])
    return tuple(_decode_sheet(body) for (body,) in rows)


def list_sheets_of(products: Sequence[ProductId], channel: str, language: str) -> tuple[Sheet, ...]:
    """The sheets of those products that are shown, by product id; the first 1,000 asked for. One statement."""
    asked = products[:SHEETS_MOST]
    if not asked:
        return ()
    rows = fetch(among(_SHEETS_OF, asked), [language, channel, *map(key_of, asked)])
    return tuple(_decode_sheet(body) for (body,) in rows)
