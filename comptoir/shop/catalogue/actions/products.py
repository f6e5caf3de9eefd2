"""Write articles: many at once, only what differs, everything or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

from comptoir.kernel import clock, sql
from comptoir.kernel.journal import Entry, record_many
from comptoir.kernel.outbox import emit
from comptoir.shop.catalogue.actions.product_channels import Shown, settle_channels
from comptoir.shop.catalogue.actions.product_plan import ProductPlan, load_held, plan_product
from comptoir.shop.catalogue.actions.slugs import SlugPlan, SlugWish, plan_slugs, write_slugs
from comptoir.shop.catalogue.errors import DraftsRefused
from comptoir.shop.catalogue.events import ProductsChanged
from comptoir.shop.catalogue.locks import again_on_conflict
from comptoir.shop.catalogue.models import Placement, Product, Variant
from comptoir.shop.catalogue.queries.drafts import read_drafts
from comptoir.shop.catalogue.rules.slices import in_slices
from comptoir.shop.catalogue.types import ProductDraft, ProductId, Upserted, VariantId

PRODUCT_COLUMNS = [
    "status", "family", "brand", "name", "summary", "description", "seo_title", "seo_description", "attributes",
    "legal", "options", "tax_class", "custom", "description_print", "version", "updated_at",
]  # fmt: skip
VARIANT_COLUMNS = [
    "sku", "gtin", "options", "options_key", "attributes", "weight_g", "length_mm", "width_mm", "height_mm",
    "net_amount", "net_unit", "position", "active",
]  # fmt: skip


def upsert_products(drafts: Sequence[ProductDraft], *, actor: str) -> tuple[Upserted, ...]:
    """Write at most 500 drafts, all or none, in a bounded number of statements; an unchanged one writes nothing.

    Outcomes in the order given. Refuses `DraftsRefused` with every problem of every draft, as `check_drafts` tells
    them without writing, and `TooManyDrafts`. Two batches that name the same article or SKU at once end as if one
    had come after the other.
    """
    return again_on_conflict(lambda: _upsert(drafts, actor))


def _upsert(drafts: Sequence[ProductDraft], actor: str) -> tuple[Upserted, ...]:
    normal, problems, vocabulary = read_drafts(drafts)
    if problems:
        raise DraftsRefused(problems=[asdict(problem) for problem in problems])
    at = clock.now()
    held = load_held(normal)
    plans = [plan_product(draft, held, at) for draft in normal]
    slugs = plan_slugs("product", [_wish(plan) for plan in plans], at)
    for plan in plans:
        if plan.row.id in slugs.after and not plan.created:
            plan.tell("slugs", slugs.before.get(plan.row.id, {}), slugs.after[plan.row.id])
    changed = [plan for plan in plans if plan.differs]
    _write(changed, slugs, at)
    record_many(_entry(plan, actor) for plan in changed)
    shown = settle_channels(plans, held.channels, vocabulary, actor=actor)
    told = [plan.row.id for plan in plans if plan.differs or plan.row.id in shown.changed]
    if told:
        emit(ProductsChanged(products=tuple(told)), about=f"product:{told[0]}")
    return tuple(_outcome(plan, shown) for plan in plans)


def _wish(plan: ProductPlan) -> SlugWish:
    return SlugWish(plan.row.id, plan.row.code, plan.draft.slugs, plan.draft.fields["name"])


def _write(changed: Sequence[ProductPlan], slugs: SlugPlan, at: datetime) -> None:
    """Rows in key order, so that two batches wait for one another instead of embracing."""
    for plan in changed:
        if not plan.created:
            plan.row.version += 1
            plan.row.updated_at = at
    rows = sorted((plan.row for plan in changed), key=lambda row: row.code)
    made = {plan.row.id for plan in changed if plan.created}
    sql.insert_rows([row for row in rows if row.id in made])
    Product.objects.bulk_create(
        [row for row in rows if row.id not in made],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=PRODUCT_COLUMNS,
    )
    vacated = [variant for plan in changed for variant in plan.vacated]
    for some in in_slices(vacated):
        Variant.objects.filter(id__in=some).update(sku=None, options_key=Cast("id", CharField()))
    variants = sorted((row for plan in changed for row in plan.changed_variants), key=_variant_key)
    sql.insert_rows([row for row in variants if row.product_id in made])
    Variant.objects.bulk_create(
        [row for row in variants if row.product_id not in made],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=VARIANT_COLUMNS,
    )
    unplaced = [pk for plan in changed for pk in plan.unplaced]
    for stale in in_slices(unplaced):
        Placement.objects.filter(pk__in=stale).delete()
    sql.insert_rows([row for plan in changed if plan.created for row in plan.placed])
    placed = [row for plan in changed if not plan.created for row in plan.placed]
    Placement.objects.bulk_create(
        placed, update_conflicts=True, unique_fields=["product", "category"], update_fields=["position"]
    )
    write_slugs(slugs)


def _variant_key(row: Variant) -> tuple[str, UUID]:
    return row.sku or "", row.id


def _entry(plan: ProductPlan, actor: str) -> Entry:
    about = f"product:{plan.row.id}"
    if plan.created:
        # The rows themselves are the rest of "after", until a change journals what they said before it.
        skus = [row.sku for row in plan.variants]
        said = {"code": plan.row.code, "family": plan.row.family_id, "name": plan.row.name, "skus": skus}
        return Entry(actor, "product.created", about, after=said)
    return Entry(actor, "product.changed", about, before=plan.before, after=plan.after)


def _outcome(plan: ProductPlan, shown: Shown) -> Upserted:
    updated = plan.differs or plan.row.id in shown.changed
    outcome = "created" if plan.created else "updated" if updated else "unchanged"
    skus = {row.sku: VariantId(row.id) for row in plan.variants if row.sku is not None}
    return Upserted(plan.draft.code, outcome, ProductId(plan.row.id), skus, shown.held_back.get(plan.row.id, {}))
