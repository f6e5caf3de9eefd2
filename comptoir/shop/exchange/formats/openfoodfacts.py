"""Open Food Facts: its full tab-separated export, and the short CSV of French products."""

from __future__ import annotations

from collections.abc import Iterator

from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.reading.tables import Row
from comptoir.shop.exchange.formats.shaping import Desk, listed, words
from comptoir.shop.exchange.rules.texts import plain, shorten
from comptoir.shop.exchange.rules.values import number_text, read_decimal, read_gtin
from comptoir.shop.exchange.types import Item, ReadArticle, ReadAttribute, ReadVariant, Severity, Trouble

_TONGUES = ("fr", "en", "es", "de", "it", "nl", "pt")
_NUTRITION = (
    ("fat", "Fat (g per 100 g)"),
    ("saturated-fat", "Saturated fat (g per 100 g)"),
    ("carbohydrates", "Carbohydrates (g per 100 g)"),
    ("sugars", "Sugars (g per 100 g)"),
    ("fiber", "Fibre (g per 100 g)"),
    ("proteins", "Proteins (g per 100 g)"),
    ("salt", "Salt (g per 100 g)"),
)
_SHORT = {
    "fat": "fat_g",
    "saturated-fat": "saturated_fat_g",
    "carbohydrates": "carbohydrate_g",
    "sugars": "sugar_g",
    "fiber": "fibre_g",
    "proteins": "protein_g",
    "salt": "salt_g",
}


class OpenFoodFacts:
    """A reference of what foods are, without price nor stock: the articles stay unpublished until they have both."""

    code = "openfoodfacts"
    name = "Open Food Facts (TSV export, French CSV)"
    signatures = (
        Signature("full", frozenset({"code", "lc", "brands", "categories", "quantity"})),
        Signature("short", frozenset({"ean", "name", "ingredients", "fat_g", "salt_g"})),
    )

    def read(self, reading: Reading) -> Iterator[Item]:
        for role in ("full", "short"):
            for part in reading.parts.get(role, ()):
                desk = Desk(part.name, reading.language)
                for row in part.rows():
                    if isinstance(row, Trouble):
                        yield row
                        continue
                    desk.line = row.line
                    article = _article(row, role, desk)
                    yield from desk.drain()
                    if article is not None:
                        yield article


def _article(row: Row, role: str, desk: Desk) -> ReadArticle | None:
    code = desk.code(row.first("code", "ean"))
    full = role == "full"
    name = _texts(row, "product_name") if full else {"fr": plain(row["name"])}
    if code is None or not any(name.values()):
        desk.tell(Severity.ERROR, "no_sku" if code is None else "no_name")
        return None
    ingredients = _texts(row, "ingredients_text") if full else {"fr": plain(row["ingredients"].replace("_", ""))}
    placed = [desk.category([one]) for one in words(row["categories"], ",")[-1:]]
    gtin = read_gtin(code)
    if gtin is None:
        desk.tell(Severity.WARNING, "gtin_wrong", given=code[:20])
    return ReadArticle(
        part=desk.part,
        line=row.line,
        code=code,
        name={language: shorten(text, 250) for language, text in name.items()},
        variants=(ReadVariant(line=row.line, sku=code, gtin=gtin),),
        family="food",
        brand=next(iter(words(row["brands"], ",")), "")[:120],
        categories=tuple(filter(None, placed)),
        summary={language: shorten(text, 1000) for language, text in _texts(row, "generic_name").items()},
        attributes=tuple(_attributes(row, full=full)),
        legal=tuple(_legal(name, ingredients)),
    )


def _texts(row: Row, column: str) -> dict[str, str]:
    return {tongue: text for tongue in _TONGUES if (text := plain(row[f"{column}_{tongue}"]))}


def _attributes(row: Row, *, full: bool) -> Iterator[ReadAttribute]:
    for code, label in _NUTRITION:
        amount = read_decimal(row[f"{code}_value"] if full else row[_SHORT[code]])
        if amount is not None and 0 <= amount <= 100:
            yield ReadAttribute(code=_SHORT[code], label={"en": label}, values=(number_text(amount),))
    if labels := words(row["labels"], ","):
        yield listed("Labels", labels[:20], "en")


def _legal(name: dict[str, str], ingredients: dict[str, str]) -> Iterator[ReadAttribute]:
    yield ReadAttribute(code="food_name", label={}, text={tongue: shorten(text, 4000) for tongue, text in name.items()})
    if any(ingredients.values()):
        said = {tongue: shorten(text, 4000) for tongue, text in ingredients.items() if text}
        yield ReadAttribute(code="ingredients", label={}, text=said)


FORMAT = OpenFoodFacts()
