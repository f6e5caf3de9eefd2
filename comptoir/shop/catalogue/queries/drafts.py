"""Read product drafts against the vocabulary and the articles that are there; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence

from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.errors import TooManyDrafts
from comptoir.shop.catalogue.queries.vocabulary import read_attribute, read_family
from comptoir.shop.catalogue.rules.drafts import DraftReading, NormalDraft, Vocabulary
from comptoir.shop.catalogue.rules.slices import in_slices
from comptoir.shop.catalogue.types import DraftProblem, ProductDraft

MOST = 500


def check_drafts(drafts: Sequence[ProductDraft]) -> tuple[DraftProblem, ...]:
    """Every reason why `upsert_products` would refuse these drafts, at most 500 of them; () when it would not."""
    return read_drafts(drafts)[1]


def read_drafts(
    drafts: Sequence[ProductDraft],
) -> tuple[tuple[NormalDraft, ...], tuple[DraftProblem, ...], Vocabulary]:
    """Drafts as they would be kept, the problems found, and the vocabulary they were read with.

    The drafts are to be written only when there is no problem. A fixed number of reads.
    """
    if len(drafts) > MOST:
        raise TooManyDrafts(count=len(drafts), limit=MOST)
    vocabulary = load_vocabulary(drafts)
    readings = [DraftReading(index, draft, vocabulary) for index, draft in enumerate(drafts)]
    normal = tuple(reading.read() for reading in readings)
    problems = [problem for reading in readings for problem in reading.problems]
    problems += _doubles(normal) + _taken_skus(normal)
    return normal, tuple(sorted(problems, key=lambda problem: problem.index)), vocabulary


def load_vocabulary(drafts: Sequence[ProductDraft]) -> Vocabulary:
    """The words that these drafts name, as far as they exist."""
    attributes = {code for draft in drafts for code in draft.attributes}
    attributes.update(code for draft in drafts for variant in draft.variants for code in variant.attributes)
    options = {code for draft in drafts for code in draft.options}
    options.update(code for draft in drafts for variant in draft.variants for code in variant.options)
    families = models.Family.objects.filter(code__in={draft.family for draft in drafts})
    brands = models.Brand.objects.filter(code__in={draft.brand for draft in drafts if draft.brand})
    categories = models.Category.objects.filter(code__in={code for draft in drafts for code in draft.categories})
    channels = models.Channel.objects.filter(code__in={code for draft in drafts for code in draft.channels})
    return Vocabulary(
        families={row.code: read_family(row) for row in families},
        attributes={row.code: read_attribute(row) for row in models.Attribute.objects.filter(code__in=attributes)},
        options={
            row.code: frozenset(value["code"] for value in row.values)
            for row in models.Option.objects.filter(code__in=options)
        },
        brands=dict(brands.values_list("code", "id")),
        categories=dict(categories.values_list("code", "id")),
        channels=frozenset(channels.values_list("code", flat=True)),
    )


def _doubles(drafts: Sequence[NormalDraft]) -> list[DraftProblem]:
    """The same code or SKU in two drafts of one batch."""
    codes: dict[str, int] = {}
    skus: dict[str, int] = {}
    found = []
    for index, draft in enumerate(drafts):
        if draft.code in codes:
            found.append(DraftProblem(index, draft.code, "code_twice", "code", {"first": str(codes[draft.code])}))
        codes.setdefault(draft.code, index)
        for place, variant in enumerate(draft.variants):
            first = skus.setdefault(variant.sku, index) if variant.sku is not None else index
            if first != index:
                facts = {"sku": variant.sku or "", "first": str(first)}
                found.append(DraftProblem(index, draft.code, "sku_twice", f"variants.{place}.sku", facts))
    return found


def _taken_skus(drafts: Sequence[NormalDraft]) -> list[DraftProblem]:
    """SKUs that belong to another article."""
    skus = {variant.sku for draft in drafts for variant in draft.variants if variant.sku is not None}
    owners: dict[str | None, str] = {}
    for some in in_slices(sorted(skus)):
        owners.update(models.Variant.objects.filter(sku__in=some).values_list("sku", "product__code"))
    return [
        DraftProblem(
            index,
            draft.code,
            "sku_of_another_product",
            f"variants.{place}.sku",
            {"sku": variant.sku or "", "product": owners[variant.sku]},
        )
        for index, draft in enumerate(drafts)
        for place, variant in enumerate(draft.variants)
        if variant.sku in owners and owners[variant.sku] != draft.code
    ]
