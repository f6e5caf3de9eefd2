"""Stock and prices that moved: rebuilds only the articles whose shown numbers differ from what is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import msgspec

from comptoir.kernel import clock
from comptoir.shop.catalogue.types import VariantId
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.pricing import queries as pricing
from comptoir.shop.shelf.actions.rebuilding import rebuild
from comptoir.shop.shelf.models import Article, PieceRow, SheetRow
from comptoir.shop.shelf.rules.prices import steps_of
from comptoir.shop.shelf.rules.stock import stock_of
from comptoir.shop.shelf.types import PriceStep


class _Numbers(msgspec.Struct):
    """What a written sheet says of a variant's price and stock; the rest of its bytes is skipped."""

    id: UUID
    prices: tuple[PriceStep, ...]
    stock: dict[str, int]
    online: int


class _Written(msgspec.Struct):
    variants: tuple[_Numbers, ...]


_decode = msgspec.json.Decoder(_Written).decode


def restock(variants: Sequence[UUID]) -> int:
    """Stock of these variants moved: rebuild the shown articles whose pieces, as shown, differ. How many changed."""
    written = _written(variants, channel=None)
    levels = inventory.list_levels(list(variants))
    places = {place.id: place for place in inventory.list_places()}
    shown = {key: stock_of(levels.get(key, ()), places) for key in variants}
    moved = {product for product, each in written if shown.get(each.id) not in (None, (each.stock, each.online))}
    return rebuild(sorted(moved))


def reprice(variants: Sequence[UUID], channel: str) -> int:
    """Prices of these variants were recorded: rebuild the articles whose dated prices differ. How many changed."""
    keys = [VariantId(key) for key in variants]
    quotes = pricing.list_quotes(keys, channel, at=clock.now())
    steps = {key: steps_of(quotes.get(key, ())) for key in keys}
    told = {each.id: each.prices for _, each in _written(variants, channel=channel)}
    moved = [key for key in keys if told.get(key, ()) != steps[key]]
    owners = PieceRow.objects.filter(variant__in=moved, article__channel=channel)
    return rebuild(list(owners.values_list("article__product", flat=True).distinct()), channel=channel)


def _written(variants: Sequence[UUID], *, channel: str | None) -> list[tuple[UUID, _Numbers]]:
    """(product, numbers) of these variants as each channel's sheets say them, read in one language."""
    owners = PieceRow.objects.filter(variant__in=variants).values("article")
    articles = Article.objects.filter(shown=True, pk__in=owners)
    if channel is not None:
        articles = articles.filter(channel=channel)
    bodies: Mapping[int, tuple[UUID, bytes]] = {
        row: (product, bytes(body))
        for row, product, body in SheetRow.objects.filter(article__in=articles)
        .order_by("article", "-language")
        .values_list("article_id", "article__product", "body")
    }
    asked = set(variants)
    return [(product, each) for product, body in bodies.values() for each in _decode(body).variants if each.id in asked]
