"""Define the words articles are described with; saying the same again writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from django.db import models as orm

from comptoir.kernel.journal import Entry, record_many
from comptoir.kernel.outbox import emit
from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.errors import ChoiceInUse, KindInUse, TooManyDrafts, WordRefused
from comptoir.shop.catalogue.events import VocabularyChanged
from comptoir.shop.catalogue.locks import again_on_conflict
from comptoir.shop.catalogue.queries.use import holds_attribute, holds_choice, holds_option_value
from comptoir.shop.catalogue.rules import vocabulary as rules
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeValue,
    Brand,
    BrandDraft,
    BrandId,
    Channel,
    CustomField,
    Family,
    Option,
)

MOST = 500

Words = Mapping[str, Mapping[str, Any]]
Choices = Sequence[Mapping[str, Any]]


def define_channel(channel: Channel, *, actor: str) -> None:
    """Create or change a place of sale. Its currency (ISO 4217), country (ISO 3166) and languages are checked."""
    words = _read("channel", {channel.code: lambda: rules.read_channel(channel)})
    again_on_conflict(lambda: _write(models.Channel, "channel", words, actor))


def define_attribute(attribute: Attribute, *, actor: str) -> None:
    """Create or change a typed attribute; see `define_attributes`."""
    define_attributes((attribute,), actor=actor)


def define_attributes(attributes: Sequence[Attribute], *, actor: str) -> None:
    """Create or change typed attributes, at most 500 at once, in a fixed number of statements.

    Refuses `WordRefused`, `KindInUse` when the kind or unit of an attribute would change under values that articles
    hold, `ChoiceInUse` when a choice they hold would go.
    """
    words = _read("attribute", {one.code: _later(rules.read_attribute, one) for one in attributes})
    again_on_conflict(lambda: _write_attributes(words, actor))


def define_option(option: Option, *, actor: str) -> None:
    """Create or change an option (size, colour) with its ordered values; refuses `ChoiceInUse` when one would go."""
    words = _read("option", {option.code: lambda: rules.read_option(option)})
    again_on_conflict(lambda: _write_options(words, actor))


def define_family(family: Family, *, actor: str) -> None:
    """Create or change a product family; see `define_families`."""
    define_families((family,), actor=actor)


def define_families(families: Sequence[Family], *, actor: str) -> None:
    """Create or change product families, at most 500 at once; their attributes must exist, their regimes be known."""
    words = _read("family", {one.code: _later(rules.read_family, one) for one in families})
    again_on_conflict(lambda: _write_families(words, actor))


def define_brand(code: str, name: str, *, legal: Mapping[str, AttributeValue] | None = None, actor: str) -> BrandId:
    """Create or change a brand; `legal` values are said by its articles that do not say otherwise (GPS-1)."""
    return define_brands((BrandDraft(code=code, name=name, legal=legal),), actor=actor)[0].id


def define_brands(brands: Sequence[BrandDraft], *, actor: str) -> tuple[Brand, ...]:
    """Create or change brands, at most 500 at once, in a fixed number of statements; gives them in the order given."""
    words = _read("brand", {one.code: _later(rules.read_brand, one.code, one.name, one.legal) for one in brands})
    again_on_conflict(lambda: _write(models.Brand, "brand", words, actor))
    rows = {row.code: row for row in models.Brand.objects.filter(code__in=words)}
    return tuple(
        Brand(BrandId(rows[one.code].id), one.code, rows[one.code].name, rows[one.code].legal) for one in brands
    )


def define_custom_field(field: CustomField, *, actor: str) -> None:
    """Name a field of the merchant's own and say whether shoppers may see it (private unless said)."""
    words = _read("custom_field", {field.code: lambda: rules.read_custom_field(field)})
    again_on_conflict(lambda: _write(models.CustomField, "custom_field", words, actor))


def _later(read: Callable[..., dict[str, object]], *given: object) -> Callable[[], dict[str, object]]:
    return lambda: read(*given)


def _read(noun: str, readers: Mapping[str, Callable[[], dict[str, object]]]) -> Words:
    if len(readers) > MOST:
        raise TooManyDrafts(count=len(readers), limit=MOST)
    words: dict[str, Mapping[str, Any]] = {}
    for code, read in readers.items():
        try:
            words[code] = read()
        except rules.WrongWord as wrong:
            raise WordRefused(noun=noun, code=code[:80], reason=wrong.reason, **wrong.facts) from None
    return words


def _write_attributes(words: Words, actor: str) -> None:
    for row in models.Attribute.objects.filter(code__in=words):
        word = words[row.code]
        was, wanted = f"{row.kind} {row.unit or ''}".strip(), f"{word['kind']} {word['unit'] or ''}".strip()
        if was != wanted:
            if holds_attribute(row.code):
                raise KindInUse(code=row.code, was=was, wanted=wanted)
        else:
            _keep_choices(("attribute", row.code), row.choices, word["choices"], partial(holds_choice, row.code))
    _write(models.Attribute, "attribute", words, actor)


def _write_options(words: Words, actor: str) -> None:
    for row in models.Option.objects.filter(code__in=words):
        wanted = words[row.code]["values"]
        _keep_choices(("option", row.code), row.values, wanted, partial(holds_option_value, row.code))
    _write(models.Option, "option", words, actor)


def _keep_choices(word: tuple[str, str], was: Choices, wanted: Choices, holds: Callable[[str], bool]) -> None:
    left = {choice["code"] for choice in wanted}
    for choice in was:
        if choice["code"] not in left and holds(choice["code"]):
            raise ChoiceInUse(noun=word[0], code=word[1], choice=choice["code"])


def _write_families(words: Words, actor: str) -> None:
    named = {one["attribute"] for word in words.values() for one in word["attributes"]}
    known = set(models.Attribute.objects.filter(code__in=named).values_list("code", flat=True))
    for code, word in words.items():
        for one in word["attributes"]:
            if one["attribute"] not in known:
                raise WordRefused(noun="family", code=code, reason="unknown_attribute", given=one["attribute"])
    _write(models.Family, "family", words, actor)


def _write(model: type[orm.Model], noun: str, words: Words, actor: str) -> None:
    """Upsert by code in one read and one write, journal what changed, announce it once."""
    objects = model._default_manager
    kept: list[Any] = list(objects.filter(code__in=words))
    held = {row.code: row for row in kept}
    entries: list[Entry] = []
    rows: list[Any] = []
    for code in sorted(words):
        word, row = words[code], held.get(code)
        changed = {name: value for name, value in word.items() if row is None or getattr(row, name) != value}
        if row is None:
            row = model(code=code, **word)
            entries.append(Entry(actor, f"{noun}.created", f"{noun}:{code}", after=dict(word)))
        elif changed:
            before = {name: getattr(row, name) for name in changed}
            entries.append(Entry(actor, f"{noun}.changed", f"{noun}:{code}", before=before, after=changed))
            for name, value in changed.items():
                setattr(row, name, value)
        else:
            continue
        rows.append(row)
    if rows:
        columns = sorted({name for word in words.values() for name in word})
        objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=columns)
        record_many(entries)
        emit(VocabularyChanged(noun=noun, codes=tuple(sorted(row.code for row in rows))), about=f"{noun}s")
