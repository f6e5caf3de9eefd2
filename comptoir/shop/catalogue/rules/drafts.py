"""A product draft against the vocabulary: normalised as it will be kept, with every problem found on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from comptoir.shop.catalogue.rules import legal, slugs, texts, values
from comptoir.shop.catalogue.rules.variants import NormalVariant, VariantReading, read_variants
from comptoir.shop.catalogue.types import Attribute, AttributeValue, DraftProblem, Family, ProductDraft, ProductStatus

MOST_CATEGORIES = 50
MOST_CUSTOM = 100
LONGEST_CUSTOM = 2_000
TEXT_FIELDS = ("name", "summary", "description", "seo_title", "seo_description")


@dataclass(slots=True)
class Vocabulary:
    """The words a batch of drafts may use, as they are now."""

    families: Mapping[str, Family]
    attributes: Mapping[str, Attribute]
    options: Mapping[str, frozenset[str]]
    brands: Mapping[str, UUID]
    categories: Mapping[str, UUID]
    channels: frozenset[str]
    readers: dict[str, values.Reader] = field(init=False)
    allowed: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.readers = {code: values.reader(attribute) for code, attribute in self.attributes.items()}
        self.allowed = {
            code: frozenset(one.attribute for one in family.attributes) for code, family in self.families.items()
        }


@dataclass(slots=True)
class NormalDraft:
    """A draft as it will be kept: `fields` by column, categories by id (the main one first), slugs as wanted."""

    code: str
    fields: dict[str, Any]
    categories: tuple[UUID, ...]
    channels: tuple[str, ...]
    slugs: dict[str, str]
    variants: list[NormalVariant]


class DraftReading:
    """One draft being read: collects problems instead of stopping at the first."""

    def __init__(self, index: int, draft: ProductDraft, vocabulary: Vocabulary) -> None:
        self.index = index
        self.draft = draft
        self.vocabulary = vocabulary
        self.problems: list[DraftProblem] = []

    def refuse(self, reason: str, where: str, **facts: str) -> None:
        """Note a problem."""
        self.problems.append(DraftProblem(self.index, str(self.draft.code)[:80], reason, where, facts))

    def read(self) -> NormalDraft:
        """The draft as it will be kept; only to be used when no problem was noted."""
        draft = self.draft
        if not texts.CODE.fullmatch(draft.code):
            self.refuse("wrong_code", "code", limit=str(texts.LONGEST_CODE))
        if draft.family not in self.vocabulary.families:
            self.refuse("unknown_family", "family", given=draft.family)
        variants, options = read_variants(draft, self.variant_reading())
        fields = self.texts()
        fields.update(
            status=self.status(),
            family_id=draft.family,
            brand_id=self.brand(),
            attributes=self.attributes("attributes", draft.attributes),
            legal=self.legal(),
            options=options,
            tax_class=self.tax_class(),
            custom=self.custom(),
            description_print=description_print(fields["description"]),
        )
        return NormalDraft(draft.code, fields, self.categories(), self.channels(), self.slugs(), variants)

    def variant_reading(self) -> VariantReading:
        """What reading variants needs of this reading."""
        return VariantReading(self.vocabulary.options, self.attributes, self.refuse)

    def texts(self) -> dict[str, Any]:
        """Cleaned texts, each within its limit; a name is the least a draft says."""
        read: dict[str, Any] = {}
        for column in TEXT_FIELDS:
            given = getattr(self.draft, column)
            read[column] = self.text(column, given) if given else {}
        if not read["name"]:
            self.refuse("no_name", "name")
        return read

    def text(self, column: str, given: Mapping[str, str]) -> dict[str, str]:
        """One text cleaned, in each language."""
        if len(given) > texts.MOST_LANGUAGES:
            self.refuse("too_many_languages", column, limit=str(texts.MOST_LANGUAGES))
            return {}
        wrong = [language for language in given if not texts.LANGUAGE.fullmatch(language)]
        if wrong:
            self.refuse("not_a_language", column, given=str(wrong[0])[:20])
            return {}
        limit = texts.LIMITS[column]
        # Cleaning can only be trusted to be quick on what is of a sane length.
        for language, said in given.items():
            if len(said) > 2 * limit:
                self.refuse("text_too_long", f"{column}.{language}", length=str(len(said)), limit=str(limit))
                return {}
        cleaned = texts.clean_texts(column, given)
        for language, said in cleaned.items():
            if len(said) > limit:
                self.refuse("text_too_long", f"{column}.{language}", length=str(len(said)), limit=str(limit))
        return cleaned

    def status(self) -> str:
        """The status, one of three."""
        if self.draft.status not in set(ProductStatus):
            self.refuse("unknown_status", "status", given=str(self.draft.status)[:20])
        return str(self.draft.status)

    def brand(self) -> UUID | None:
        """The brand's id."""
        code = self.draft.brand
        if code is None:
            return None
        if code not in self.vocabulary.brands:
            self.refuse("unknown_brand", "brand", given=code)
        return self.vocabulary.brands.get(code)

    def tax_class(self) -> str:
        """The VAT class, whose rates the pricing room knows."""
        if not 0 < len(self.draft.tax_class) <= 32:
            self.refuse("wrong_tax_class", "tax_class", given=self.draft.tax_class[:40])
        return self.draft.tax_class

    def attributes(self, where: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Values typed by their attribute; the family must have each."""
        if not given:
            return {}
        allowed = self.vocabulary.allowed.get(self.draft.family)
        readers = self.vocabulary.readers
        read: dict[str, Any] = {}
        for code in sorted(given):
            value = given[code]
            if value is None or allowed is None:
                continue
            if code not in readers:
                self.refuse("unknown_attribute", f"{where}.{code}")
            elif code not in allowed:
                self.refuse("attribute_not_in_family", f"{where}.{code}", family=self.draft.family)
            else:
                self.keep(read, code, where, partial(readers[code], value))
        return read

    def keep(self, read: dict[str, Any], code: str, where: str, reader: Callable[[], AttributeValue]) -> None:
        """Read one value into `read`, or note why it cannot be."""
        try:
            kept = reader()
        except values.WrongValue as wrong:
            self.refuse(wrong.reason, f"{where}.{code}", **wrong.facts)
            return
        if kept is not None:
            read[code] = values.stored(kept)

    def legal(self) -> dict[str, Any]:
        """Legal values, typed by their field."""
        read: dict[str, Any] = {}
        for code in sorted(self.draft.legal):
            value = self.draft.legal[code]
            if value is not None:
                self.keep(read, code, "legal", partial(legal.read_field, code, value))
        return read

    def categories(self) -> tuple[UUID, ...]:
        """Category ids in the order given, each once."""
        known = self.vocabulary.categories
        if len(self.draft.categories) > MOST_CATEGORIES:
            self.refuse("too_many_categories", "categories", limit=str(MOST_CATEGORIES))
            return ()
        for code in self.draft.categories:
            if code not in known:
                self.refuse("unknown_category", "categories", given=code)
        return tuple(dict.fromkeys(known[code] for code in self.draft.categories if code in known))

    def channels(self) -> tuple[str, ...]:
        """Channels it is meant for."""
        for code in self.draft.channels:
            if code not in self.vocabulary.channels:
                self.refuse("unknown_channel", "channels", given=code)
        return tuple(dict.fromkeys(self.draft.channels))

    def slugs(self) -> dict[str, str]:
        """Slugs asked for; each must be able to stand in an address."""
        for language, slug in self.draft.slugs.items():
            if not texts.LANGUAGE.fullmatch(language):
                self.refuse("not_a_language", "slugs", given=str(language)[:20])
            elif slug and not slugs.is_slug(slug):
                self.refuse("wrong_slug", f"slugs.{language}", given=slug[:80])
        return {language: slug for language, slug in self.draft.slugs.items() if slug}

    def custom(self) -> dict[str, str]:
        """The merchant's own fields, plain texts."""
        given = self.draft.custom
        if len(given) > MOST_CUSTOM:
            self.refuse("too_many_custom_fields", "custom", limit=str(MOST_CUSTOM))
            return {}
        for code, said in given.items():
            if not texts.CODE.fullmatch(code) or len(said) > LONGEST_CUSTOM:
                self.refuse("wrong_custom_field", f"custom.{code[:64]}", limit=str(LONGEST_CUSTOM))
        cleaned = {code: texts.clean_plain(given[code]) for code in sorted(given)}
        return {code: said for code, said in cleaned.items() if said}


def description_print(description: Mapping[str, str]) -> str:
    """A print of what the longest description says, spaces and case aside; "" when it is too short to tell."""
    longest = max(description.values(), key=len, default="")
    if len(longest) < 80:
        return ""
    words = "".join(longest.lower().split())
    return hashlib.sha256(words.encode()).hexdigest()[:32]
