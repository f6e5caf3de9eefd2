"""From an article as read to the draft the catalogue takes: typed values, and what the file does not say kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from comptoir.kernel.languages import Text
from comptoir.kernel.money import Money, exponent, round_half_up
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeValue,
    CategoryId,
    Product,
    ProductDraft,
    ProductStatus,
    Variant,
    VariantDraft,
)
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.merging import address_slugs, as_it_is, first_of, matching, merged
from comptoir.shop.exchange.rules.schema import Schema
from comptoir.shop.exchange.rules.texts import shorten
from comptoir.shop.exchange.rules.typed import typed_value
from comptoir.shop.exchange.rules.values import number_text
from comptoir.shop.exchange.types import (
    ReadArticle,
    ReadAttribute,
    ReadPrice,
    ReadVariant,
    Severity,
    Trouble,
)

_LIMITS = {"name": 250, "summary": 1_000, "seo_title": 250, "seo_description": 500, "description": 65_000}
_LEGAL_LISTS = frozenset({"allergens"})


@dataclass(frozen=True, slots=True)
class Sale:
    """Where the goods go: the import's channel and currency, the price mode asked for, what each channel has."""

    channel: str
    currency: str
    mode: str
    currencies: Mapping[str, str]
    modes: Mapping[str, str]
    place: str
    languages: tuple[str, ...]

    def mode_of(self, price: ReadPrice) -> str:
        """The mode asked for by option, else the file's, else the channel's."""
        channel = price.channel or self.channel
        return (not price.channel and self.mode) or price.mode or self.modes.get(channel, "gross")


@dataclass(slots=True)
class Drafted:
    """A draft with what stands beside it: prices and pieces by variant, in the order of the file's variants."""

    article: ReadArticle
    draft: ProductDraft
    troubles: list[Trouble] = field(default_factory=list)
    prices: list[tuple[ReadVariant, ReadPrice, Money]] = field(default_factory=list)
    unpriced: bool = False


class Drafting:
    """Makes drafts. `attributes` are the catalogue's as they will be once the missing ones are made."""

    def __init__(
        self, schema: Schema, sale: Sale, attributes: Mapping[str, Attribute], category_codes: Mapping[CategoryId, str]
    ) -> None:
        self.schema, self.sale, self.attributes = schema, sale, attributes
        self.category_codes = category_codes

    def draft(self, article: ReadArticle, product: Product | None) -> Drafted:
        """The draft of one article, over the product that is there already, if any."""
        drafted = Drafted(article, _EMPTY)
        self._make_distinct(drafted)
        self._price(drafted)
        texts = {name: self._text(drafted, name, product) for name in _LIMITS}
        if self.schema.options.copy_names and not article.coded:
            texts["name"] = self._copied(texts["name"])
        brand, family = self.schema.brand_of(article), self.schema.family_of(article)
        drafted.draft = ProductDraft(
            code=product.code if product else article.code,
            family=family or (product.family if product else ""),
            variants=self._variants(drafted, product),
            brand=(product.brand.code if product and product.brand else None) if brand is None else brand or None,
            categories=self._categories(article, product),
            slugs=merged(product.slugs if product else {}, address_slugs(article.slugs)),
            attributes=self._values(drafted, article.attributes, product.attributes if product else {}),
            legal=self._legal(article, product.legal if product else {}),
            options=self._options(article, product),
            tax_class=article.tax_class or (product.tax_class if product else self.schema.options.tax_class),
            status=ProductStatus(article.status or (product.status if product else ProductStatus.ACTIVE)),
            channels=self._channels(drafted, product),
            custom=merged(product.custom if product else {}, article.custom),
            **texts,
        )
        return drafted

    def _make_distinct(self, drafted: Drafted) -> None:
        """Variants told twice: the same choice counts once, another choice under the same SKU gets one of its own."""
        kept: list[ReadVariant] = []
        skus: set[str] = set()
        chosen: set[tuple[tuple[str, str], ...]] = set()
        for variant in drafted.article.variants:
            choice = tuple(sorted((one.option, one.value) for one in variant.choices))
            if choice in chosen and len(drafted.article.variants) > 1:
                self._tell(drafted, Severity.WARNING, "variant_twice", about=variant, sku=variant.sku or "")
                continue
            if variant.sku and variant.sku in skus:
                given, variant.sku = variant.sku, f"{variant.sku[:58]}-{len(kept) + 1}"
                self._tell(drafted, Severity.WARNING, "sku_renamed", about=variant, given=given, sku=variant.sku)
            chosen.add(choice)
            skus.add(variant.sku or "")
            kept.append(variant)
        drafted.article.variants = tuple(kept)

    def _text(self, drafted: Drafted, name: str, product: Product | None) -> Text:
        said: Text = getattr(drafted.article, name)
        limit = _LIMITS[name]
        if any(len(text) > limit for text in said.values()):
            self._tell(drafted, Severity.WARNING, "text_shortened", field=name, limit=limit)
            said = {language: shorten(text, limit) for language, text in said.items()}
        return merged(getattr(product, name) if product else {}, said)

    def _copied(self, name: Text) -> Text:
        """The name said again in the channel's languages that lack it."""
        languages = self.sale.languages
        first = next((name[language] for language in (*languages, *name) if name.get(language)), "")
        return {**dict.fromkeys(languages, first), **name} if first else name

    def _categories(self, article: ReadArticle, product: Product | None) -> tuple[str, ...]:
        if article.categories:
            return article.categories
        if product and product.categories and not (article.coded and article.categories is not None):
            return tuple(self.category_codes[one] for one in product.categories)
        given = self.schema.options.category
        return (code_of(given),) if given and not article.coded else ()

    def _channels(self, drafted: Drafted, product: Product | None) -> tuple[str, ...]:
        article, now = drafted.article, product.channels if product else ()
        if article.channels is not None:
            return article.channels
        if article.coded or not self.schema.options.publish or drafted.unpriced or article.status != "active":
            return now
        return now if self.sale.channel in now else (*now, self.sale.channel)

    def _options(self, article: ReadArticle, product: Product | None) -> tuple[str, ...]:
        if article.options is not None:
            return article.options
        if chosen := article.variants[0].choices if article.variants else ():
            return tuple(choice.option for choice in chosen)
        return product.options if product else ()

    def _variants(self, drafted: Drafted, product: Product | None) -> tuple[VariantDraft, ...]:
        held = list(product.variants) if product else []
        drafts = []
        for read in drafted.article.variants:
            match = matching(read, held)
            if match is not None:
                held.remove(match)
            drafts.append(self._variant(drafted, read, match))
        return (*drafts, *(as_it_is(variant) for variant in held))

    def _variant(self, drafted: Drafted, read: ReadVariant, held: Variant | None) -> VariantDraft:
        choices = {choice.option: choice.value for choice in read.choices}
        return VariantDraft(
            sku=read.sku or (held.sku if held else None),
            gtin=read.gtin or (held.gtin if held else None),
            options=choices or (held.options if held else {}),
            attributes=self._values(drafted, read.attributes, held.attributes if held else {}),
            weight_g=first_of(read.weight_g, held.weight_g if held else None),
            length_mm=first_of(read.length_mm, held.length_mm if held else None),
            width_mm=first_of(read.width_mm, held.width_mm if held else None),
            height_mm=first_of(read.height_mm, held.height_mm if held else None),
            net_quantity=read.net_quantity or (held.net_quantity if held else None),
            position=read.position,
            active=read.active,
        )

    def _values(
        self, drafted: Drafted, reads: Sequence[ReadAttribute], held: Mapping[str, AttributeValue]
    ) -> dict[str, AttributeValue]:
        values = dict(held)
        for read in reads:
            attribute = self.attributes.get(read.code)
            if attribute is None and read.says:
                self._tell(drafted, Severity.WARNING, "attribute_unknown", attribute=read.code[:64])
                continue
            value = None if attribute is None else typed_value(attribute, read, coded=drafted.article.coded)
            if value is not None:
                values[read.code] = value
            elif attribute is None or not read.says:
                values.pop(read.code, None)
            else:
                given = next(iter(read.values or read.text.values()))[:60]
                kind = attribute.kind.value
                self._tell(
                    drafted, Severity.WARNING, "value_not_taken", attribute=read.code[:64], given=given, kind=kind
                )
        return values

    def _legal(self, article: ReadArticle, held: Mapping[str, AttributeValue]) -> dict[str, AttributeValue]:
        values = dict(held)
        for read in article.legal:
            if texts := {language: text for language, text in read.text.items() if text}:
                values[read.code] = texts
            elif read.values:
                values[read.code] = read.values if read.code in _LEGAL_LISTS else read.values[0]
            else:
                values.pop(read.code, None)
        return values

    def _price(self, drafted: Drafted) -> None:
        article, ceiling = drafted.article, self.schema.options.price_ceiling
        for variant in article.variants:
            for price in variant.prices:
                money = self._money(drafted, variant, price)
                if money is None:
                    continue
                if not article.coded and price.amount > ceiling:
                    amount = number_text(price.amount)
                    self._tell(drafted, Severity.WARNING, "price_absurd", about=variant, amount=amount, ceiling=ceiling)
                    drafted.unpriced = True
                else:
                    drafted.prices.append((variant, price, money))
            if not variant.prices and not article.coded:
                drafted.unpriced = True
                if article.status == "active":
                    self._tell(drafted, Severity.WARNING, "price_missing", about=variant, sku=variant.sku or "")

    def _money(self, drafted: Drafted, variant: ReadVariant, price: ReadPrice) -> Money | None:
        channel = price.channel or self.sale.channel
        expected = self.sale.currencies.get(channel)
        currency = price.currency or (self.sale.currency if not price.channel else expected) or ""
        reason = _price_fault(price, currency, expected)
        if reason:
            facts = {"amount": number_text(price.amount)[:40], "channel": channel[:64]}
            self._tell(drafted, Severity.WARNING, reason, about=variant, **facts)
            drafted.unpriced = True
            return None
        minor = price.amount.scaleb(exponent(currency))
        if minor != minor.to_integral_value():
            self._tell(drafted, Severity.INFO, "price_rounded", about=variant, amount=number_text(price.amount))
        return Money(round_half_up(minor), currency)

    def _tell(
        self,
        drafted: Drafted,
        severity: Severity,
        code: str,
        *,
        about: ReadVariant | None = None,
        **facts: str | int,
    ) -> None:
        article = drafted.article
        part, line = (about.part or article.part, about.line) if about else (article.part, article.line)
        drafted.troubles.append(Trouble(part, line, severity, code, facts))


_EMPTY = ProductDraft(code="", family="", name={}, variants=())
_LARGEST = Decimal(10) ** 9


def _price_fault(price: ReadPrice, currency: str, expected: str | None) -> str:
    if expected is None:
        return "channel_unknown"
    if currency != expected:
        return "currency_of_channel_differs"
    return "" if 0 < price.amount < _LARGEST else "price_not_positive"
