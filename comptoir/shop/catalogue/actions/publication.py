"""Show articles on a channel, and withdraw them; the gate lets only lawful, coherent sheets through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from comptoir.kernel import clock, sql
from comptoir.kernel.journal import Entry, record_many
from comptoir.kernel.outbox import emit
from comptoir.shop.catalogue.errors import ProductNotFound, TooManyDrafts
from comptoir.shop.catalogue.events import ProductsChanged
from comptoir.shop.catalogue.locks import again_on_conflict, lock_products
from comptoir.shop.catalogue.models import Publication, SheetScore
from comptoir.shop.catalogue.queries.products import load_products
from comptoir.shop.catalogue.queries.quality import judge_sheets, read_sheets
from comptoir.shop.catalogue.queries.vocabulary import find_channel, list_channels
from comptoir.shop.catalogue.rules import judging
from comptoir.shop.catalogue.types import ProductId, SheetFault

MOST = 500
MOST_FAULTS = 50


def publish_products(
    products: Sequence[ProductId], channel: str, *, actor: str
) -> tuple[tuple[ProductId, tuple[SheetFault, ...]], ...]:
    """Show these products (at most 500) on a channel, except those whose sheet lacks a legal field or contradicts
    itself: they are given back with everything that closes the gate, and stay or become hidden there.

    Refuses `ChannelNotFound`, `ProductNotFound` when any id is unknown. Publishing twice changes nothing.
    """
    return again_on_conflict(lambda: _publish(products, channel, actor))


def withdraw_products(products: Sequence[ProductId], channel: str, *, actor: str) -> None:
    """Hide these products (at most 500) from a channel. Hiding what is not shown changes nothing."""
    find_channel(channel)
    again_on_conflict(lambda: _withdraw(_locked(products), channel, actor))


def score_sheets(products: Sequence[ProductId]) -> int:
    """Judge these products (at most 500) for every channel and language and keep the scores, each with its first 50
    faults; gives how many."""
    at = clock.now()
    rows = [
        SheetScore(
            product_id=judged.product,
            channel_id=judged.channel,
            language=judged.language,
            completeness=judged.completeness,
            quality=judged.quality,
            blocked=any(fault.blocking for fault in judged.faults),
            faults=[asdict(fault) for fault in judged.faults[:MOST_FAULTS]],
            judged_at=at,
        )
        for channel in list_channels()
        for judged in judge_sheets(products, channel.code)
    ]
    columns = ["completeness", "quality", "blocked", "faults", "judged_at"]
    unique = ["product", "channel", "language"]
    SheetScore.objects.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=columns)
    return len(rows)


def recheck_products(products: Sequence[ProductId], *, actor: str) -> tuple[ProductId, ...]:
    """Hide these products (at most 500) wherever a legal field is now missing: its brand lost an address, its last
    picture was taken off. Gives those hidden. Contradictions do not hide what is shown: the other sheet may be wrong.
    """
    return again_on_conflict(lambda: _recheck(products, actor))


def _recheck(products: Sequence[ProductId], actor: str) -> tuple[ProductId, ...]:
    there = [ProductId(one) for one in lock_products(products)]
    shown = [product for product in load_products(there) if product.channels]
    places = {channel.code: channel for channel in list_channels()}
    hide = [
        (sheet.product.id, code)
        for sheet in (read_sheets(shown) if shown else ())
        for code in sheet.product.channels
        if any(fault.law is not None for fault in judging.gate(sheet, places[code]))
    ]
    write_shown((), hide, actor=actor)
    hidden = {product for product, _ in hide}
    _tell({*hidden})
    return tuple(sorted(hidden))


def _locked(products: Sequence[ProductId]) -> list[UUID]:
    if len(products) > MOST:
        raise TooManyDrafts(count=len(products), limit=MOST)
    there = lock_products(products)
    missing = sorted(set(products) - set(there))
    if missing:
        raise ProductNotFound(products=[str(one) for one in missing])
    return there


def _publish(
    products: Sequence[ProductId], channel: str, actor: str
) -> tuple[tuple[ProductId, tuple[SheetFault, ...]], ...]:
    place = find_channel(channel)
    _locked(products)
    sheets = read_sheets(load_products(products))
    judged = [(sheet.product.id, judging.gate(sheet, place)) for sheet in sheets]
    refused = tuple((product, faults) for product, faults in judged if faults)
    shown = {sheet.product.id for sheet in sheets if channel in sheet.product.channels}
    show = [(product, channel) for product, faults in judged if not faults and product not in shown]
    hide = [(product, channel) for product, _ in refused if product in shown]
    write_shown(show, hide, actor=actor)
    _tell({product for product, _ in (*show, *hide)})
    return refused


def _withdraw(products: Sequence[UUID], channel: str, actor: str) -> None:
    rows = Publication.objects.filter(product_id__in=products, channel_id=channel)
    hide = [(product, channel) for product in rows.order_by("product_id").values_list("product_id", flat=True)]
    write_shown((), hide, actor=actor)
    _tell({product for product, _ in hide})


def write_shown(show: Sequence[tuple[UUID, str]], hide: Sequence[tuple[UUID, str]], *, actor: str) -> None:
    """Write and journal which locked products are now shown on which channel, and which no longer are.

    The gate has been passed; whoever calls announces it.
    """
    at = clock.now()
    entries = [Entry(actor, "product.published", f"product:{one}", after={"channel": place}) for one, place in show]
    entries += [Entry(actor, "product.withdrawn", f"product:{one}", before={"channel": place}) for one, place in hide]
    if not entries:
        return
    shown = [Publication(product_id=one, channel_id=place, at=at, actor=actor) for one, place in show]
    sql.insert_rows(shown, unless_there=True)
    for channel in sorted({place for _, place in hide}):
        hidden = [one for one, place in hide if place == channel]
        Publication.objects.filter(product_id__in=hidden, channel_id=channel).delete()
    record_many(entries)


def _tell(products: set[UUID]) -> None:
    if products:
        emit(ProductsChanged(products=tuple(sorted(products))), about=f"product:{min(products)}")
