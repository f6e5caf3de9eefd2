"""The survey of a file: every word its articles use, bounded, from which the missing vocabulary is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comptoir.kernel.languages import Text
from comptoir.shop.catalogue.types import AttributeKind
from comptoir.shop.exchange.errors import TooManyFaults
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.types import (
    ImportOptions,
    Item,
    ReadArticle,
    ReadAttribute,
    ReadBrand,
    ReadCategory,
    ReadChannel,
    ReadCustomField,
    ReadDefinition,
    ReadFamily,
    ReadPicture,
    ReadPlace,
    Severity,
    Trouble,
)

MOST_CHOICES = 1_000
MOST_WORDS = 61  # different values watched of a free word, to tell whether it makes a filter
MOST_REFUSED = 20_000
LONGEST_WORD = 500
_FACETS = 24


@dataclass(slots=True)
class AttributeSeen:
    """An attribute over the whole file."""

    label: Text
    kinds: set[AttributeKind | None] = field(default_factory=set)
    unit: str | None = None
    count: int = 0
    longest: int = 0
    words: dict[str, str] = field(default_factory=dict)  # code -> as first written; stops at MOST_CHOICES + 1

    def see(self, read: ReadAttribute) -> None:
        self.kinds.add(read.kind)
        self.unit = self.unit or read.unit
        self.count += 1
        most = MOST_CHOICES if read.kind in _OF_CHOICES else MOST_WORDS
        for value in read.values:
            self.longest = max(self.longest, len(value))
            if read.kind in _WATCHED and len(self.words) <= most:
                self.words.setdefault(code_of(value), value)

    @property
    def kind(self) -> AttributeKind:
        """The one kind that holds everything seen."""
        if AttributeKind.CHOICES in self.kinds:
            return AttributeKind.CHOICES if len(self.words) <= MOST_CHOICES else self._words_kind
        if len(self.kinds) == 1:
            only = next(iter(self.kinds))
            if only is AttributeKind.CHOICE and len(self.words) > MOST_CHOICES:
                return self._words_kind
            return only or self._words_kind
        return self._words_kind

    @property
    def _words_kind(self) -> AttributeKind:
        return AttributeKind.WORD if self.longest <= LONGEST_WORD else AttributeKind.TEXT


_OF_CHOICES = frozenset({AttributeKind.CHOICE, AttributeKind.CHOICES})
_WATCHED = frozenset({*_OF_CHOICES, None})


def all_attributes(article: ReadArticle) -> Iterator[ReadAttribute]:
    """The attributes of a sheet, then of its variants."""
    yield from article.attributes
    for variant in article.variants:
        yield from variant.attributes


@dataclass(slots=True)
class OptionSeen:
    label: Text
    values: dict[str, Text] = field(default_factory=dict)


@dataclass(slots=True)
class FamilySeen:
    label: Text
    attributes: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Schema:
    """What a file speaks of. `told` words come from our own format and are written as they are told."""

    options: ImportOptions
    language: str
    family: str  # of articles that name none
    articles: int = 0
    attributes: dict[str, AttributeSeen] = field(default_factory=dict)
    choices: dict[str, OptionSeen] = field(default_factory=dict)
    families: dict[str, FamilySeen] = field(default_factory=dict)
    categories: dict[str, ReadCategory] = field(default_factory=dict)
    brands: dict[str, ReadBrand] = field(default_factory=dict)
    told_definitions: dict[str, ReadDefinition] = field(default_factory=dict)
    told_families: dict[str, ReadFamily] = field(default_factory=dict)
    channels: dict[str, ReadChannel] = field(default_factory=dict)
    places: dict[str, ReadPlace] = field(default_factory=dict)
    custom_fields: dict[str, ReadCustomField] = field(default_factory=dict)
    coded: bool = False
    counts_stock: bool = False
    languages: dict[str, int] = field(default_factory=dict)  # of names
    pictured: int = 0
    pictures: int = 0
    pictured_codes: set[str] = field(default_factory=set)
    bare_currency: bool = False
    bare_mode: bool = False
    refused: set[int] = field(default_factory=set)
    _codes: set[int] = field(default_factory=set)
    _skus: set[int] = field(default_factory=set)

    @property
    def told(self) -> bool:
        """Whether the file is in our own format, whose vocabulary is written as it is told."""
        told_words = any(one.told for one in self.categories.values()) or any(one.told for one in self.brands.values())
        return bool(self.told_definitions or self.channels or self.coded) or told_words

    def family_of(self, article: ReadArticle) -> str:
        """The family's code: the article's own, the option's, or the format's."""
        if article.family:
            return article.family if article.coded else code_of(article.family)
        return "" if article.coded else self.family

    def brand_of(self, article: ReadArticle) -> str | None:
        """The brand's code; None when the article says nothing of it, "" (our format) when it has none."""
        if article.coded:
            return article.brand
        return code_of(article.brand) if article.brand else None

    def facets(self) -> frozenset[str]:
        """New attributes worth a filter: few different values, on many articles."""
        least = max(2, self.articles // 50)
        useful = [
            (seen.count, code)
            for code, seen in self.attributes.items()
            if seen.count >= least and 2 <= len(seen.words) < MOST_WORDS and seen.longest <= 60
        ]
        return frozenset(code for _, code in sorted(useful, reverse=True)[:_FACETS])

    def assumptions(self, currency: str) -> Iterator[Trouble]:
        """What the file left unsaid and the import took for granted."""
        if self.told or not self.articles:
            return
        if self.bare_currency and not self.options.currency:
            yield Trouble("", 0, Severity.INFO, "currency_assumed", {"currency": currency})
        if self.bare_mode and not self.options.price_mode:
            yield Trouble("", 0, Severity.INFO, "mode_assumed", {"mode": "the channel's own"})
        if not self.options.regimes and self.options.create:
            yield Trouble("", 0, Severity.WARNING, "regimes_assumed", {"families": len(self.families)})
        if self.pictured:
            yield Trouble("", 0, Severity.INFO, "pictures_not_fetched", {"articles": self.pictured})

    def survey(self, items: Iterator[Item]) -> Iterator[Trouble]:
        """Take in every item; gives back the troubles, its own included."""
        for item in items:
            if isinstance(item, ReadArticle):
                yield from self._article(item)
            elif isinstance(item, Trouble):
                yield item
            elif isinstance(item, ReadPicture):
                self.pictures += 1
                self.pictured_codes.add(item.code)
            else:
                self._word(item)

    def _word(self, item: Item) -> None:
        if isinstance(item, ReadFamily):
            held = self.told_families.setdefault(item.code, item)
            if held is not item and not held.attributes:
                held.attributes = item.attributes
        elif isinstance(item, ReadDefinition):
            key = item.code if item.kind is not None else f"option {item.code}"
            held_word = self.told_definitions.setdefault(key, item)
            if held_word is not item and item.part:
                held_word.choices = item.choices
        else:
            self._keep_word(item)

    def _keep_word(self, item: Item) -> None:
        if isinstance(item, ReadCategory):
            self.categories.setdefault(item.code, item)
        elif isinstance(item, ReadBrand):
            self.brands.setdefault(item.code, item)
        elif isinstance(item, ReadChannel):
            self.channels.setdefault(item.code, item)
        elif isinstance(item, ReadPlace):
            self.places.setdefault(item.code, item)
        elif isinstance(item, ReadCustomField):
            self.custom_fields.setdefault(item.code, item)

    def _article(self, article: ReadArticle) -> Iterator[Trouble]:
        place = self.articles
        self.articles += 1
        if double := self._double(article):
            self.refused.add(place)
            if len(self.refused) > MOST_REFUSED:
                raise TooManyFaults(file=article.part, faults=len(self.refused), line=article.line)
            yield double
            return
        for language in article.name:
            self.languages[language] = self.languages.get(language, 0) + 1
        self._see_words(article)

    def _double(self, article: ReadArticle) -> Trouble | None:
        """Whether a code or SKU was met before in this file: two articles cannot share one."""
        if (code := hash(("code", article.code))) in self._codes:
            return Trouble(article.part, article.line, Severity.ERROR, "code_twice", {"code": article.code[:64]})
        skus = [(hash(one.sku), one) for one in article.variants if one.sku]
        for sku, variant in skus:
            if sku in self._skus:
                facts = {"sku": str(variant.sku)[:64]}
                return Trouble(article.part, variant.line, Severity.ERROR, "sku_twice", facts)
        self._codes.add(code)
        self._skus.update(sku for sku, _ in skus)
        return None

    def _see_words(self, article: ReadArticle) -> None:
        if code := self.family_of(article):
            family = self.families.setdefault(code, FamilySeen({self.language: article.family or code}))
            family.attributes.update((read.code, None) for read in all_attributes(article) if read.says)
        if article.coded:
            self.coded = True
        else:
            self.pictured += "source_pictures" in article.custom
            self._see_foreign_words(article)
        for variant in article.variants:
            self.counts_stock = self.counts_stock or "" in variant.stock
            for price in variant.prices:
                self.bare_currency = self.bare_currency or not price.currency
                self.bare_mode = self.bare_mode or not price.mode
            for choice in variant.choices:
                option = self.choices.setdefault(choice.option, OptionSeen(choice.option_label))
                option.values.setdefault(choice.value, choice.value_label)

    def _see_foreign_words(self, article: ReadArticle) -> None:
        if article.brand:
            self.brands.setdefault(code_of(article.brand), ReadBrand(code=code_of(article.brand), name=article.brand))
        for read in all_attributes(article):
            seen = self.attributes.get(read.code)
            if seen is None:
                seen = self.attributes[read.code] = AttributeSeen(read.label)
            seen.see(read)
