"""Export the whole catalogue, or an empty template, to a zip of CSV tables, a workbook or JSON lines."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from comptoir.kernel import clock
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.catalogue.types import Product, VariantId
from comptoir.shop.exchange.actions.writing import CsvZip, Rows, Writer, writer_for
from comptoir.shop.exchange.errors import UnknownFormat
from comptoir.shop.exchange.rules import tables, template
from comptoir.shop.exchange.rules.pictures import ORIGINAL, media_rows
from comptoir.shop.exchange.rules.tables import Cells, Goods, SalePrice, Telling
from comptoir.shop.exchange.types import ExportReport, Progress
from comptoir.shop.inventory.queries import list_levels, list_places
from comptoir.shop.inventory.types import PlaceId
from comptoir.shop.pricing.queries import list_steps

_AT_ONCE = 250
_VARIANTS_AT_ONCE = 500


def export_catalogue(
    path: str, *, pictures: bool = True, progress: Callable[[Progress], None] | None = None
) -> ExportReport:
    """Write the whole catalogue with its vocabulary, prices and stock, in every language; the suffix says the shape.

    `.zip` (a CSV a table, and the original of each picture and document in `media/` unless `pictures` is False),
    `.xlsx` (a sheet a table), `.jsonl` or `.jsonl.gz`. Importing the file gives the same catalogue again; the history
    of prices and stock stays with the shop. Streams: memory does not grow with the catalogue, one picture is held at
    a time. The file appears whole or not at all. Refuses `UnknownFormat`, `CellTooLong`.
    """
    with Rows() as products, Rows() as prices, Rows() as media:
        tapes = {"products": products, "prices": prices}
        if pictures and path.lower().endswith(".zip"):
            tapes["media"] = media
        _gather(tapes, progress)
        return _write(path, {**_vocabulary(), **tapes})


def write_template(path: str) -> ExportReport:
    """Write a small example to fill in: each table with its columns and one or two rows."""
    return _write(path, {table: list(rows) for table, rows in template.TABLES.items()})


def _write(path: str, contents: dict[str, Rows | list[Cells]]) -> ExportReport:
    target = Path(path)
    make = writer_for(target.name)
    if make is None:
        raise UnknownFormat(file=target.name, formats=".zip, .xlsx, .jsonl, .jsonl.gz")
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        rows, lost = _write_tables(make(unfinished), contents)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    return ExportReport(str(target), rows, target.stat().st_size, lost)


def _write_tables(writer: Writer, contents: Mapping[str, Rows | list[Cells]]) -> tuple[dict[str, int], int]:
    """The rows written by table, and how many pictures are lost: named by the shop, gone from its store."""
    written = {}
    lost: set[str] = set()
    with writer:
        for table in tables.KEYS:
            rows = contents.get(table, [])
            if table == "media" and isinstance(writer, CsvZip):
                lost = _write_pictures(writer, rows)
            seen = rows.columns if isinstance(rows, Rows) else set(chain.from_iterable(rows))
            columns = tables.columns_of(table, {*seen, *tables.least_columns(table)} - {ORIGINAL})
            if rows or table == "products":
                written[table] = writer.write(table, columns, (row for row in rows if row.get("file") not in lost))
    return written, len(lost)


def _write_pictures(writer: CsvZip, rows: Iterable[Cells]) -> set[str]:
    """Write each file once, whatever the number of articles that show it; gives the names of those that are lost."""
    seen: set[str] = set()
    lost: set[str] = set()
    for row in rows:
        name = row["file"]
        if name not in seen:
            seen.add(name)
            content = catalogue.load_original(row[ORIGINAL], row["kind"])
            if content is None:
                lost.add(name)
            else:
                writer.keep(name, content)
    return lost


def _vocabulary() -> dict[str, list[Cells]]:
    attributes, families = catalogue.list_attributes(), catalogue.list_families()
    categories = catalogue.list_categories()
    codes = {category.id: category.code for category in categories}
    return {
        "channels": [tables.channel_row(one) for one in catalogue.list_channels()],
        "places": [tables.place_row(one) for one in list_places()],
        "attributes": [tables.attribute_row(one) for one in attributes],
        "choices": [row for one in attributes for row in tables.choice_rows(one)],
        "options": [row for one in catalogue.list_options() for row in tables.option_rows(one)],
        "custom_fields": [tables.custom_field_row(one) for one in catalogue.list_custom_fields()],
        "families": [tables.family_row(one) for one in families],
        "family_attributes": [row for one in families for row in tables.family_attribute_rows(one)],
        "brands": [tables.brand_row(one) for one in catalogue.list_brands()],
        "categories": [tables.category_row(one, codes) for one in sorted(categories, key=lambda one: one.code)],
    }


def _gather(tapes: Mapping[str, Rows], progress: Callable[[Progress], None] | None) -> None:
    """Read every article once, to a tape on disk: which columns a table has is known when its last row is."""
    channels = catalogue.list_channels()
    places = {place.id: place.code for place in list_places()}
    telling = Telling(
        modes={channel.code: channel.price_mode for channel in channels},
        categories={category.id: category.code for category in catalogue.list_categories()},
        places=tuple(places.values()),
        packed=len(catalogue.list_attributes()) > tables.MOST_COLUMNS,
    )
    total, done = catalogue.count_products(), 0
    for batch in _products():
        goods = _goods(batch, tuple(telling.modes), places)
        for product in batch:
            tapes["products"].extend(tables.product_rows(product, goods, telling))
            tapes["prices"].extend(tables.price_rows(product, goods))
        if "media" in tapes:
            media = catalogue.list_media([product.id for product in batch])
            for product in batch:
                tapes["media"].extend(media_rows(product, media.get(product.id, ())))
        done += len(batch)
        if progress:
            progress(Progress("writing", done, max(total, done)))


def _products() -> Iterator[tuple[Product, ...]]:
    after = None
    while ids := catalogue.list_product_ids(after=after, limit=_AT_ONCE):
        yield catalogue.load_products(ids)
        after = ids[-1]


def _goods(batch: tuple[Product, ...], channels: tuple[str, ...], places: Mapping[PlaceId, str]) -> dict[object, Goods]:
    now = clock.now()
    variants = [variant.id for product in batch for variant in product.variants]
    goods: dict[object, Goods] = {variant: Goods() for variant in variants}
    for start in range(0, len(variants), _VARIANTS_AT_ONCE):
        some: list[VariantId] = variants[start : start + _VARIANTS_AT_ONCE]
        for channel in channels:
            for variant, steps in list_steps(some, channel, at=now).items():
                goods[variant].prices += [
                    SalePrice(channel, step.amount, step.mode, step.since if step.since > now else None)
                    for step in steps
                ]
        for variant, levels in list_levels(some).items():
            goods[variant].stock = {places[level.place]: level.on_hand for level in levels}
    return goods
