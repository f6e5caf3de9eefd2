"""The words that articles need, made before them: missing ones from the survey, told ones as our format tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction

from comptoir.kernel.errors import Refusal
from comptoir.kernel.languages import LANGUAGES
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue import queries
from comptoir.shop.catalogue.types import Attribute, CategoryId, Channel, CustomField, Option
from comptoir.shop.exchange.rules import words
from comptoir.shop.exchange.rules.drafting import Sale
from comptoir.shop.exchange.rules.schema import Schema
from comptoir.shop.exchange.rules.words import Wanted
from comptoir.shop.exchange.types import Severity, Trouble
from comptoir.shop.inventory import actions as inventory
from comptoir.shop.inventory.queries import list_places

_AT_ONCE = 500
Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The vocabulary as it stands once prepared; `troubles` are what was made unasked and what was refused."""

    attributes: Mapping[str, Attribute]
    category_codes: Mapping[CategoryId, str]
    sale: Sale
    troubles: tuple[Trouble, ...]


def prepare_vocabulary(schema: Schema, wanted: Wanted, *, actor: str) -> Prepared:
    """Make what is missing of `wanted`, all that is refused being told; saying it again writes nothing."""
    troubles: list[Trouble] = []
    _define_channels(schema, actor, troubles)
    _define_places(schema, actor, troubles)
    attributes = {one.code: one for one in queries.list_attributes()}
    missing = words.attributes_wanted(schema, wanted, attributes)
    for attribute in _define(missing, lambda some: catalogue.define_attributes(some, actor=actor), troubles):
        attributes[attribute.code] = attribute
    _define_other_words(schema, wanted, actor, troubles)
    categories = {one.id: one.code for one in queries.list_categories()}
    return Prepared(attributes, categories, _sale(schema), tuple(troubles))


def _define_other_words(schema: Schema, wanted: Wanted, actor: str, troubles: list[Trouble]) -> None:
    options = words.options_wanted(schema, wanted, {one.code: one for one in queries.list_options()})
    _define(options, lambda some: _define_options(some, actor), troubles)
    families = words.families_wanted(schema, wanted, {one.code: one for one in queries.list_families()})
    _define(families, lambda some: catalogue.define_families(some, actor=actor), troubles)
    for field in schema.custom_fields.values():
        named = CustomField(field.code, field.label, field.public)
        _define((named,), lambda some: catalogue.define_custom_field(some[0], actor=actor), troubles)
    if not (schema.options.create or schema.told):
        return
    brands = words.brands_wanted(schema, wanted, {one.code: one for one in queries.list_brands()})
    _define(brands, lambda some: catalogue.define_brands(some, actor=actor), troubles)
    known = {one.code: one for one in queries.list_categories()}
    categories = words.categories_wanted(schema, wanted, known)
    _define(categories, lambda some: catalogue.define_categories(some, actor=actor), troubles)


def _define_options(options: Sequence[Option], actor: str) -> None:
    for option in options:
        catalogue.define_option(option, actor=actor)


def _define(wanted: Sequence[Word], write: Callable[[Sequence[Word]], object], troubles: list[Trouble]) -> list[Word]:
    """Write words by batches; where a batch is refused, one by one, so that one bad word costs itself alone."""
    written: list[Word] = []
    for start in range(0, len(wanted), _AT_ONCE):
        batch = wanted[start : start + _AT_ONCE]
        try:
            with transaction.atomic():
                write(batch)
            written += batch
        except Refusal as refusal:
            if len(batch) == 1:
                troubles.append(_refused(refusal))
            else:
                for word in batch:
                    written += _define((word,), write, troubles)
    return written


def _refused(refusal: Refusal) -> Trouble:
    facts: dict[str, str | int] = {
        "noun": str(refusal.facts.get("noun", "")),
        "word": str(refusal.facts.get("code", ""))[:64],
        "reason": str(refusal.facts.get("reason", refusal.code))[:100],
    }
    return Trouble("", 0, Severity.ERROR, "word_refused", facts)


def _define_channels(schema: Schema, actor: str, troubles: list[Trouble]) -> None:
    for told in schema.channels.values():
        channel = Channel(told.code, told.name, told.currency, told.country, told.languages, told.price_mode)
        _define((channel,), lambda some: catalogue.define_channel(some[0], actor=actor), troubles)
    options = schema.options
    known = {channel.code for channel in queries.list_channels()}
    if options.channel in known or (schema.told and schema.channels):
        return
    currency = options.currency or "EUR"
    first = options.language or max(schema.languages, key=lambda one: schema.languages[one], default=LANGUAGES[0])
    languages = tuple(dict.fromkeys((first, *LANGUAGES)))
    made = Channel(options.channel, options.channel, currency, "FR", languages, options.price_mode or "gross")
    if _define((made,), lambda some: catalogue.define_channel(some[0], actor=actor), troubles):
        facts: dict[str, str | int] = {
            "channel": options.channel,
            "currency": currency,
            "languages": ", ".join(languages),
        }
        troubles.append(Trouble("", 0, Severity.WARNING, "channel_made", facts))


def _define_places(schema: Schema, actor: str, troubles: list[Trouble]) -> None:
    for told in schema.places.values():
        inventory.define_place(
            told.code,
            kind=told.kind,
            name=told.name,
            address=told.address,
            sells_online=told.sells_online,
            actor=actor,
        )
    place = schema.options.place
    if schema.counts_stock and place not in {one.code for one in list_places()}:
        inventory.define_place(place, kind="warehouse", name=place, actor=actor)
        troubles.append(Trouble("", 0, Severity.WARNING, "place_made", {"place": place}))


def _sale(schema: Schema) -> Sale:
    options = schema.options
    channels = {channel.code: channel for channel in queries.list_channels()}
    own = channels.get(options.channel)
    return Sale(
        channel=options.channel,
        currency=options.currency or (own.currency if own else "EUR"),
        mode=options.price_mode,
        currencies={code: channel.currency for code, channel in channels.items()},
        modes={code: channel.price_mode for code, channel in channels.items()},
        place=options.place,
        languages=own.languages if own else (),
    )
