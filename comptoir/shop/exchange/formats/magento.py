"""Magento 2: its standard product export, with additional attributes and configurable variations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.reading.spool import Spool
from comptoir.shop.exchange.formats.shaping import Desk, choice, custom, listed, said, words
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import plain, rich
from comptoir.shop.exchange.rules.values import scaled
from comptoir.shop.exchange.types import (
    Item,
    ReadArticle,
    ReadAttribute,
    ReadChoice,
    ReadVariant,
    Severity,
    Trouble,
)

_Cells = dict[str, Any]
_PAIR = re.compile(r",(?=[A-Za-z_][A-Za-z0-9_]*=)")
_SILENT = frozenset({"has_options", "required_options", "gift_message_available", "links_purchased_separately"})
_NOT_SOLD = {"bundle": "bundle_not_taken", "grouped": "grouped_not_taken"}
_LANGUAGE = re.compile(r"([a-z]{2})(?:[_-][a-zA-Z]{2})?")


class Magento:
    """The weight is taken in kilograms; texts of a store view named after a language (`fr`, `fr_FR`) are that one's."""

    code = "magento2"
    name = "Magento 2 (product export)"
    signatures = (
        Signature(
            "products", frozenset({"sku", "attribute_set_code", "product_type", "name", "price", "store_view_code"})
        ),
        Signature(
            "products", frozenset({"sku", "attribute_set_code", "product_type", "name", "additional_attributes"})
        ),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        for part in reading.parts.get("products", ()):
            children: set[str] = set()
            with Spool() as spool:
                yield from _gather(part, spool, children)
                desk = Desk(part.name, reading.language)
                for rows in spool.groups():
                    if rows[0]["sku"] not in children or _pairs_list(rows[0]):
                        yield from _article(rows, spool, desk)


def _gather(part: Part, spool: Spool, children: set[str]) -> Iterator[Trouble]:
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif not row["sku"]:
            yield Trouble(part.name, row.line, Severity.ERROR, "no_sku")
        else:
            cells: _Cells = {name: row[name] for name in row.columns if row[name]}
            cells["line"] = row.line
            spool.add(row["sku"], cells)
            children.update(child["sku"] for child in _pairs_list(cells) if "sku" in child)


def _pairs_list(row: _Cells) -> list[dict[str, str]]:
    return [_pairs(one) for one in row.get("configurable_variations", "").split("|") if one]


def _pairs(text: str) -> dict[str, str]:
    """`a=1,b=two, three,c=3` as a map: a comma parts only before a name and an equals sign."""
    found = {}
    for pair in _PAIR.split(text):
        name, _, value = pair.strip().strip('"').partition("=")
        if name and value:
            found[name.strip()] = value.strip()
    return found


def _article(rows: list[_Cells], spool: Spool, desk: Desk) -> Iterator[Item]:
    main = next((row for row in rows if not row.get("store_view_code")), rows[0])
    desk.line = main["line"]
    if fact := _NOT_SOLD.get(main.get("product_type", "")):
        desk.tell(Severity.WARNING, fact, sku=main["sku"][:64])
        yield from desk.drain()
        return
    code = desk.code(main["sku"]) or code_of(main["sku"])
    article = _sheet(main, code, desk)
    for row in rows:
        if row.get("store_view_code") and (language := _LANGUAGE.fullmatch(row["store_view_code"])):
            _translate(article, row, language.group(1))
    variations = _pairs_list(main)
    if main.get("product_type") == "configurable":
        article.variants = tuple(_children(main, variations, spool, desk))
        if not article.variants:
            desk.tell(Severity.ERROR, "variable_without_variants")
            yield from desk.drain()
            return
    else:
        article.variants = (_variant(main, (), desk),)
    desk.line = main["line"]
    yield from desk.drain()
    yield article


def _sheet(row: _Cells, code: str, desk: Desk) -> ReadArticle:
    language = desk.language
    paths = (path.split("/")[1:] for path in row.get("categories", "").split(","))
    placed = [desk.category(path) for path in paths if path]
    attributes = _pairs(row.get("additional_attributes", ""))
    visible = "catalog" in row.get("visibility", "catalog").casefold()
    return ReadArticle(
        part=desk.part,
        line=row["line"],
        code=code,
        name=said(language, plain(row.get("name", ""))),
        variants=(),
        family=plain(row.get("attribute_set_code", "")),
        brand=plain(attributes.pop("manufacturer", "") or attributes.pop("brand", ""))[:120],
        categories=tuple(dict.fromkeys(filter(None, placed))),
        summary=said(language, plain(row.get("short_description", ""))),
        description=said(language, rich(row.get("description", ""))),
        seo_title=said(language, plain(row.get("meta_title", ""))),
        seo_description=said(language, plain(row.get("meta_description", ""))),
        slugs=said(language, row.get("url_key", "")),
        attributes=tuple(_attributes(attributes, language)),
        status="active" if row.get("product_online", "1") == "1" and visible else "draft",
        custom=custom(source_pictures=row.get("base_image", ""), source_more_pictures=row.get("additional_images", "")),
    )


def _translate(article: ReadArticle, row: _Cells, language: str) -> None:
    article.name = {**article.name, **said(language, plain(row.get("name", "")))}
    article.summary = {**article.summary, **said(language, plain(row.get("short_description", "")))}
    article.description = {**article.description, **said(language, rich(row.get("description", "")))}
    article.slugs = {**article.slugs, **said(language, row.get("url_key", ""))}


def _attributes(pairs: dict[str, str], language: str) -> Iterator[ReadAttribute]:
    for name, value in pairs.items():
        if name not in _SILENT and (values := words(value, "|")):
            yield listed(_label(name), values, language)


def _label(name: str) -> str:
    """`style_bags` reads "Style bags"."""
    words_of = name.replace("_", " ").strip()
    return words_of[:1].upper() + words_of[1:]


def _children(main: _Cells, variations: list[dict[str, str]], spool: Spool, desk: Desk) -> Iterator[ReadVariant]:
    for position, variation in enumerate(variations):
        rows = spool.rows(variation.get("sku", ""))
        if not rows:
            desk.line = main["line"]
            desk.tell(Severity.WARNING, "variant_missing", sku=variation.get("sku", "")[:64])
            continue
        chosen = [(name, value) for name, value in variation.items() if name != "sku"]
        choices = tuple(
            choice(_label(name), value, desk.language, position=place) for place, (name, value) in enumerate(chosen)
        )
        variant = _variant(rows[0], choices, desk)
        variant.position = position
        yield variant
    desk.line = main["line"]


def _variant(row: _Cells, choices: tuple[ReadChoice, ...], desk: Desk) -> ReadVariant:
    desk.line = row["line"]
    if row.get("special_price"):
        desk.tell(Severity.INFO, "promotion_not_taken")
    return ReadVariant(
        line=row["line"],
        sku=desk.code(row["sku"]),
        gtin=desk.gtin(_pairs(row.get("additional_attributes", "")).get("gtin", "")),
        choices=choices,
        weight_g=scaled(row.get("weight", ""), 1000),
        active=row.get("product_online", "1") == "1",
        prices=desk.price(row.get("price", "")),
        stock=desk.pieces(row.get("qty", "")),
    )


FORMAT = Magento()
