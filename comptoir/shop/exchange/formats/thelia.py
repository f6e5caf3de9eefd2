"""Thelia: the CSV of its furniture shop, French and English side by side: products, categories, brands."""

from __future__ import annotations

from collections.abc import Iterator

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.reading.tables import Row
from comptoir.shop.exchange.formats.shaping import Desk, choice, custom, listed, words
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import plain, rich
from comptoir.shop.exchange.types import (
    Item,
    ReadArticle,
    ReadBrand,
    ReadCategory,
    ReadVariant,
    Severity,
    Trouble,
)

_TONGUES = (("fr", "fr"), ("en", "uk"))


class Thelia:
    """`PRIX` is before tax; `PRIX2`, a promotion, is only told. Each colour is a variant of its own."""

    code = "thelia"
    name = "Thelia (CSV, French and English)"
    signatures = (
        Signature("products", frozenset({"ref", "prix", "categorie", "titre uk"})),
        Signature("products", frozenset({"ref", "prix", "categorie", "titre fr"})),
        Signature("categories", frozenset({"categories fr", "categories uk"})),
        Signature("brands", frozenset({"name", "logo", "chapo fr", "chapo uk"})),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        codes: dict[str, str] = {}
        for part in reading.parts.get("categories", ()):
            yield from _categories(part, codes)
        for part in reading.parts.get("brands", ()):
            for row in part.rows():
                if isinstance(row, Trouble):
                    yield row
                elif name := plain(row["name"]):
                    yield ReadBrand(code=code_of(name), name=name[:120])
        for part in reading.parts.get("products", ()):
            desk = Desk(part.name, "en")
            for row in part.rows():
                yield from (row,) if isinstance(row, Trouble) else _article(row, desk, codes)


def _both(row: Row, column: str, *, html: bool = False) -> dict[str, str]:
    read = rich if html else plain
    return {language: text for language, suffix in _TONGUES if (text := read(row[f"{column} {suffix}"]))}


def _categories(part: Part, codes: dict[str, str]) -> Iterator[Item]:
    position = 0
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
            continue
        name = plain(row["categories uk"]) or plain(row["categories fr"])
        codes[name.casefold()] = code_of(name)
        yield ReadCategory(
            code=code_of(name),
            label=_both(row, "categories"),
            parent=code_of(plain(row["parent uk"])) if row["parent uk"] else "",
            position=position,
            description=_both(row, "descriptif", html=True),
        )
        position += 1


def _article(row: Row, desk: Desk, codes: dict[str, str]) -> Iterator[Item]:
    desk.line = row.line
    code = desk.code(row["ref"])
    if code is None:
        desk.tell(Severity.ERROR, "no_sku")
        yield from desk.drain()
        return
    if row["prix2"]:
        desk.tell(Severity.INFO, "promotion_not_taken")
    category = row["categorie"]
    article = ReadArticle(
        part=desk.part,
        line=row.line,
        code=code,
        name=_both(row, "titre"),
        variants=tuple(_variants(row, code, desk)),
        brand=plain(row["brand"])[:120],
        categories=tuple(filter(None, [codes.get(category.casefold()) or desk.category([category])])),
        summary=_both(row, "chapo"),
        description=_description(row),
        attributes=tuple(
            listed(label, values, "en")
            for label, column in (("Material", "material uk"), ("Content", "content uk"))
            if (values := words(row[column], ";"))
        ),
        custom=custom(source_pictures=row["photo"]),
    )
    yield from desk.drain()
    yield article


def _description(row: Row) -> dict[str, str]:
    text, after = _both(row, "descriptif", html=True), _both(row, "postscriptum", html=True)
    return {language: text.get(language, "") + after.get(language, "") for language in sorted({*text, *after})}


def _variants(row: Row, code: str, desk: Desk) -> Iterator[ReadVariant]:
    prices = desk.price(row["prix"], mode="net")
    colours = words(row["couleur uk"], ";")
    if not colours:
        yield ReadVariant(line=row.line, sku=code, prices=prices)
    for position, colour in enumerate(colours):
        yield ReadVariant(
            line=row.line,
            sku=f"{code[:50]}-{code_of(colour, limit=12)}",
            choices=(choice("Colour", colour, "en"),),
            position=position,
            prices=prices,
        )


FORMAT = Thelia()
