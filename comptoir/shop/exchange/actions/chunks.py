"""One chunk of articles written whole: sheets, prices and stock, or none of it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock
from comptoir.kernel.errors import Refusal
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.errors import DraftsRefused
from comptoir.shop.catalogue.types import Product, ProductId, SheetFault, Upserted, VariantId
from comptoir.shop.exchange.actions.vocabulary import Prepared
from comptoir.shop.exchange.rules.drafting import Drafted, Drafting
from comptoir.shop.exchange.rules.schema import Schema
from comptoir.shop.exchange.types import ImportCounts, ReadArticle, ReadPrice, ReadVariant, Severity, Trouble
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.pricing import actions as pricing
from comptoir.shop.pricing.types import PriceDraft

_MOST_PRICES = 5_000
_MOST_PROBLEMS = 3  # told of one refused draft
_PICTURE = "legal.picture"
_Held = Mapping[str, tuple[SheetFault, ...]]
VariantIds = dict[int, VariantId]  # by the identity of the line read


@dataclass(slots=True)
class Written:
    """What came of a chunk, and whose deed it is. `awaited`: codes of articles whose pictures come after them."""

    actor: str
    awaited: Container[str] = frozenset()
    dry_run: bool = False
    counts: dict[str, int] = field(default_factory=lambda: asdict(ImportCounts()))
    troubles: list[Trouble] = field(default_factory=list)

    def add(self, name: str, count: int = 1) -> None:
        self.counts[name] += count


def write_articles(schema: Schema, prepared: Prepared, articles: Sequence[ReadArticle], *, actor: str) -> Written:
    """Write articles with their prices and stock inside the caller's transaction; what is refused is told.

    An article that the gate holds back while its pictures are still to come is neither counted nor told: whoever
    attaches them shows it.
    """
    written = Written(actor, schema.pictured_codes, schema.options.dry_run)
    drafting = Drafting(schema, prepared.sale, prepared.attributes, prepared.category_codes)
    products = _find_products(articles)
    drafted = [drafting.draft(article, products.get(id(article))) for article in articles]
    for one in drafted:
        written.troubles += one.troubles
    kept, outcomes = _upsert(drafted, written)
    variants = _variant_ids(kept, outcomes)
    _set_prices(kept, variants, prepared, written)
    _count_stock(kept, variants, prepared.sale.place, written)
    for one, outcome in zip(kept, outcomes, strict=True):
        _tally(one, outcome, written)
    return written


def _find_products(articles: Sequence[ReadArticle]) -> Mapping[int, Product]:
    """The product that each article is about: by code, else by the SKU of one of its variants."""
    by_code = queries.find_products_by_code([one.code for one in articles if one.code])
    found: dict[int, ProductId] = {}
    by_sku: dict[str, int] = {}
    for article in articles:
        if article.code in by_code:
            found[id(article)] = by_code[article.code]
        else:
            by_sku.update((variant.sku, id(article)) for variant in article.variants[:300] if variant.sku)
    held = queries.find_variants_by_sku(list(by_sku)[:5_000])
    owners = queries.find_products_of_variants(list(held.values()))
    for sku, variant in held.items():
        found.setdefault(by_sku[sku], owners[variant])
    ids = list(dict.fromkeys(found.values()))
    products = {product.id: product for product in queries.load_products(ids)}
    return {article: products[product] for article, product in found.items() if product in products}


def _upsert(drafted: list[Drafted], written: Written) -> tuple[list[Drafted], tuple[Upserted, ...]]:
    """Write the drafts; those that the catalogue refuses are told and set aside, the others go in."""
    left = drafted
    while left:
        try:
            with transaction.atomic():
                return left, catalogue.upsert_products([one.draft for one in left], actor=written.actor)
        except DraftsRefused as refusal:
            wrong = _tell_problems(left, refusal, written)
            left = [one for place, one in enumerate(left) if place not in wrong]
    return [], ()


def _tell_problems(drafted: list[Drafted], refusal: DraftsRefused, written: Written) -> set[int]:
    told: dict[int, int] = {}
    problems = refusal.facts["problems"]
    for problem in problems if isinstance(problems, list) else []:
        place = int(problem["index"])
        told[place] = told.get(place, 0) + 1
        if told[place] <= _MOST_PROBLEMS:
            article = drafted[place].article
            given = problem.get("facts", {}).get("given", "")
            facts: dict[str, str | int] = {
                "article": article.code[:64],
                "field": str(problem["field"])[:80],
                "reason": str(problem["reason"]),
                **({"given": str(given)[:60]} if given else {}),
            }
            written.troubles.append(Trouble(article.part, article.line, Severity.ERROR, "draft_refused", facts))
    written.add("refused", len(told))
    return set(told) or set(range(len(drafted)))


def _variant_ids(kept: Sequence[Drafted], outcomes: Sequence[Upserted]) -> VariantIds:
    found: VariantIds = {}
    nameless: dict[ProductId, list[ReadVariant]] = {}
    for one, outcome in zip(kept, outcomes, strict=True):
        for read in one.article.variants:
            if read.sku and read.sku in outcome.variants:
                found[id(read)] = outcome.variants[read.sku]
            elif read.prices or read.stock:
                nameless.setdefault(outcome.product, []).append(read)
    for product in queries.load_products(list(nameless)) if nameless else ():
        by_options = {tuple(sorted(variant.options.items())): variant.id for variant in product.variants}
        for read in nameless[product.id]:
            chosen = tuple(sorted((choice.option, choice.value) for choice in read.choices))
            if chosen in by_options:
                found[id(read)] = by_options[chosen]
    return found


def _set_prices(kept: Sequence[Drafted], variants: VariantIds, prepared: Prepared, written: Written) -> None:
    drafts = [
        _price_draft(variants[id(read)], price, money, prepared)
        for one in kept
        for read, price, money in one.prices
        if id(read) in variants
    ]
    for start in range(0, len(drafts), _MOST_PRICES):
        batch = drafts[start : start + _MOST_PRICES]
        try:
            with transaction.atomic():
                written.add("prices", pricing.set_prices(batch, actor=written.actor))
        except Refusal:
            _set_one_by_one(kept, batch, variants, written)


def _price_draft(variant: VariantId, price: ReadPrice, money: Money, prepared: Prepared) -> PriceDraft:
    now = clock.now()
    later = price.valid_from if price.valid_from and price.valid_from > now else None
    channel = price.channel or prepared.sale.channel
    return PriceDraft(variant, channel, money, prepared.sale.mode_of(price), later, "import")


def _set_one_by_one(
    kept: Sequence[Drafted], drafts: Sequence[PriceDraft], variants: VariantIds, written: Written
) -> None:
    lines = {variants[id(read)]: (one, read) for one in kept for read in one.article.variants if id(read) in variants}
    for draft in drafts:
        try:
            with transaction.atomic():
                written.add("prices", pricing.set_prices((draft,), actor=written.actor))
        except Refusal as refusal:
            one, read = lines[draft.variant]
            facts: dict[str, str | int] = {"sku": read.sku or "", "reason": refusal.code}
            written.troubles.append(Trouble(one.article.part, read.line, Severity.ERROR, "price_refused", facts))


def _count_stock(kept: Sequence[Drafted], variants: VariantIds, default: str, written: Written) -> None:
    by_place: dict[str, dict[UUID, int]] = {}
    for one in kept:
        for read in one.article.variants:
            for place, pieces in read.stock.items() if id(read) in variants else ():
                by_place.setdefault(place or default, {})[variants[id(read)]] = pieces
    for place, counts in by_place.items():
        rows = sorted(counts.items())
        for start in range(0, len(rows), _MOST_PRICES):
            try:
                with transaction.atomic():
                    changed = inventory.count_stock(
                        place, dict(rows[start : start + _MOST_PRICES]), actor=written.actor, reason="import"
                    )
                written.add("stocks", changed)
            except Refusal as refusal:
                facts: dict[str, str | int] = {"place": place[:64], "reason": refusal.code}
                written.troubles.append(Trouble(kept[0].article.part, 0, Severity.ERROR, "stock_refused", facts))


def _tally(one: Drafted, outcome: Upserted, written: Written) -> None:
    written.add(outcome.outcome)
    written.add("variants", len(one.article.variants))
    held = outcome.held_back
    if one.article.code in written.awaited:
        if held and not written.dry_run:
            return  # judged again once its pictures are there
        held = _without_picture(held)
    shown = [channel for channel in one.draft.channels if channel not in held]
    written.add("published" if shown else "kept_unpublished")
    tell_gate(one.article, one.draft.code, held, written)


def _without_picture(held: _Held) -> _Held:
    """What would still close the gate if there were a picture."""
    left = {channel: tuple(one for one in faults if one.field != _PICTURE) for channel, faults in held.items()}
    return {channel: faults for channel, faults in left.items() if faults}


def tell_gate(article: ReadArticle, code: str, held: _Held, written: Written) -> None:
    """Tell what keeps an article off each channel."""
    for channel, faults in held.items():
        for fault in faults:
            facts: dict[str, str | int] = {
                "article": code,
                "channel": channel,
                "fault": fault.code,
                "field": fault.field,
                "law": fault.law or "",
            }
            written.troubles.append(Trouble(article.part, article.line, Severity.WARNING, "gate_closed", facts))
