"""Rebuilds articles of the shelf, some or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock, outbox
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Channel, ProductId
from comptoir.shop.shelf.actions.departments import lay_departments, rebuild_categories, recount_departments
from comptoir.shop.shelf.actions.gathering import gather_matters, gather_vocabulary, priced
from comptoir.shop.shelf.actions.holding import hold_channels
from comptoir.shop.shelf.actions.writing import bump, write_articles
from comptoir.shop.shelf.events import CardsChanged
from comptoir.shop.shelf.models import Article, Generation
from comptoir.shop.shelf.rules.assembly import Matter
from comptoir.shop.shelf.rules.making import make
from comptoir.shop.shelf.rules.vocabulary import Vocabulary

CHUNK = 200

Progress = Callable[[int, int | None], None]
"""Told (done, total or None) after each chunk."""


@dataclass(frozen=True, slots=True)
class _Batch:
    products: Sequence[ProductId]
    matters: dict[ProductId, Matter]
    words: Vocabulary
    at: datetime
    anew: bool


def rebuild(products: Sequence[UUID], *, channel: str | None = None) -> int:
    """Bring the cards and sheets of these products to what the rooms below say now; on one channel, or on all.

    Any number of products, a transaction per 200; the same call again writes nothing. How many articles changed.
    """
    channels = _channels(channel)
    if not channels or not products:
        return 0
    words = gather_vocabulary()
    keys = [ProductId(key) for key in sorted(set(products))]
    chunks = (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
    return sum(_rebuild_chunk(chunk, channels, words) for chunk in chunks)


def rebuild_all(progress: Progress | None = None) -> int:
    """Write every category and article of every channel anew, from nothing if need be; what is shown stays up.

    May be stopped at any moment and run again. How many articles were gone through.
    """
    rebuild_categories()
    channels, words = _channels(None), gather_vocabulary()
    total = catalogue.count_products()
    done, last = 0, None
    while keys := catalogue.list_product_ids(after=last, limit=CHUNK):
        _rebuild_chunk(keys, channels, words, anew=True)
        done, last = done + len(keys), keys[-1]
        if progress:
            progress(done, total)
    _drop_orphans(channels, words)
    recount_departments()
    return done


def _channels(code: str | None) -> tuple[Channel, ...]:
    return (catalogue.find_channel(code),) if code is not None else tuple(catalogue.list_channels())


def _rebuild_chunk(
    products: Sequence[ProductId], channels: Sequence[Channel], words: Vocabulary, *, anew: bool = False
) -> int:
    with transaction.atomic():
        held = hold_channels([each.code for each in channels])
        at = clock.now()
        batch = _Batch(products, gather_matters(products, words), words, at, anew)
        return sum(_write_channel(held[each.code], each, batch) for each in channels)


def _write_channel(held: Generation, channel: Channel, batch: _Batch) -> int:
    if lay_departments(channel, batch.words, only_missing=True):
        bump(held, at=batch.at, menu=True)
    matters = priced(batch.matters, channel, batch.at)
    made = [make(matter, channel, batch.words, at=batch.at) for matter in matters.values()]
    changed, menu = write_articles(channel.code, batch.products, made, anew=batch.anew)
    if changed:
        bump(held, at=batch.at, menu=menu, turns=[turn for each in made for turn in each.turns])
        outbox.emit(CardsChanged(products=tuple(changed), channel=channel.code), about=f"shelf:{channel.code}")
    return len(changed)


def _drop_orphans(channels: Sequence[Channel], words: Vocabulary) -> None:
    """Take down articles of products that the catalogue no longer has, and whole channels that are no more."""
    last = UUID(int=0)
    shelved = Article.objects.order_by("product").values_list("product", flat=True).distinct()
    while keys := list(shelved.filter(product__gt=last)[:CHUNK]):
        there = {product.id for product in catalogue.load_products([ProductId(key) for key in keys])}
        orphans = [ProductId(key) for key in keys if key not in there]
        if orphans:
            _rebuild_chunk(orphans, channels, words)
        last = keys[-1]
