"""Read the words articles are described with."""

from __future__ import annotations

from typing import Any

from comptoir.shop.catalogue import models
from comptoir.shop.catalogue.errors import ChannelNotFound
from comptoir.shop.catalogue.types import (
    Attribute,
    AttributeKind,
    Brand,
    BrandId,
    Channel,
    Choice,
    CustomField,
    Family,
    FamilyAttribute,
    Option,
)

MOST_WORDS = 20_000


def find_channel(code: str) -> Channel:
    """The channel of this code; refuses `ChannelNotFound`."""
    row = models.Channel.objects.filter(code=code).first()
    if row is None:
        raise ChannelNotFound(code=code)
    return read_channel(row)


def list_channels() -> tuple[Channel, ...]:
    """Every channel, by code."""
    return tuple(read_channel(row) for row in models.Channel.objects.order_by("code")[:MOST_WORDS])


def list_attributes() -> tuple[Attribute, ...]:
    """Every attribute, by code (at most 20,000)."""
    return tuple(read_attribute(row) for row in models.Attribute.objects.order_by("code")[:MOST_WORDS])


def list_options() -> tuple[Option, ...]:
    """Every option with its values, by code."""
    rows = models.Option.objects.order_by("code")[:MOST_WORDS]
    return tuple(Option(row.code, row.label, read_choices(row.values)) for row in rows)


def list_families() -> tuple[Family, ...]:
    """Every family, by code."""
    return tuple(read_family(row) for row in models.Family.objects.order_by("code")[:MOST_WORDS])


def list_brands() -> tuple[Brand, ...]:
    """Every brand, by code (at most 20,000)."""
    return tuple(read_brand(row) for row in models.Brand.objects.order_by("code")[:MOST_WORDS])


def list_custom_fields() -> tuple[CustomField, ...]:
    """The merchant's own fields, by code; a field nobody named is private."""
    rows = models.CustomField.objects.order_by("code")[:MOST_WORDS]
    return tuple(CustomField(row.code, row.label, row.public) for row in rows)


def read_channel(row: models.Channel) -> Channel:
    """A row as the door gives it."""
    return Channel(row.code, row.name, row.currency, row.country, tuple(row.languages), row.price_mode)


def read_attribute(row: models.Attribute) -> Attribute:
    """A row as the door gives it."""
    return Attribute(
        code=row.code,
        kind=AttributeKind(row.kind),
        label=row.label,
        unit=row.unit,
        choices=read_choices(row.choices),
        facet=row.facet,
        searchable=row.searchable,
    )


def read_choices(kept: list[dict[str, Any]]) -> tuple[Choice, ...]:
    """Choices as kept in JSON, as the door gives them."""
    return tuple(Choice(choice["code"], choice["label"]) for choice in kept)


def read_family(row: models.Family) -> Family:
    """A row as the door gives it."""
    attributes = tuple(FamilyAttribute(one["attribute"], one["required"]) for one in row.attributes)
    return Family(row.code, row.label, attributes, tuple(row.regimes))


def read_brand(row: models.Brand) -> Brand:
    """A row as the door gives it."""
    return Brand(BrandId(row.id), row.code, row.name, row.legal)
