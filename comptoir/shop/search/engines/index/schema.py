"""The fields of an indexed article, and how a row of the shelf becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from uuid import UUID

import tantivy

from comptoir.shop.search.rules.article import FIELDS, POSITIONED, Described
from comptoir.shop.search.rules.lexis import lexis_bytes

VERSION = 1
"""Raise it when analysis changes in a way that fields and word lists do not tell: indexes are then rebuilt."""
FACETS = ("brand", "category", "stock", "place", "attr")
NUMBERS = ("price", "born", "rank", "name_key")
SEPARATOR = "\x1f"
NO_PRICE = 2**53
_NAME_LETTERS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article ready to be written: its words, and what it is filtered and sorted by.

    `price` is the lowest consumer price in force, in minor units; `attrs` are pairs of attribute code and value.
    """

    product: UUID
    described: Described
    name: str
    brand: str
    categories: Sequence[str]
    stock: str
    places: Sequence[str]
    attrs: Sequence[tuple[str, str]]
    price: int | None
    born: int


def build_schema() -> tantivy.Schema:
    """Text fields are split on blanks: they hold tokens of our own analysis."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("exact", tokenizer_name="raw", index_option="basic")
    for name in FIELDS:
        option = "position" if name in POSITIONED else "freq"
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=option)
    for name in FACETS:
        builder.add_text_field(f"by_{name}", tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=name == "price", fast=True)
    return builder.build()


@cache
def fingerprint() -> str:
    """A digest of what an index is made with: engine, fields and their options, word lists, `VERSION`."""
    told = blake2b(f"{VERSION} {version('tantivy')} {build_schema().__reduce__()[1]}".encode(), digest_size=12)
    told.update(lexis_bytes())
    return told.hexdigest()


@cache
def field_names() -> frozenset[str]:
    """The fields that an index must have for our questions to be asked of it."""
    return frozenset(("id", "exact", *FIELDS, *(f"by_{name}" for name in FACETS), *NUMBERS))


def to_document(row: Row) -> tantivy.Document:
    """The document of one article."""
    document = tantivy.Document()
    document.add_text("id", row.product.hex)
    for code in row.described.exact:
        document.add_text("exact", code)
    for name, text in row.described.fields.items():
        if text:
            document.add_text(name, text)
    _add_facets(document, row)
    document.add_unsigned("price", NO_PRICE if row.price is None else row.price)
    document.add_unsigned("born", row.born)
    document.add_unsigned("rank", (0 if row.stock == "out" else 1 << 40) + row.born)
    document.add_unsigned("name_key", name_key(row.name))
    return document


def _add_facets(document: tantivy.Document, row: Row) -> None:
    if row.brand:
        document.add_text("by_brand", row.brand)
    document.add_text("by_stock", row.stock)
    for code in dict.fromkeys(row.categories):
        document.add_text("by_category", code)
    for code in dict.fromkeys(row.places):
        document.add_text("by_place", code)
    for pair in dict.fromkeys(row.attrs):
        document.add_text("by_attr", SEPARATOR.join(pair))


def name_key(folded: str) -> int:
    """The beginning of a folded name as a number that sorts like it."""
    letters = [letter for letter in folded if letter.isascii() and (letter.isalnum() or letter == " ")]
    key = 0
    for place in range(_NAME_LETTERS):
        letter = letters[place] if place < len(letters) else " "
        key = key * 37 + (0 if letter == " " else ord(letter) - 47 if letter.isdigit() else ord(letter) - 86)
    return key
