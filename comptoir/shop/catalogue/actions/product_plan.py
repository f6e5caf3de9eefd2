"""Drafts against the rows that are there: what differs, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from comptoir.kernel.ids import new_id
from comptoir.shop.catalogue.locks import lock_product_codes
from comptoir.shop.catalogue.models import Placement, Product, Publication, Variant
from comptoir.shop.catalogue.rules.drafts import NormalDraft
from comptoir.shop.catalogue.rules.variants import NormalVariant

_DERIVED = frozenset({"description_print"})
_BY_NAME = {"family_id": "family", "brand_id": "brand"}


@dataclass(slots=True)
class Held:
    """What is there of the articles that a batch names, locked."""

    products: dict[str, Product]
    variants: dict[UUID, list[Variant]] = field(default_factory=dict)
    placements: dict[UUID, list[Placement]] = field(default_factory=dict)
    channels: dict[UUID, set[str]] = field(default_factory=dict)


@dataclass(slots=True)
class ProductPlan:
    """One draft beside its rows: the row as it will be, and everything that differs."""

    draft: NormalDraft
    row: Product
    created: bool
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    variant_before: dict[str, Any] = field(default_factory=dict)
    variant_after: dict[str, Any] = field(default_factory=dict)
    variants: list[Variant] = field(default_factory=list)  # every variant it will have, in draft order
    changed_variants: list[Variant] = field(default_factory=list)
    vacated: list[UUID] = field(default_factory=list)  # variants whose unique values move
    unplaced: list[int] = field(default_factory=list)
    placed: list[Placement] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        return self.created or bool(self.after) or bool(self.changed_variants)

    def tell(self, name: str, before: Any, after: Any) -> None:
        """Note one difference, for the journal."""
        self.before[name] = before
        self.after[name] = after


def load_held(drafts: Sequence[NormalDraft]) -> Held:
    """Lock and read what is there of these articles; four statements."""
    held = Held({row.code: row for row in lock_product_codes([draft.code for draft in drafts])})
    ids = [row.id for row in held.products.values()]
    if not ids:
        return held
    for variant in Variant.objects.filter(product_id__in=ids).order_by("position", "id"):
        held.variants.setdefault(variant.product_id, []).append(variant)
    for placement in Placement.objects.filter(product_id__in=ids).order_by("position", "id"):
        held.placements.setdefault(placement.product_id, []).append(placement)
    shown = Publication.objects.filter(product_id__in=ids).values_list("product_id", "channel_id")
    for product, channel in shown:
        held.channels.setdefault(product, set()).add(channel)
    return held


def plan_product(draft: NormalDraft, held: Held, at: datetime) -> ProductPlan:
    """What writing one draft comes to."""
    row = held.products.get(draft.code)
    if row is None:
        row = Product(id=new_id(), code=draft.code, created_at=at, updated_at=at, **draft.fields)
        plan = ProductPlan(draft, row, created=True)
    else:
        plan = ProductPlan(draft, row, created=False)
        _compare_fields(plan)
    _compare_variants(plan, held.variants.get(row.id, []))
    _compare_placements(plan, held.placements.get(row.id, []))
    return plan


def _compare_fields(plan: ProductPlan) -> None:
    row = plan.row
    for name, value in plan.draft.fields.items():
        kept = getattr(row, name)
        if kept != value:
            setattr(row, name, value)
            if name not in _DERIVED:
                plan.tell(_BY_NAME.get(name, name), _json(kept), _json(value))


def _compare_variants(plan: ProductPlan, held: Sequence[Variant]) -> None:
    matched = _match(plan.draft.variants, held)
    for wanted in plan.draft.variants:
        row = matched.get(id(wanted))
        if row is None:
            row = Variant(id=new_id(), product_id=plan.row.id, **wanted.fields)
            plan.changed_variants.append(row)
            plan.variant_after[str(row.id)] = {"sku": row.sku, "gtin": row.gtin, "options": row.options}
        else:
            _compare_variant(plan, row, wanted.fields)
        plan.variants.append(row)
    kept = {row.id for row in matched.values()}
    keys = {wanted.options_key for wanted in plan.draft.variants}
    for row in held:
        if row.id not in kept and (row.active or row.options_key in keys):
            moved = {"active": False} | ({"options_key": f"was:{row.id}"} if row.options_key in keys else {})
            _compare_variant(plan, row, moved)
    if plan.variant_after and not plan.created:
        plan.tell("variants", plan.variant_before, plan.variant_after)


def _match(drafts: Iterable[NormalVariant], held: Sequence[Variant]) -> dict[int, Variant]:
    """Each draft's row: by SKU first, then by the same options among the rows no SKU claims."""
    by_sku = {row.sku: row for row in held if row.sku is not None}
    matched = {id(one): by_sku[one.sku] for one in drafts if one.sku is not None and one.sku in by_sku}
    claimed = {row.id for row in matched.values()}
    by_options = {row.options_key: row for row in held if row.id not in claimed}
    for one in drafts:
        if id(one) not in matched and one.options_key in by_options:
            matched[id(one)] = by_options.pop(one.options_key)
    return matched


def _compare_variant(plan: ProductPlan, row: Variant, wanted: Mapping[str, Any]) -> None:
    differ = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not differ:
        return
    if "sku" in differ or "options_key" in differ:
        plan.vacated.append(row.id)
    plan.variant_before[str(row.id)] = {name: getattr(row, name) for name in differ}
    plan.variant_after[str(row.id)] = differ
    for name, value in differ.items():
        setattr(row, name, value)
    plan.changed_variants.append(row)


def _compare_placements(plan: ProductPlan, held: Sequence[Placement]) -> None:
    wanted = list(plan.draft.categories)
    if [row.category_id for row in held] == wanted:
        return
    plan.unplaced = [row.pk for row in held if row.category_id not in wanted]
    plan.placed = [
        Placement(product_id=plan.row.id, category_id=category, position=position)
        for position, category in enumerate(wanted)
    ]
    if not plan.created:
        plan.tell("categories", [str(row.category_id) for row in held], [str(one) for one in wanted])


def _json(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
