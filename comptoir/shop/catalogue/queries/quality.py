"""Judge sheets as they are now, and read the scores kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Min

from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.queries.media import list_media
from comptoir.shop.catalogue.queries.products import load_products
from comptoir.shop.catalogue.queries.vocabulary import find_channel, read_attribute, read_choices, read_family
from comptoir.shop.catalogue.rules import gtin, judging, legal
from comptoir.shop.catalogue.rules.drafts import description_print
from comptoir.shop.catalogue.rules.sheets import Sheet, Twin
from comptoir.shop.catalogue.rules.slices import in_slices
from comptoir.shop.catalogue.types import (
    Attribute,
    Family,
    LegalBlock,
    LegalFieldView,
    Option,
    Product,
    ProductId,
    RegimeView,
    SheetFault,
    SheetQuality,
)

MOST_WEAK = 200


def judge_sheets(products: Sequence[ProductId], channel: str) -> tuple[SheetQuality, ...]:
    """Completeness, quality and faults of these products (at most 500) in each language of the channel, as they are
    now, whether published or not. Unknown ids are left out; refuses `ChannelNotFound`. A fixed number of statements.
    """
    place = find_channel(channel)
    sheets = read_sheets(load_products(products))
    return tuple(judging.judge(sheet, place, language) for sheet in sheets for language in place.languages)


def list_weakest_sheets(channel: str, language: str, *, limit: int = 50) -> tuple[SheetQuality, ...]:
    """The sheets of lowest quality as last judged, the worst first, at most 200."""
    rows = models.SheetScore.objects.filter(channel=channel, language=language).order_by("quality", "product_id")
    return tuple(_score(row) for row in rows[: min(limit, MOST_WEAK)])


def list_scores(products: Sequence[ProductId], channel: str) -> tuple[SheetQuality, ...]:
    """Scores of these products as last judged; a product never judged is left out. One statement."""
    rows = models.SheetScore.objects.filter(channel=channel, product_id__in=products)
    return tuple(_score(row) for row in rows.order_by("product_id", "language"))


def list_legal_blocks(products: Sequence[ProductId]) -> Mapping[ProductId, tuple[LegalBlock, ...]]:
    """What each regime of its family makes each product (at most 500) say, the brand's values where it says nothing."""
    found = load_products(products)
    families = models.Family.objects.filter(code__in={product.family for product in found})
    regimes = {row.code: tuple(row.regimes) for row in families}
    return {
        product.id: legal.blocks(regimes[product.family], product.legal, product.brand.legal if product.brand else {})
        for product in found
    }


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The families and attributes that some products name."""

    families: Mapping[str, Family]
    attributes: Mapping[str, Attribute]


def load_words(products: Sequence[Product]) -> SheetWords:
    """The families and attributes that these products name; two statements."""
    families = models.Family.objects.filter(code__in={product.family for product in products})
    named = {code for product in products for code in product.attributes}
    named.update(code for product in products for variant in product.variants for code in variant.attributes)
    attributes = models.Attribute.objects.filter(code__in=named)
    return SheetWords(
        {row.code: read_family(row) for row in families}, {row.code: read_attribute(row) for row in attributes}
    )


def list_regimes() -> tuple[RegimeView, ...]:
    """Every legal regime that a family may obey, with its fields and their law ids. No statement."""
    return tuple(
        RegimeView(
            regime.code,
            regime.law,
            tuple(_legal_field(regime, field) for field in regime.fields),
            regime.facts,
        )
        for regime in legal.REGIMES.values()
    )


def _legal_field(regime: legal.Regime, field: legal.LegalField) -> LegalFieldView:
    required = field.need is legal.Need.ALWAYS
    return LegalFieldView(field.code, field.law or regime.law, str(field.shape), required, tuple(sorted(field.among)))


def read_sheets(products: Sequence[Product], words: SheetWords | None = None) -> tuple[Sheet, ...]:
    """These products with all that judging them needs; six statements, whatever their number."""
    words = words or load_words(products)
    chosen = {code for product in products for code in product.options}
    options = {
        row.code: Option(row.code, row.label, read_choices(row.values))
        for row in models.Option.objects.filter(code__in=chosen)
    }
    media = list_media([product.id for product in products])
    numbers = _gtin_owners(products)
    twins = _description_twins(products)
    return tuple(
        Sheet(
            product=product,
            family=words.families[product.family],
            attributes=words.attributes,
            options=options,
            media=media.get(product.id, ()),
            gtin_twins=_other_owners(product, numbers),
            description_twin=_other_twin(product, twins),
        )
        for product in products
    )


def _numbers(product: Product) -> Iterable[str]:
    return (variant.gtin for variant in product.variants if variant.gtin is not None and variant.active)


def _gtin_owners(products: Sequence[Product]) -> dict[str, list[tuple[UUID, str]]]:
    """For each article number, the first two articles (by code) that have it: id and code."""
    asked = {spelled for product in products for number in _numbers(product) for spelled in gtin.writings(number)}
    found: dict[str, list[tuple[UUID, str]]] = {}
    for some in in_slices(asked):
        rows = models.Variant.objects.filter(gtin__in=some, active=True).exclude(product__status="archived")
        for number, product, code in rows.order_by("product__code").values_list("gtin", "product_id", "product__code"):
            owners = found.setdefault(gtin.key(number or ""), [])
            if len(owners) < 2 and (product, code) not in owners:
                owners.append((product, code))
    return found


def _other_owners(product: Product, owners: Mapping[str, Sequence[tuple[UUID, str]]]) -> dict[str, str]:
    return {
        number: code
        for number in _numbers(product)
        for one, code in owners.get(gtin.key(number), ())
        if one != product.id
    }


def _description_twins(products: Sequence[Product]) -> dict[str, Twin]:
    """For each description, the first article (by code) that says it."""
    prints = {description_print(product.description) for product in products} - {""}
    if not prints:
        return {}
    firsts = models.Product.objects.filter(description_print__in=prints).values("description_print")
    codes = dict(firsts.annotate(first=Min("code")).values_list("first", "description_print"))
    rows = models.Product.objects.filter(code__in=codes).values_list("code", "name", "family_id")
    return {codes[code]: Twin(code, name, family) for code, name, family in rows}


def _other_twin(product: Product, twins: Mapping[str, Twin]) -> Twin | None:
    twin = twins.get(description_print(product.description))
    return twin if twin is not None and twin.code != product.code else None


def _score(row: models.SheetScore) -> SheetQuality:
    return SheetQuality(
        product=ProductId(row.product_id),
        channel=row.channel_id,
        language=row.language,
        completeness=row.completeness,
        quality=row.quality,
        faults=tuple(SheetFault(**fault) for fault in row.faults),
    )
