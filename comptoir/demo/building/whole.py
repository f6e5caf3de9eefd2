"""From nothing to the whole shop, and the same again when nothing changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comptoir.demo.building import goods
from comptoir.demo.building.house import furnish_house
from comptoir.demo.building.pictures import list_articles, list_pictures
from comptoir.demo.building.sheets import list_drafts
from comptoir.demo.building.words import ACTOR, CHANNEL, define_words
from comptoir.kernel import outbox
from comptoir.kernel.jobs import run_all, silent
from comptoir.kernel.jobs.progress import Progress
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.types import MediaUpload, ProductId, SheetFault, Upserted, VariantId

STEPS = 7


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: articles by outcome ("created", "updated", "unchanged"), and those the publish gate refused."""

    articles: Mapping[str, int]
    variants: int
    pictures: int
    receipts: int
    prices: int
    shown: int
    refused: Mapping[str, tuple[SheetFault, ...]]


def build_shop(*, progress: Progress = silent) -> Built:
    """Make the whole demo shop by actions, projections and search index included.

    Running it again changes nothing but what the content files changed. Takes about ten seconds on SQLite.
    """
    progress(0, STEPS, "words, makers, departments")
    furnish_house()
    define_words()
    goods.open_places()
    progress(1, STEPS, "articles")
    upserted = catalogue.upsert_products(list_drafts(), actor=ACTOR)
    variants = {sku: variant for one in upserted for sku, variant in one.variants.items()}
    progress(2, STEPS, "goods received")
    receipts = goods.receive_goods(variants)
    progress(3, STEPS, "prices")
    prices = goods.set_prices(variants)
    progress(4, STEPS, "pictures")
    pictures = attach_pictures({one.code: one.product for one in upserted}, variants)
    progress(5, STEPS, "opening")
    refused, shown = open_shop(upserted)
    progress(6, STEPS, "shelves and search")
    settle()
    progress(STEPS, STEPS, "done")
    outcomes = Counter(one.outcome for one in upserted)
    return Built(outcomes, len(variants), pictures, receipts, prices, shown, refused)


def attach_pictures(products: Mapping[str, ProductId], variants: Mapping[str, VariantId]) -> int:
    """Attach every drawing; the same again changes nothing. Answers how many there are."""
    uploads = [
        (
            products[article.code],
            MediaUpload(
                filename=picture.filename,
                content=picture.content,
                alt=picture.alt,
                variant=variants[picture.sku] if picture.sku else None,
                position=picture.position,
            ),
        )
        for article in list_articles()
        for picture in list_pictures(article)
    ]
    return len(catalogue.attach_many(uploads, actor=ACTOR))


def open_shop(upserted: Sequence[Upserted]) -> tuple[dict[str, tuple[SheetFault, ...]], int]:
    """Publish all but the archived; answers those that the gate refused with their faults, and how many are shown."""
    archived = {article.code for article in list_articles() if article.status == "archived"}
    codes = {one.product: one.code for one in upserted if one.code not in archived}
    refused = catalogue.publish_products(tuple(codes), CHANNEL, actor=ACTOR)
    return {codes[product]: faults for product, faults in refused}, len(codes) - len(refused)


def settle() -> None:
    """Let every reaction and job run until nothing is left to tell."""
    while outbox.relay_all() + run_all():
        pass
