"""PrestaShop: the CSV files of its import page: products, combinations, categories, brands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.book import Part
from comptoir.shop.exchange.formats.reading.spool import Spool
from comptoir.shop.exchange.formats.reading.tables import Row
from comptoir.shop.exchange.formats.shaping import Desk, choice, custom, listed, plus, said, words
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import plain, rich
from comptoir.shop.exchange.rules.values import read_decimal, read_flag, scaled
from comptoir.shop.exchange.types import (
    Item,
    ReadArticle,
    ReadAttribute,
    ReadBrand,
    ReadCategory,
    ReadVariant,
    Severity,
    Trouble,
)

_ROOTS = frozenset({"home", "root", "accueil", "inicio"})
_PICTURES = "image urls (x,y,z...)"


class PrestaShop:
    """Prices are before tax, as its column says; the weight is in kilograms and the sizes in centimetres."""

    code = "prestashop"
    name = "PrestaShop (CSV)"
    signatures = (
        Signature("products", frozenset({"product id", "name", "active (0/1)", "reference #", "summary"})),
        Signature(
            "combinations", frozenset({"product id", "attribute (name:type:position)", "value (value:position)"})
        ),
        Signature("categories", frozenset({"category id", "name", "parent category", "url rewritten"})),
        Signature("brands", frozenset({"id", "active (0/1)", "name", "short description", "meta title"})),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        labels: dict[str, str] = {}
        for part in reading.parts.get("categories", ()):
            yield from _categories(part, reading.language, labels)
        for part in reading.parts.get("brands", ()):
            yield from _brands(part)
        with Spool() as spool:
            for role in ("products", "combinations"):
                for part in reading.parts.get(role, ()):
                    yield from _gather(part, role, spool)
            first = reading.part("products") or reading.part("combinations")
            desk = Desk(first.name if first else "", reading.language)
            for rows in spool.groups():
                yield from _article(rows, desk, labels)


def _categories(part: Part, language: str, labels: dict[str, str]) -> Iterator[Item]:
    found: list[tuple[Row, str]] = []
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif name := plain(row["name"]):
            code = code_of(row["url rewritten"] or name)
            labels[name.casefold()] = code
            labels[row["category id"]] = code
            found.append((row, code))
    for position, (row, code) in enumerate(found):
        parent = row["parent category"].casefold()
        yield ReadCategory(
            code=code,
            label={language: plain(row["name"])[:250]},
            parent="" if parent in _ROOTS else labels.get(parent, ""),
            position=position,
            description=said(language, rich(row["description"])),
        )


def _brands(part: Part) -> Iterator[Item]:
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif name := plain(row["name"]):
            yield ReadBrand(code=code_of(name), name=name[:120])


def _gather(part: Part, role: str, spool: Spool) -> Iterator[Trouble]:
    for row in part.rows():
        if isinstance(row, Trouble):
            yield row
        elif row["product id"]:
            cells = {name: row[name] for name in row.columns if row[name]}
            spool.add(row["product id"], {"": role, "line": row.line, "part": part.name, **cells})
        else:
            yield Trouble(part.name, row.line, Severity.ERROR, "no_product_id")


def _article(rows: list[dict[str, Any]], desk: Desk, labels: dict[str, str]) -> Iterator[Item]:
    products = [row for row in rows if row[""] == "products"]
    combinations = [row for row in rows if row[""] == "combinations"]
    if not products:
        for row in combinations:
            facts = {"product": row["product id"]}
            yield Trouble(row["part"], row["line"], Severity.ERROR, "variant_without_article", facts)
        return
    row = products[-1]
    desk.part, desk.line = row["part"], row["line"]
    if len(products) > 1:
        desk.tell(Severity.WARNING, "article_twice", product=row["product id"], first=products[0]["line"])
    sku = desk.code(row.get("reference #", "")) or f"PS-{row['product id']}"[:64]
    article = _sheet(row, sku, desk, labels)
    article.variants = tuple(_variants(row, sku, combinations, desk))
    yield from desk.drain()
    yield article


def _sheet(row: dict[str, Any], code: str, desk: Desk, labels: dict[str, str]) -> ReadArticle:
    language = desk.language
    placed = [
        labels.get(name.casefold()) or desk.category([name])
        for name in words(row.get("categories (x,y,z...)", ""), ",")
    ]
    hidden = row.get("visibility", "both") == "none"
    return ReadArticle(
        part=desk.part,
        line=desk.line,
        code=code,
        name=said(language, plain(row.get("name", ""))),
        variants=(),
        brand=plain(row.get("manufacturer", ""))[:120],
        categories=tuple(dict.fromkeys(placed)),
        summary=said(language, plain(row.get("summary", ""))),
        description=said(language, rich(row.get("description", ""))),
        seo_title=said(language, plain(row.get("meta title", ""))),
        seo_description=said(language, plain(row.get("meta description", ""))),
        slugs=said(language, row.get("url rewritten", "")),
        attributes=tuple(_features(row.get("feature(name:value:position)", ""), language)),
        status="active" if read_flag(row.get("active (0/1)", "1")) is not False and not hidden else "draft",
        custom=custom(source_pictures=row.get(_PICTURES, ""), tags=row.get("tags (x,y,z...)", "")),
    )


def _features(text: str, language: str) -> Iterator[ReadAttribute]:
    for feature in text.split(","):
        name, _, rest = feature.partition(":")
        value = plain(rest.split(":")[0])
        if plain(name) and value:
            yield listed(name, (value,), language)


def _variants(row: dict[str, Any], sku: str, combinations: list[dict[str, Any]], desk: Desk) -> Iterator[ReadVariant]:
    prices = _prices(row, desk)
    if not combinations:
        yield ReadVariant(
            line=row["line"],
            sku=sku,
            gtin=desk.gtin(row.get("ean13", "") or row.get("upc", "")),
            weight_g=scaled(row.get("weight", ""), 1000),
            prices=prices,
            stock=desk.pieces(row.get("quantity", "")),
            length_mm=scaled(row.get("depth", ""), 10),
            width_mm=scaled(row.get("width", ""), 10),
            height_mm=scaled(row.get("height", ""), 10),
        )
    product_part, product_line = desk.part, desk.line
    for position, combination in enumerate(combinations):
        desk.part, desk.line = combination["part"], combination["line"]
        heavier = read_decimal(combination.get("impact on weight", "")) or 0
        weight = (read_decimal(row.get("weight", "")) or 0) + heavier
        yield ReadVariant(
            line=combination["line"],
            part=desk.part,
            sku=desk.code(combination.get("reference", "")) or f"{sku[:58]}-{position + 1}",
            gtin=desk.gtin(combination.get("ean13", "") or combination.get("upc", "")),
            choices=tuple(_choices(combination, desk.language)),
            weight_g=scaled(str(weight), 1000),
            position=position,
            prices=plus(prices, read_decimal(combination.get("impact on price", ""))),
            stock=desk.pieces(combination.get("quantity", "")),
            length_mm=scaled(row.get("depth", ""), 10),
            width_mm=scaled(row.get("width", ""), 10),
            height_mm=scaled(row.get("height", ""), 10),
        )
    desk.part, desk.line = product_part, product_line


def _prices(row: dict[str, Any], desk: Desk) -> Any:
    if row.get("discount amount") or row.get("discount percent"):
        desk.tell(Severity.INFO, "promotion_not_taken")
    if included := row.get("price tax included"):
        return desk.price(included, mode="gross")
    return desk.price(row.get("price tax excluded", ""), mode="net")


def _choices(row: dict[str, Any], language: str) -> Iterator[Any]:
    names = row.get("attribute (name:type:position)", "").split(",")
    values = row.get("value (value:position)", "").split(",")
    for place, (name, value) in enumerate(zip(names, values, strict=False)):
        if plain(name.split(":")[0]) and plain(value.split(":")[0]):
            yield choice(name.split(":")[0], value.split(":")[0], language, position=place)


FORMAT = PrestaShop()
