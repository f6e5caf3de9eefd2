"""Turns the sheets of the shelf into rows of an index, and gathers what their codes are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from comptoir.shop.inventory import queries as inventory
from comptoir.shop.search.engines.index.labels import AttributeLabel, CategoryLabel, Labels
from comptoir.shop.search.engines.index.schema import Row
from comptoir.shop.search.models import Synonym
from comptoir.shop.search.rules.article import Article, describe
from comptoir.shop.search.rules.folding import fold
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.types import MenuNode, PriceStep, Sheet, Term

MOST_FACET_PAIRS = 60


def row_of(sheet: Sheet, language: str, at: int) -> Row:
    """The index row of a sheet, with the prices in force at `at` (seconds since 1970)."""
    steps = [_in_force(variant.prices, at) for variant in sheet.variants]
    places = {code for variant in sheet.variants for code, free in variant.stock.items() if free > 0}
    return Row(
        product=sheet.product,
        described=describe(_article(sheet), language),
        name=fold(sheet.name),
        brand=sheet.brand_code,
        categories=sheet.categories,
        stock="in" if places or any(variant.online > 0 for variant in sheet.variants) else "out",
        places=sorted(places),
        attrs=_facet_pairs(sheet),
        price=min((step.gross for step in steps if step), default=None),
        born=int(sheet.created_at.timestamp()) if sheet.created_at else 0,
    )


def _article(sheet: Sheet) -> Article:
    facts = [fact for term in sheet.terms if term.searchable and (fact := _fact(term))]
    facts += ((option.label, " ".join(label for _, label in option.values)) for option in sheet.options)
    return Article(
        name=sheet.name,
        brand=sheet.brand,
        summary=sheet.summary,
        description=sheet.description,
        categories=tuple(crumb.label for trail in sheet.crumbs for crumb in trail),
        kinds=tuple(trail[-1].label for trail in sheet.crumbs if trail),
        facts=tuple(facts) if sheet.terms or sheet.options else sheet.facts,
        codes=(sheet.code, *(variant.sku for variant in sheet.variants)),
        gtins=tuple(variant.gtin for variant in sheet.variants if variant.gtin),
    )


def _fact(term: Term) -> tuple[str, str] | None:
    """What of an attribute is looked for: its value; of a flag its name, when it is up; of a bare number nothing."""
    if term.kind == "number":
        return None
    if term.kind == "flag":
        return (term.label, term.label) if ("yes" in {value for value, _ in term.values}) else None
    return term.label, " ".join(shown for _, shown in term.values)


def _facet_pairs(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    pairs = [(term.code, value) for term in sheet.terms if term.facet for value, _ in term.values]
    pairs += (
        (option.code, code)
        for option in sheet.options
        for code in sorted({variant.options.get(option.code, "") for variant in sheet.variants} - {""})
    )
    return tuple(pairs[:MOST_FACET_PAIRS])


def _in_force(steps: Iterable[PriceStep], at: int) -> PriceStep | None:
    found = None
    for step in steps:
        if step.since > at:
            break
        found = step
    return found


def note_labels(labels: Labels, sheets: Sequence[Sheet]) -> None:
    """Add to `labels` what these sheets call their brands, attributes and options."""
    for sheet in sheets:
        if sheet.brand_code:
            labels.brands[sheet.brand_code] = sheet.brand
        for term in sheet.terms:
            if term.facet:
                _note(labels, (term.code, term.label, term.kind, term.unit), term.values)
        for option in sheet.options:
            _note(labels, (option.code, option.label, "choice", ""), option.values)


def _note(labels: Labels, told: tuple[str, str, str, str], values: Iterable[tuple[str, str]]) -> None:
    code, label, kind, unit = told
    known = labels.attributes.setdefault(code, AttributeLabel(label, kind, unit, {}))
    known.label, known.kind, known.unit = label, kind, unit
    known.values.update(values)


def gather_labels(labels: Labels, channel: str, language: str) -> None:
    """Read anew what is not told by sheets: the tree of categories, the places, the shop's synonyms."""
    labels.categories = dict(_branches(shelf.list_menu(channel, language), ""))
    labels.places = {place.code: place.name for place in inventory.list_places()}
    rows = Synonym.objects.filter(language=language).order_by("words", "id")
    labels.synonyms = [(row.words, tuple(row.means), row.both_ways) for row in rows[:SYNONYMS_MOST]]


SYNONYMS_MOST = 5_000


def _branches(nodes: Iterable[MenuNode], parent: str) -> Iterator[tuple[str, CategoryLabel]]:
    for position, node in enumerate(nodes):
        yield node.code, CategoryLabel(node.label, node.slug, parent, position)
        yield from _branches(node.children, node.code)
